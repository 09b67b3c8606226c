package org.quittance.core.collections;

/**
 * By how much customers with a version differ from those held out of it.
 *
 * @param low the lower end of the interval that holds the true difference with 95 % confidence
 * @param high its upper end
 */
public record Difference(double estimate, double low, double high) {

    /** Whether chance alone is unlikely to have made it. */
    public boolean isTold() {
        return low > 0 || high < 0;
    }
}
