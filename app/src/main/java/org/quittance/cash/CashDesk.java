package org.quittance.cash;

import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.cash.PaymentRecorder.Credited;
import org.quittance.cash.PaymentRecorder.Share;
import org.quittance.core.cash.Decision;
import org.quittance.core.ledger.AccountId;
import org.quittance.db.cash.tables.records.PaymentRecord;
import org.quittance.db.ledger.tables.records.OpenItemViewRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a person decides what a payment is for. */
@Service
public class CashDesk {

    /** Two people on one payment: the second waits, and is told. */
    private static final int PAYMENT_LOCKS = 0x51_75_69_14;

    private final DSLContext sql;
    private final PaymentRecorder recorder;
    private final AuditTrail audit;

    CashDesk(DSLContext sql, PaymentRecorder recorder, AuditTrail audit) {
        this.sql = sql;
        this.recorder = recorder;
        this.audit = audit;
    }

    /** What became of an assignment. */
    public enum Assignment {
        DONE("The payment is assigned."),
        TAKEN_ALREADY("Somebody has assigned this payment in the meantime."),
        NOT_RECEIVED("Only money that was received can be assigned."),
        WRONG_ENTITY("The account belongs to another legal entity than the bank account."),
        WRONG_CURRENCY("One of the items is in another currency than the payment."),
        NOT_OF_THE_ACCOUNT("One of the items belongs to another account, or has been settled since."),
        MORE_THAN_OPEN("One of the amounts is more than is open of its item."),
        MORE_THAN_PAID("The amounts add up to more than the payment.");

        private final String sentence;

        Assignment(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * Accepts a division that was proposed, whatever the number of accounts it is for.
     *
     * @param lines amounts on the side of their items
     */
    @Transactional
    public Assignment accept(long paymentId, List<Decision.Line> lines, String actor) {
        PaymentRecord payment = locked(paymentId);
        Optional<Assignment> refusal = refusal(payment, lines, _ -> true);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long total = lines.stream().mapToLong(Decision.Line::amountMinor).sum();
        List<Share> shares = recorder.split(payment, new Decision.Division(lines, payment.getAmountMinor() - total));
        if (shares.stream().anyMatch(share -> share.amountMinor() <= 0)) {
            return Assignment.MORE_THAN_PAID;
        }
        record(payment, shares, actor);
        return Assignment.DONE;
    }

    /**
     * Assigns a payment to an account and to items of it; what is not divided among items stays there on account.
     *
     * @param lines amounts on the side of their items: negative for a credit note that the payer took
     */
    @Transactional
    public Assignment assign(long paymentId, AccountId account, List<Decision.Line> lines, String actor) {
        PaymentRecord payment = locked(paymentId);
        if (!isOfEntity(account, payment)) {
            return Assignment.WRONG_ENTITY;
        }
        Optional<Assignment> refusal = refusal(payment, lines, item -> item.getAccountId() == account.value());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        record(payment, List.of(new Share(account, payment.getAmountMinor(), lines)), actor);
        return Assignment.DONE;
    }

    private void record(PaymentRecord payment, List<Share> shares, String actor) {
        recorder.decidedByHand(payment.getId(), actor);
        recorder.credit(List.of(new Credited(payment, null, shares)), actor);
        audit.record(actor, "payment.assigned", "payment", payment.getId(), "to " + shares.size() + " accounts");
    }

    /** A payment's row cannot be locked, because the application may not change it: its number is. */
    private PaymentRecord locked(long paymentId) {
        sql.execute("select pg_advisory_xact_lock({0}, {1})", DSL.val(PAYMENT_LOCKS), DSL.val((int) paymentId));
        return sql.fetchSingle(PAYMENT, PAYMENT.ID.eq(paymentId));
    }

    private boolean isOfEntity(AccountId account, PaymentRecord payment) {
        return sql.fetchExists(
                ACCOUNT_VIEW,
                ACCOUNT_VIEW.ACCOUNT_ID.eq(account.value()).and(ACCOUNT_VIEW.ENTITY_ID.eq(payment.getEntityId())));
    }

    private Optional<Assignment> refusal(
            PaymentRecord payment, List<Decision.Line> lines, Predicate<OpenItemViewRecord> mayBePaid) {
        if (sql.fetchExists(IDENTIFICATION, IDENTIFICATION.PAYMENT_ID.eq(payment.getId()))) {
            return Optional.of(Assignment.TAKEN_ALREADY);
        }
        if (payment.getAmountMinor() <= 0 || !payment.getKind().equals("PAYMENT")) {
            return Optional.of(Assignment.NOT_RECEIVED);
        }
        long total = 0;
        for (Decision.Line line : lines) {
            var item = sql.fetchOptional(
                            OPEN_ITEM_VIEW,
                            OPEN_ITEM_VIEW.ITEM_ID.eq(line.item().value()))
                    .orElse(null);
            if (item == null || !item.getEntityId().equals(payment.getEntityId()) || !mayBePaid.test(item)) {
                return Optional.of(Assignment.NOT_OF_THE_ACCOUNT);
            }
            if (!item.getCurrency().equals(payment.getCurrency())) {
                return Optional.of(Assignment.WRONG_CURRENCY);
            }
            if (Long.signum(item.getOpenMinor()) != Long.signum(line.amountMinor())
                    || Math.abs(line.amountMinor()) > Math.abs(item.getOpenMinor())) {
                return Optional.of(Assignment.MORE_THAN_OPEN);
            }
            total = Math.addExact(total, line.amountMinor());
        }
        return total > payment.getAmountMinor() ? Optional.of(Assignment.MORE_THAN_PAID) : Optional.empty();
    }
}
