package org.quittance.web.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;

/**
 * The form for a call as it was sent, or empty.
 *
 * @param account the account that a promise is for; null where there is none
 * @param amount what was promised, as typed; empty for no promise
 * @param due the day that was promised
 * @param followUp when to come back to it
 * @param repeat whether a promise that was noted a moment ago is meant once more; null where that was not asked
 * @param otherwise how they were called although the contact gate let nobody be dialled; null where that was not asked
 */
public record CallForm(
        CallReport.@Nullable Way way,
        @Nullable CallResult result,
        @Nullable Long contact,
        @Nullable String note,
        @Nullable Long account,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable LocalDate due,
        @Nullable LocalDate followUp,
        PromiseDraft.@Nullable Repeat repeat,
        @Nullable String otherwise) {

    public static CallForm empty() {
        return about(null);
    }

    /** Empty, and about an account; null for whichever needs it most. */
    public static CallForm about(@Nullable Long account) {
        return new CallForm(null, null, null, null, account, null, null, null, null, null, null);
    }

    /** Whether to ask where the same was noted a moment ago. */
    public PromiseDraft.Repeat repeated() {
        return repeat == null ? PromiseDraft.Repeat.ASK : repeat;
    }

    public boolean hasPromise() {
        return amount != null && !amount.isBlank();
    }
}
