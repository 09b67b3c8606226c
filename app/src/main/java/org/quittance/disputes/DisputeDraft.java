package org.quittance.disputes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.money.Money;

/**
 * A dispute that somebody wants to open.
 *
 * @param amount in the currency of the item
 * @param words of the customer; needed where no reason is known
 * @param owner the login of whoever finds out; null for whoever the reason goes to
 * @param respondent the number of the respondent who is asked by mail instead; null for somebody who signs in
 * @param answerBy the last day for an answer; null for the service level of the reason
 */
public record DisputeDraft(
        long itemId,
        Money amount,
        DisputeReason reason,
        String words,
        @Nullable String owner,
        @Nullable Long respondent,
        @Nullable LocalDate answerBy) {

    /** One that goes to somebody who signs in. */
    public DisputeDraft(
            long itemId,
            Money amount,
            DisputeReason reason,
            String words,
            @Nullable String owner,
            @Nullable LocalDate answerBy) {
        this(itemId, amount, reason, words, owner, null, answerBy);
    }
}
