package org.quittance.cash;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.PAYMENT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.quittance.core.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Certifies what has become of every line of the bank by the end of a day: applied, on account, refunded, corrected or not identified.
 *
 * <p>{@code cash.received_at} takes each part from where it is recorded, so that the sum is a finding: a difference means a fault.
 */
@Service
@Transactional(readOnly = true)
public class Certificates {

    private static final String ALIAS = "m";

    private static final Field<String> KIND = field(name(ALIAS, "kind"), String.class);

    private final DSLContext sql;

    Certificates(DSLContext sql) {
        this.sql = sql;
    }

    /** Where money was recorded first. */
    public enum Book {
        BANK("The bank's lines", "PAYMENT"),
        BY_HAND("Entered by hand, not yet at the bank", "BY_HAND"),
        /** Its sums are in the bank's book too, as one line for each report. */
        BEHIND_SUMS("Payments behind settlement reports", "BEHIND_A_SUM");

        private final String label;
        private final String kind;

        Book(String label, String kind) {
            this.label = label;
            this.kind = kind;
        }

        public String label() {
            return label;
        }
    }

    /** What became of money. */
    public enum Part {
        RECEIVED("Received"),
        APPLIED("Applied"),
        ON_ACCOUNT("On account"),
        REFUNDED("Refunded"),
        CORRECTED("Corrected"),
        UNIDENTIFIED("Not identified"),
        SETTLED("Settled by a report");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        Field<Long> column() {
            return minor(name().toLowerCase(Locale.ROOT) + "_minor");
        }
    }

    /** The money of one bank account, part by part. */
    public record Line(
            Book book,
            long bankAccountId,
            String bankAccount,
            String currency,
            long receivedMinor,
            long appliedMinor,
            long onAccountMinor,
            long refundedMinor,
            long correctedMinor,
            long unidentifiedMinor,
            long settledMinor) {

        public Money of(Part part) {
            return Money.ofMinor(
                    switch (part) {
                        case RECEIVED -> receivedMinor;
                        case APPLIED -> appliedMinor;
                        case ON_ACCOUNT -> onAccountMinor;
                        case REFUNDED -> refundedMinor;
                        case CORRECTED -> correctedMinor;
                        case UNIDENTIFIED -> unidentifiedMinor;
                        case SETTLED -> settledMinor;
                    },
                    currency);
        }

        /** What is received less all that it has become: zero, or there is a fault. */
        public Money difference() {
            return Money.ofMinor(
                    receivedMinor
                            - appliedMinor
                            - onAccountMinor
                            - refundedMinor
                            - correctedMinor
                            - unidentifiedMinor
                            - settledMinor,
                    currency);
        }
    }

    /** One figure of the certificate. */
    public record Figure(LocalDate asOf, Book book, long bankAccountId, Part part) {}

    /** A payment with what of it is in one part. */
    public record PartOfPayment(
            long paymentId, LocalDate bookingDate, String payerName, String remittance, Money amount, Money part) {}

    public List<Line> at(LocalDate asOf) {
        return sql.select(
                        KIND,
                        BANK_ACCOUNT.ID,
                        BANK_ACCOUNT.NAME,
                        BANK_ACCOUNT.CURRENCY,
                        total(Part.RECEIVED),
                        total(Part.APPLIED),
                        total(Part.ON_ACCOUNT),
                        total(Part.REFUNDED),
                        total(Part.CORRECTED),
                        total(Part.UNIDENTIFIED),
                        total(Part.SETTLED))
                .from(moneyAt(asOf))
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(minor("bank_account_id")))
                .groupBy(KIND, BANK_ACCOUNT.ID)
                .orderBy(KIND.desc(), BANK_ACCOUNT.CURRENCY, BANK_ACCOUNT.NAME, BANK_ACCOUNT.ID)
                .fetch(row -> new Line(
                        book(row.value1()),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11()));
    }

    /** The payments that sum to one figure of the certificate, the largest part first. */
    public List<PartOfPayment> payments(Figure figure, int from, int most) {
        Part part = figure.part();
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        part.column())
                .from(moneyAt(figure.asOf()))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(minor("payment_id")))
                .where(part.column().ne(0L))
                .and(KIND.eq(figure.book().kind))
                .and(PAYMENT.BANK_ACCOUNT_ID.eq(figure.bankAccountId()))
                .orderBy(part.column().desc(), PAYMENT.ID)
                .offset(from)
                .limit(most)
                .fetch(row -> new PartOfPayment(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Money.ofMinor(row.value6(), row.value5()),
                        Money.ofMinor(row.value7(), row.value5())));
    }

    /**
     * A line that is not applied, or not all of it.
     *
     * @param payer the payer as the bank named them, and what they wrote
     */
    public record NotApplied(
            long paymentId,
            Book book,
            String bankAccount,
            LocalDate bookingDate,
            String payer,
            String remittance,
            Money received,
            Money onAccount,
            Money unidentified) {}

    /** What lies on account or is not identified at the end of the day, line by line: by currency, the oldest first. */
    public List<NotApplied> notApplied(LocalDate asOf, int most) {
        return sql.select(
                        PAYMENT.ID,
                        KIND,
                        BANK_ACCOUNT.NAME,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        Part.ON_ACCOUNT.column(),
                        Part.UNIDENTIFIED.column())
                .from(moneyAt(asOf))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(minor("payment_id")))
                .join(BANK_ACCOUNT)
                .on(BANK_ACCOUNT.ID.eq(PAYMENT.BANK_ACCOUNT_ID))
                .where(Part.ON_ACCOUNT
                        .column()
                        .ne(0L)
                        .or(Part.UNIDENTIFIED.column().ne(0L)))
                .orderBy(PAYMENT.CURRENCY, PAYMENT.BOOKING_DATE, PAYMENT.ID)
                .limit(most)
                .fetch(row -> new NotApplied(
                        row.value1(),
                        book(row.value2()),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        Money.ofMinor(row.value8(), row.value7()),
                        Money.ofMinor(row.value9(), row.value7()),
                        Money.ofMinor(row.value10(), row.value7())));
    }

    private static Book book(String kind) {
        return Arrays.stream(Book.values())
                .filter(book -> book.kind.equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Table<?> moneyAt(LocalDate asOf) {
        return table("cash.received_at({0})", val(asOf)).as(ALIAS);
    }

    private static Field<Long> minor(String column) {
        return field(name(ALIAS, column), Long.class);
    }

    private static Field<Long> total(Part part) {
        return sum(part.column()).cast(Long.class);
    }
}
