package org.quittance.core.dispute;

import org.jspecify.annotations.Nullable;

/**
 * Where disputes of a reason go.
 *
 * @param owner the login of whoever finds out; null where that is not arranged, and whoever opens it says so
 * @param workingDays within how many of them they are to answer
 * @param opensItself whether what a payer keeps back with this reason becomes a dispute at once
 */
public record DisputeRoute(DisputeReason reason, @Nullable String owner, int workingDays, boolean opensItself) {

    public static final int FEWEST_DAYS = 1;
    public static final int MOST_DAYS = 60;

    private static final int STANDARD_DAYS = 10;

    public DisputeRoute {
        if (!isLevel(workingDays)) {
            throw new IllegalArgumentException("an answer within %d working days".formatted(workingDays));
        }
    }

    public static boolean isLevel(int workingDays) {
        return workingDays >= FEWEST_DAYS && workingDays <= MOST_DAYS;
    }

    /** What the product starts with: nobody in particular, ten working days, and a dispute for whatever is kept back with a reason. */
    public static DisputeRoute standard(DisputeReason reason) {
        return new DisputeRoute(
                reason, null, STANDARD_DAYS, reason.isOfDeductions() && reason != DisputeReason.UNKNOWN);
    }
}
