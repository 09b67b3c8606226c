package org.quittance.cash;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.DeductionReason;
import org.quittance.core.money.Money;

/**
 * What a payment has left of an item, as it stands: given up and posted, or kept back by the payer and still open.
 *
 * @param deductionReason why the payer keeps it back; null where nobody has said, and of everything that is no deduction
 * @param words of the payer, or of whoever applied the payment; empty where there are none
 */
public record StandingDifference(
        long paymentId,
        long itemId,
        String document,
        Difference.Kind kind,
        Money amount,
        @Nullable DeductionReason deductionReason,
        String words,
        Money openNow,
        LocalDate on,
        String actor) {

    /** Whether it is still asked for: it settled nothing, and something of the item is open. */
    public boolean isOpen() {
        return !kind.settles() && openNow.isPositive();
    }

    /** Such as "Deduction: Freight, they paid the carrier". */
    public String what() {
        String reason = deductionReason == null ? "" : ": " + deductionReason.label();
        String more = words.isEmpty() ? "" : (reason.isEmpty() ? ": " : ", ") + words;
        return kind.label() + reason + more;
    }
}
