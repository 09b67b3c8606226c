package org.quittance.cash;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.DEDUCTION_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ITEM_LIFE_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.Sink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists what payers have kept back, for whoever settles it: the largest sums by reason, and each deduction with its age. */
@Service
@Transactional(readOnly = true)
public class DeductionReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final Field<String> REASON =
            coalesce(DEDUCTION_VIEW.DEDUCTION_REASON, inline(DeductionReason.UNKNOWN.name()));

    /** An item that is settled has no row among the open ones, and {@code least} passes over what is null. */
    private static final Field<Long> STILL_OPEN =
            least(DEDUCTION_VIEW.AMOUNT_MINOR, coalesce(OPEN_ITEM_VIEW.OPEN_MINOR, inline(0L)));

    private final DSLContext sql;

    DeductionReader(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Which of them.
     *
     * @param settledToo also those whose items are no longer open
     * @param reason null for all
     */
    public record Asked(boolean settledToo, @Nullable DeductionReason reason) {}

    /**
     * What a payer has kept back of an item.
     *
     * @param stillOpen what of it is open: no more than the item is
     * @param words of the payer, or of whoever applied the payment; may be empty
     */
    public record Deduction(
            long paymentId,
            long itemId,
            String document,
            long customerId,
            String customerName,
            String entityCode,
            DeductionReason reason,
            String words,
            Money amount,
            Money stillOpen,
            LocalDate since,
            String actor) {}

    /** How many of a reason and currency are open, and with how much. */
    public record Total(DeductionReason reason, int deductions, Money stillOpen) {}

    /** The oldest first. */
    public List<Deduction> deductions(Viewer viewer, Asked asked, int from, int most) {
        return select(viewer, asked).offset(from).limit(most).fetch(DeductionReader::deduction);
    }

    /** All of them, one by one as they are read. */
    public <E extends Exception> void each(Viewer viewer, Asked asked, Sink<Deduction, E> sink) throws E {
        try (var rows = select(viewer, asked).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record row : rows) {
                sink.take(deduction(row));
            }
        }
    }

    /** Of what is open, the largest first within each currency. */
    public List<Total> totals(Viewer viewer) {
        Field<Long> open = sum(STILL_OPEN).cast(Long.class);
        return sql.select(REASON, OPEN_ITEM_VIEW.CURRENCY, count(), open)
                .from(DEDUCTION_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(DEDUCTION_VIEW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(OPEN_ITEM_VIEW.ACCOUNT_ID))
                .where(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .groupBy(REASON, OPEN_ITEM_VIEW.CURRENCY)
                .orderBy(OPEN_ITEM_VIEW.CURRENCY, open.desc(), REASON)
                .fetch(row -> new Total(
                        DeductionReason.valueOf(row.value1()),
                        row.value3(),
                        Money.ofMinor(row.value4(), row.value2())));
    }

    private SelectSeekStep2<Record, LocalDate, Long> select(Viewer viewer, Asked asked) {
        Condition which = asked.settledToo() ? noCondition() : OPEN_ITEM_VIEW.ITEM_ID.isNotNull();
        return sql.select(DEDUCTION_VIEW.fields())
                .select(REASON.as("why"), STILL_OPEN.as("still_open"))
                .select(
                        ITEM_LIFE_VIEW.DOCUMENT,
                        ITEM_LIFE_VIEW.CURRENCY,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        ACCOUNT_VIEW.ENTITY_CODE)
                .from(DEDUCTION_VIEW)
                .join(ITEM_LIFE_VIEW)
                .on(ITEM_LIFE_VIEW.ITEM_ID.eq(DEDUCTION_VIEW.ITEM_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ITEM_LIFE_VIEW.ACCOUNT_ID))
                .leftJoin(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(DEDUCTION_VIEW.ITEM_ID))
                .where(which)
                .and(
                        asked.reason() == null
                                ? noCondition()
                                : REASON.eq(asked.reason().name()))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(DEDUCTION_VIEW.BUSINESS_DATE, DEDUCTION_VIEW.DEDUCTION_ID);
    }

    private static Deduction deduction(Record row) {
        String currency = row.get(ITEM_LIFE_VIEW.CURRENCY);
        return new Deduction(
                row.get(DEDUCTION_VIEW.PAYMENT_ID),
                row.get(DEDUCTION_VIEW.ITEM_ID),
                row.get(ITEM_LIFE_VIEW.DOCUMENT),
                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                DeductionReason.valueOf(row.get("why", String.class)),
                row.get(DEDUCTION_VIEW.REASON),
                Money.ofMinor(row.get(DEDUCTION_VIEW.AMOUNT_MINOR), currency),
                Money.ofMinor(row.get("still_open", Long.class), currency),
                row.get(DEDUCTION_VIEW.BUSINESS_DATE),
                row.get(DEDUCTION_VIEW.ACTOR));
    }
}
