package org.quittance.collections.strategy;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.quittance.db.collections.Tables.DUNNING;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Dunning;
import org.quittance.core.collections.Strategy;
import org.quittance.core.ledger.AccountId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows before a version goes live where items would go on that are under way with another, if their accounts move to it. */
@Service
public class LadderMoves {

    private final DSLContext sql;

    LadderMoves(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Open items that have had the same.
     *
     * @param had what they had last
     * @param letter the gravest letter that they had; none where they had none
     * @param moved where they would go on
     */
    public record Line(Action had, @Nullable Action letter, Strategy.Moved moved, long items, long accounts) {}

    /**
     * Of the items under way with other versions, of this strategy and of others, or in a system before this one.
     *
     * @param taken the accounts that the version would take
     */
    @Transactional(readOnly = true)
    public List<Line> to(StrategyKept version, Set<AccountId> taken) {
        return sql.select(
                        DUNNING.ACTION, DUNNING.LETTER, max(DUNNING.LEVEL), count(), countDistinct(DUNNING.ACCOUNT_ID))
                .from(DUNNING)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(DUNNING.ITEM_ID))
                .where(DUNNING.STRATEGY_ID.isDistinctFrom(version.id().value()))
                .and(DUNNING.ACCOUNT_ID.eq(
                        any(taken.stream().map(AccountId::value).toArray(Long[]::new))))
                .and(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(DUNNING.ACTION, DUNNING.LETTER)
                .orderBy(max(DUNNING.LEVEL), DUNNING.ACTION, DUNNING.LETTER)
                .fetch(row -> {
                    String letter = row.value2();
                    Action gravest = letter == null ? null : Action.valueOf(letter);
                    Dunning had = new Dunning(
                            Objects.requireNonNull(row.value3()), row.value1(), LocalDate.EPOCH, null, gravest);
                    return new Line(row.value1(), gravest, version.strategy().moved(had), row.value4(), row.value5());
                });
    }
}
