package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.BANK_ACCOUNT;
import static org.quittance.db.cash.Tables.HAND_JOIN;
import static org.quittance.db.cash.Tables.HAND_RECEIPT;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.CardNumbers;
import org.quittance.core.cash.HandJoin;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.records.BankAccountRecord;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that a person accepts before the bank reports it. It is applied like any payment, stands apart in the certificate, and becomes one
 * with the bank's line when that arrives.
 */
@Service
public class HandReceipts {

    static final String BY_HAND = "BY_HAND";
    private static final Condition NOT_JOINED =
            notExists(selectOne().from(HAND_JOIN).where(HAND_JOIN.HAND_PAYMENT_ID.eq(PAYMENT.ID)));

    private final DSLContext sql;
    private final CashLocks locks;
    private final Verdicts verdicts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    HandReceipts(DSLContext sql, CashLocks locks, Verdicts verdicts, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.locks = locks;
        this.verdicts = verdicts;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the money came. */
    public enum Means {
        CHEQUE("Cheque"),
        TRANSFER_ADVICE("Transfer advised"),
        CASH("Cash"),
        CARD_LINK("Card, paid by link");

        private final String label;

        Means(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What a person accepts.
     *
     * @param bankAccountId where the bank will report it
     * @param amount in the currency of that account
     * @param reference by which the bank's line will be known: the cheque's number, never a card's
     */
    public record Draft(
            long bankAccountId,
            Means means,
            Money amount,
            LocalDate receivedOn,
            String payerName,
            String reference,
            String note) {

        public Draft {
            payerName = payerName.strip();
            reference = reference.strip();
            note = note.strip();
        }
    }

    /** What became of a draft. */
    public sealed interface Acceptance {

        record Accepted(long paymentId) implements Acceptance {}

        record Refused(HandRefusal reason) implements Acceptance {}
    }

    /** A bank's line that could be what was entered by hand. */
    public record BankLine(long paymentId, LocalDate bookingDate, String payerName, String remittance) {}

    @Transactional
    public Acceptance accept(Draft draft, Viewer viewer) {
        Optional<BankAccountRecord> account =
                sql.fetchOptional(BANK_ACCOUNT, BANK_ACCOUNT.ID.eq(draft.bankAccountId()));
        Optional<HandRefusal> refusal = refusal(draft, account);
        if (refusal.isPresent() || account.isEmpty()) {
            return new Acceptance.Refused(refusal.orElse(HandRefusal.NO_SUCH_BANK_ACCOUNT));
        }
        String key = "hand-" + UUID.randomUUID();
        long statement = sql.insertInto(STATEMENT)
                .set(STATEMENT.BANK_ACCOUNT_ID, draft.bankAccountId())
                .set(STATEMENT.UPLOAD_ID, 0L)
                .set(STATEMENT.FORMAT, "by hand")
                .set(STATEMENT.KIND, BY_HAND)
                .set(STATEMENT.REFERENCE, draft.reference())
                .set(STATEMENT.SEQUENCE, "")
                .set(STATEMENT.STATEMENT_DATE, draft.receivedOn())
                .set(STATEMENT.CURRENCY, account.get().getCurrency())
                .set(STATEMENT.CONTENT_KEY, key)
                .returningResult(STATEMENT.ID)
                .fetchSingle()
                .value1();
        long payment = insert(draft, account.get(), statement, key);
        sql.insertInto(HAND_RECEIPT)
                .set(HAND_RECEIPT.PAYMENT_ID, payment)
                .set(HAND_RECEIPT.MEANS, draft.means().name())
                .set(HAND_RECEIPT.REFERENCE, draft.reference())
                .set(HAND_RECEIPT.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "payment.accepted-by-hand",
                "payment",
                payment,
                draft.means().label() + ", " + draft.amount());
        return new Acceptance.Accepted(payment);
    }

    private long insert(Draft draft, BankAccountRecord account, long statement, String key) {
        return sql.insertInto(PAYMENT)
                .set(PAYMENT.STATEMENT_ID, statement)
                .set(PAYMENT.BANK_ACCOUNT_ID, account.getId())
                .set(PAYMENT.ENTITY_ID, account.getEntityId())
                .set(PAYMENT.ENTRY_KEY, key)
                .set(PAYMENT.LINE, 1L)
                .set(PAYMENT.KIND, BY_HAND)
                .set(PAYMENT.CURRENCY, account.getCurrency())
                .set(PAYMENT.AMOUNT_MINOR, draft.amount().minor())
                .set(PAYMENT.BOOKING_DATE, draft.receivedOn())
                .set(PAYMENT.VALUE_DATE, draft.receivedOn())
                .set(PAYMENT.PAYER_NAME, draft.payerName())
                .set(PAYMENT.PAYER_ACCOUNT, "")
                .set(PAYMENT.END_TO_END, "")
                .set(PAYMENT.STRUCTURED_REFS, new String[0])
                .set(PAYMENT.REMITTANCE, draft.note())
                .set(PAYMENT.BANK_REFERENCE, draft.reference())
                .set(PAYMENT.RETURN_REASON, "")
                .returningResult(PAYMENT.ID)
                .fetchSingle()
                .value1();
    }

    private Optional<HandRefusal> refusal(Draft draft, Optional<BankAccountRecord> account) {
        if (CardNumbers.isIn(draft.payerName())
                || CardNumbers.isIn(draft.reference())
                || CardNumbers.isIn(draft.note())) {
            return Optional.of(HandRefusal.CARD_NUMBER);
        }
        if (account.isEmpty()) {
            return Optional.of(HandRefusal.NO_SUCH_BANK_ACCOUNT);
        }
        if (!draft.amount().isPositive()
                || !draft.amount()
                        .currency()
                        .getCurrencyCode()
                        .equals(account.get().getCurrency())) {
            return Optional.of(HandRefusal.NOT_AN_AMOUNT);
        }
        if (draft.payerName().isEmpty()) {
            return Optional.of(HandRefusal.NO_PAYER);
        }
        return draft.receivedOn().isAfter(clock.today()) ? Optional.of(HandRefusal.NOT_YET) : Optional.empty();
    }

    /**
     * Joins the bank's lines that are money accepted by hand, so that they are not applied a second time. Returns the other lines.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<PaymentRecord> joinArrived(List<PaymentRecord> lines, String actor) {
        if (lines.isEmpty()) {
            return lines;
        }
        List<HandJoin.Receipt> receipts =
                new ArrayList<>(waiting(lines.getFirst().getBankAccountId()));
        if (receipts.isEmpty()) {
            return lines;
        }
        List<PaymentRecord> others = new ArrayList<>();
        for (PaymentRecord line : lines) {
            Optional<HandJoin.Receipt> receipt = HandJoin.decide(
                    receipts,
                    new HandJoin.BankLine(
                            Money.ofMinor(line.getAmountMinor(), line.getCurrency()),
                            line.getPayerName(),
                            line.getRemittance() + " " + line.getEndToEnd() + " " + line.getBankReference()));
            if (receipt.isPresent()) {
                receipts.remove(receipt.get());
                join(receipt.get().id(), line, "The bank's line names it", actor);
            } else {
                others.add(line);
            }
        }
        return others;
    }

    /** A person says that a bank's line is what was entered by hand. */
    @Transactional
    public DeskOutcome join(long handPayment, long bankPayment, Viewer viewer) {
        PaymentRecord hand = locked(handPayment);
        PaymentRecord bank = locked(bankPayment);
        boolean isFree = sql.fetchExists(
                RECEIVED_VIEW,
                RECEIVED_VIEW
                        .PAYMENT_ID
                        .eq(bankPayment)
                        .and(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(bank.getAmountMinor())));
        boolean isWaiting = sql.fetchExists(sql.selectOne()
                .from(PAYMENT)
                .where(PAYMENT.ID.eq(handPayment))
                .and(PAYMENT.KIND.eq(BY_HAND))
                .and(NOT_JOINED));
        if (!isFree
                || !isWaiting
                || !bank.getKind().equals("PAYMENT")
                || !hand.getBankAccountId().equals(bank.getBankAccountId())
                || !hand.getAmountMinor().equals(bank.getAmountMinor())) {
            return new DeskOutcome.Refused(HandRefusal.NOT_THE_SAME, HandRefusal.NOT_THE_SAME.sentence());
        }
        join(handPayment, bank, "A person joined them", viewer.login());
        return new DeskOutcome.Done(
                "P%d is the bank's line of P%d: the money counts once.".formatted(bankPayment, handPayment));
    }

    /** Lines of the bank of the same amount that nobody has decided about. */
    @Transactional(readOnly = true)
    public List<BankLine> couldBe(long handPayment) {
        var hand = PAYMENT.as("hand");
        return sql.select(PAYMENT.ID, PAYMENT.BOOKING_DATE, PAYMENT.PAYER_NAME, PAYMENT.REMITTANCE)
                .from(hand)
                .join(PAYMENT)
                .on(PAYMENT.BANK_ACCOUNT_ID.eq(hand.BANK_ACCOUNT_ID))
                .and(PAYMENT.AMOUNT_MINOR.eq(hand.AMOUNT_MINOR))
                .and(PAYMENT.KIND.eq("PAYMENT"))
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .and(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(PAYMENT.AMOUNT_MINOR))
                .where(hand.ID.eq(handPayment))
                .and(hand.KIND.eq(BY_HAND))
                .and(notExists(selectOne().from(HAND_JOIN).where(HAND_JOIN.HAND_PAYMENT_ID.eq(hand.ID))))
                .orderBy(PAYMENT.BOOKING_DATE.desc(), PAYMENT.ID)
                .limit(10)
                .fetch(row -> new BankLine(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private PaymentRecord locked(long paymentId) {
        PaymentRecord payment = sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId));
        locks.payment(paymentId, payment.getStatementId());
        return payment;
    }

    private void join(long handPayment, PaymentRecord bank, String reason, String actor) {
        LocalDate handDay = sql.select(PAYMENT.BOOKING_DATE)
                .from(PAYMENT)
                .where(PAYMENT.ID.eq(handPayment))
                .fetchSingle()
                .value1();
        sql.insertInto(HAND_JOIN)
                .set(HAND_JOIN.HAND_PAYMENT_ID, handPayment)
                .set(HAND_JOIN.BANK_PAYMENT_ID, bank.getId())
                .set(HAND_JOIN.BUSINESS_DATE, handDay.isAfter(bank.getBookingDate()) ? handDay : bank.getBookingDate())
                .set(HAND_JOIN.REASON, reason)
                .set(HAND_JOIN.ACTOR, actor)
                .execute();
        verdicts.decidedByHand(bank.getId(), actor);
        audit.record(
                actor, "payment.joined", "payment", bank.getId(), "with P" + handPayment + " that was entered by hand");
    }

    private List<HandJoin.Receipt> waiting(long bankAccountId) {
        return sql.select(
                        PAYMENT.ID, PAYMENT.AMOUNT_MINOR, PAYMENT.CURRENCY, HAND_RECEIPT.REFERENCE, PAYMENT.PAYER_NAME)
                .from(HAND_RECEIPT)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(HAND_RECEIPT.PAYMENT_ID))
                .where(PAYMENT.BANK_ACCOUNT_ID.eq(bankAccountId))
                .and(NOT_JOINED)
                .orderBy(PAYMENT.ID)
                .fetch(row -> new HandJoin.Receipt(
                        row.value1(), Money.ofMinor(row.value2(), row.value3()), row.value4(), row.value5()));
    }
}
