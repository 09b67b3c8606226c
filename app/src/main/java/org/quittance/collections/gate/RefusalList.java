package org.quittance.collections.gate;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.correspondence.Tables.REFUSAL_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Channel;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What gates have refused and put off, of the customers that the viewer works. */
@Service
public class RefusalList {

    private final DSLContext sql;

    RefusalList(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest first, before the given one (exclusive; null for the newest of all). */
    @Transactional(readOnly = true)
    public List<RefusalLine> lines(Viewer viewer, RefusalFilter filter, @Nullable Long before, int most) {
        return sql.select(REFUSAL_VIEW.fields())
                .select(CUSTOMER_VIEW.NAME)
                .from(REFUSAL_VIEW)
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(REFUSAL_VIEW.CUSTOMER_ID))
                .where(matches(filter))
                .and(before == null ? noCondition() : REFUSAL_VIEW.REFUSAL_ID.lt(before))
                .and(exists(selectOne()
                        .from(ACCOUNT_VIEW)
                        .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(REFUSAL_VIEW.CUSTOMER_ID))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))))
                .orderBy(REFUSAL_VIEW.REFUSAL_ID.desc())
                .limit(most)
                .fetch(row -> new RefusalLine(
                        row.get(REFUSAL_VIEW.REFUSAL_ID),
                        row.get(REFUSAL_VIEW.CUSTOMER_ID),
                        row.get(CUSTOMER_VIEW.NAME),
                        Channel.valueOf(row.get(REFUSAL_VIEW.CHANNEL)),
                        row.get(REFUSAL_VIEW.MESSAGE_ID),
                        row.get(REFUSAL_VIEW.WHAT),
                        row.get(REFUSAL_VIEW.RULE),
                        row.get(REFUSAL_VIEW.REASON),
                        row.get(REFUSAL_VIEW.UNTIL),
                        row.get(REFUSAL_VIEW.ACTOR),
                        row.get(REFUSAL_VIEW.AT)));
    }

    /** The rules that have ever decided, by their short names. */
    @Transactional(readOnly = true)
    public List<String> rules() {
        return sql.selectDistinct(REFUSAL_VIEW.RULE)
                .from(REFUSAL_VIEW)
                .orderBy(REFUSAL_VIEW.RULE)
                .fetch(REFUSAL_VIEW.RULE);
    }

    private static Condition matches(RefusalFilter filter) {
        Condition show = switch (filter.show()) {
            case ALL -> noCondition();
            case REFUSED -> REFUSAL_VIEW.UNTIL.isNull();
            case PUT_OFF -> REFUSAL_VIEW.UNTIL.isNotNull();
        };
        return show.and(filter.rule().isEmpty() ? noCondition() : REFUSAL_VIEW.RULE.eq(filter.rule()))
                .and(
                        filter.customer().isEmpty()
                                ? noCondition()
                                : CUSTOMER_VIEW
                                        .NAME
                                        .containsIgnoreCase(filter.customer())
                                        .or(CUSTOMER_VIEW.NUMBER.eq(filter.customer())));
    }
}
