package org.quittance.disputes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.dispute.Dispute;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.money.Money;

/**
 * A dispute as it stands.
 *
 * @param open what is open of the item; nothing where it is settled
 * @param leftOut what nobody asks for: all of it while it is open, then what is not owed and not credited yet
 * @param owner the login of whoever finds out; null for a respondent, and for nobody yet
 * @param ownerEmail where a respondent is asked; empty for somebody who signs in
 * @param paymentId the payment that kept it back; null where it was not raised so
 */
public record DisputeLine(
        long id,
        long itemId,
        String document,
        About about,
        Money amount,
        Money open,
        Money leftOut,
        DisputeReason reason,
        String words,
        Dispute.State state,
        LocalDate openedOn,
        String openedBy,
        @Nullable String owner,
        @Nullable String ownerName,
        String ownerEmail,
        LocalDate answerBy,
        @Nullable LocalDate endedOn,
        @Nullable Long paymentId) {

    /** Whose item it is. */
    public record About(
            long accountId, String accountNumber, long customerId, String customerName, String entityCode) {}

    DisputeLine ownedBy(String name) {
        return new DisputeLine(
                id,
                itemId,
                document,
                about,
                amount,
                open,
                leftOut,
                reason,
                words,
                state,
                openedOn,
                openedBy,
                owner,
                name,
                ownerEmail,
                answerBy,
                endedOn,
                paymentId);
    }

    public String number() {
        return "D" + id;
    }

    public boolean isOpen() {
        return state == Dispute.State.OPEN;
    }

    /** Whether an answer should have come. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && answerBy.isBefore(today);
    }

    /** Whether something is not owed whose credit has not come. */
    public boolean awaitsCredit() {
        return !isOpen() && leftOut.isPositive();
    }
}
