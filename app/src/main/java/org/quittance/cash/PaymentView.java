package org.quittance.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.money.Money;

/**
 * A payment with everything known about it: what the bank told, what was decided, and what became of the money.
 *
 * @param settled the documents that the text names although nothing of them is open, but for what the payment itself has settled
 */
public record PaymentView(
        BankLine line,
        String bankAccount,
        boolean held,
        Standing money,
        List<Verdict> verdicts,
        List<Evidence> evidence,
        List<Proposal> proposals,
        List<SettledDocument> settled,
        List<Assigned> assigned,
        List<Applied> applied,
        List<StandingDifference> differences,
        List<Undone> undone,
        List<Learned> learned,
        QueueRow.@Nullable Parked parked,
        Joined joined) {

    public PaymentView {
        verdicts = List.copyOf(verdicts);
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals);
        settled = List.copyOf(settled);
        assigned = List.copyOf(assigned);
        applied = List.copyOf(applied);
        differences = List.copyOf(differences);
        undone = List.copyOf(undone);
        learned = List.copyOf(learned);
    }

    /**
     * The bank's line as the bank told it.
     *
     * @param received whether it is money that came in, and so can be applied
     */
    public record BankLine(
            long id,
            long entityId,
            boolean received,
            LocalDate bookingDate,
            Money amount,
            String payerName,
            String payerAccount,
            String endToEnd,
            List<String> structuredReferences,
            String remittance,
            String bankReference,
            String returnReason) {

        public BankLine {
            structuredReferences = List.copyOf(structuredReferences);
        }
    }

    /**
     * The other side of money that was accepted by hand.
     *
     * @param byHand as what the bank's line was entered by hand before; null where it was not
     * @param bankLine the bank's line of what was entered by hand; null before it has arrived
     */
    public record Joined(@Nullable Long byHand, @Nullable Long bankLine) {}

    /** Where the money stands now. The four parts sum to what was received. */
    public record Standing(long appliedMinor, long onAccountMinor, long refundedMinor, long unidentifiedMinor) {}

    /** What was decided once, by the matcher or by a person. */
    public record Verdict(String decision, double confidence, String actor, Instant at) {}

    /**
     * An account that the payment was assigned to, and the credit that it became.
     *
     * @param credited what the account was credited
     * @param open what of the credit is on account
     * @param exchange how it was credited in another currency, in words; null where it was not
     * @param isTakenBack whether it has left the account again
     */
    public record Assigned(
            long accountId,
            long customerId,
            String customer,
            long itemId,
            Money credited,
            Money open,
            @Nullable String exchange,
            String actor,
            Instant at,
            boolean isTakenBack) {}

    /** A line that stands: so much of an item is paid. */
    public record Applied(
            long allocationId,
            long itemId,
            String document,
            String customer,
            String credit,
            Money amount,
            LocalDate on,
            String actor) {}

    /** What a person's decision about the payment has taught the matcher. */
    public record Learned(String sentence, String actor, Instant at) {}

    /** What a person took back, and why. */
    public record Undone(UndoReason reason, String note, long amountMinor, LocalDate on, String actor) {}
}
