package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.RETRACTION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.db.cash.tables.records.PaymentRecord;

/**
 * How often payments have been identified before, and from when on they can be identified anew.
 *
 * <p>A payment that was taken back from an account is a credit there until that day. Whoever gets it next has it from that day on, so that
 * no day shows the money twice.
 */
final class EarlierRounds {

    private record Place(long paymentId, long accountId) {}

    private final Map<Place, Integer> rounds;
    private final Map<Long, LocalDate> lastRetraction;

    private EarlierRounds(Map<Place, Integer> rounds, Map<Long, LocalDate> lastRetraction) {
        this.rounds = rounds;
        this.lastRetraction = lastRetraction;
    }

    static EarlierRounds of(Collection<Long> paymentIds, DSLContext sql) {
        Long[] payments = paymentIds.toArray(Long[]::new);
        Map<Place, Integer> rounds = sql
                .select(IDENTIFICATION.PAYMENT_ID, IDENTIFICATION.ACCOUNT_ID, count())
                .from(IDENTIFICATION)
                .where(IDENTIFICATION.PAYMENT_ID.eq(any(payments)))
                .groupBy(IDENTIFICATION.PAYMENT_ID, IDENTIFICATION.ACCOUNT_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> new Place(row.value1(), row.value2()), row -> row.value3()));
        Map<Long, LocalDate> lastRetraction = rounds.isEmpty()
                ? Map.of()
                : sql.select(RETRACTION.PAYMENT_ID, max(RETRACTION.BUSINESS_DATE))
                        .from(RETRACTION)
                        .where(RETRACTION.PAYMENT_ID.eq(any(payments)))
                        .groupBy(RETRACTION.PAYMENT_ID)
                        .fetchMap(RETRACTION.PAYMENT_ID, max(RETRACTION.BUSINESS_DATE));
        return new EarlierRounds(rounds, lastRetraction);
    }

    /** How often the payment has been with the account before. */
    int round(long paymentId, AccountId account) {
        return rounds.getOrDefault(new Place(paymentId, account.value()), 0);
    }

    /** The day on which it was booked, or, if that is later, the last on which something of it was taken back. */
    LocalDate businessDate(PaymentRecord payment) {
        LocalDate booked = payment.getBookingDate();
        LocalDate retracted = lastRetraction.getOrDefault(payment.getId(), booked);
        return retracted.isAfter(booked) ? retracted : booked;
    }
}
