package org.quittance.cash;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.cash.Tables.EXCHANGE;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RETRACTION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSeekStep2;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.Sink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was credited in another currency than it was received in, and what the exchange has cost. */
@Service
@Transactional(readOnly = true)
public class ExchangeReader {

    private static final int AT_ONCE = 1_000;

    /** Whether nothing of it stands any more: every part was taken back from its account. */
    private static final Field<Boolean> TAKEN_BACK = field(notExists(selectOne()
            .from(IDENTIFICATION)
            .where(IDENTIFICATION.EXCHANGE_ID.eq(EXCHANGE.ID))
            .and(notExists(selectOne().from(RETRACTION).where(RETRACTION.ITEM_ID.eq(IDENTIFICATION.ITEM_ID))))));

    private final DSLContext sql;

    ExchangeReader(DSLContext sql) {
        this.sql = sql;
    }

    /** The days of the payments' entries that are asked for, both included. */
    public record Span(LocalDate from, LocalDate to) {}

    /**
     * One payment, credited in another currency.
     *
     * @param atRate what it was worth at the rates of its day; null where none was known and the bank has told what was sent
     * @param cost how much more was credited than it was worth: negative where it was less, null where the worth is not known
     * @param isTakenBack whether nothing of it stands any more
     */
    public record Exchanged(
            long paymentId,
            String payerName,
            LocalDate on,
            Money paid,
            Money counts,
            @Nullable Money atRate,
            @Nullable Money cost,
            String told,
            String actor,
            boolean isTakenBack) {}

    /** What stands of a span in one pair of currencies. */
    public record Total(long payments, Money paid, Money counts, Money cost) {}

    /** The newest first. */
    public List<Exchanged> exchanged(Viewer viewer, Span span, int from, int most) {
        return rows(viewer, span).offset(from).limit(most).fetch(ExchangeReader::exchanged);
    }

    /** All of a span, for an export. */
    public <E extends Exception> void each(Viewer viewer, Span span, Sink<Exchanged, E> sink) throws E {
        try (var rows = rows(viewer, span).fetchSize(AT_ONCE).fetchLazy()) {
            for (Record row : rows) {
                sink.take(exchanged(row));
            }
        }
    }

    /** By the currencies received and credited; what was taken back is left out. */
    public List<Total> totals(Viewer viewer, Span span) {
        return sql.select(
                        PAYMENT.CURRENCY,
                        EXCHANGE.CURRENCY,
                        count(),
                        sum(EXCHANGE.PAID_MINOR),
                        sum(EXCHANGE.TAKEN_MINOR),
                        sum(EXCHANGE.TAKEN_MINOR.minus(coalesce(EXCHANGE.AT_RATE_MINOR, EXCHANGE.TAKEN_MINOR))))
                .from(EXCHANGE)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(EXCHANGE.PAYMENT_ID))
                .where(asked(viewer, span))
                .andNot(TAKEN_BACK)
                .groupBy(PAYMENT.CURRENCY, EXCHANGE.CURRENCY)
                .orderBy(PAYMENT.CURRENCY, EXCHANGE.CURRENCY)
                .fetch(row -> new Total(
                        row.value3(),
                        Money.ofMinor(row.value4().longValueExact(), row.value1()),
                        Money.ofMinor(row.value5().longValueExact(), row.value2()),
                        Money.ofMinor(row.value6().longValueExact(), row.value2())));
    }

    private SelectSeekStep2<? extends Record, LocalDate, Long> rows(Viewer viewer, Span span) {
        return sql.select(EXCHANGE.fields())
                .select(PAYMENT.PAYER_NAME, PAYMENT.CURRENCY, TAKEN_BACK)
                .from(EXCHANGE)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(EXCHANGE.PAYMENT_ID))
                .where(asked(viewer, span))
                .orderBy(EXCHANGE.BUSINESS_DATE.desc(), EXCHANGE.ID.desc());
    }

    /** Those of which the viewer may see an account. */
    private static Condition asked(Viewer viewer, Span span) {
        return EXCHANGE.BUSINESS_DATE
                .between(span.from(), span.to())
                .and(exists(selectOne()
                        .from(IDENTIFICATION)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                        .where(IDENTIFICATION.EXCHANGE_ID.eq(EXCHANGE.ID))
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))));
    }

    private static Exchanged exchanged(Record row) {
        String currency = row.get(EXCHANGE.CURRENCY);
        Money counts = Money.ofMinor(row.get(EXCHANGE.TAKEN_MINOR), currency);
        Long worth = row.get(EXCHANGE.AT_RATE_MINOR);
        Money atRate = worth == null ? null : Money.ofMinor(worth, currency);
        return new Exchanged(
                row.get(EXCHANGE.PAYMENT_ID),
                row.get(PAYMENT.PAYER_NAME),
                row.get(EXCHANGE.BUSINESS_DATE),
                Money.ofMinor(row.get(EXCHANGE.PAID_MINOR), row.get(PAYMENT.CURRENCY)),
                counts,
                atRate,
                atRate == null ? null : counts.minus(atRate),
                row.get(EXCHANGE.TOLD),
                row.get(EXCHANGE.ACTOR),
                row.get(TAKEN_BACK));
    }
}
