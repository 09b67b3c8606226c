package org.quittance.core.collections;

import org.quittance.core.ledger.CustomerId;

/**
 * The share of customers that a version of a strategy is rolled out to; the others are held out of it, so that results can be compared.
 *
 * <p>Who belongs to it is drawn by lot from the numbers of customer and version: the same on every day and every machine, for all accounts of a
 * customer alike, and for each version anew. A share that grows keeps those who were in it.
 */
public record Share(int percent) {

    public static final Share NONE = new Share(0);
    public static final Share ALL = new Share(100);

    public Share {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share of %d %%".formatted(percent));
        }
    }

    public boolean isAll() {
        return percent == 100;
    }

    /** Whether the customer gets the version. */
    public boolean holds(CustomerId customer, StrategyId version) {
        return lot(customer, version) < percent;
    }

    /**
     * From 0 to 99, each as likely as any other. The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014); it is spelled here because a
     * lot must never fall otherwise, whatever a library does.
     */
    static int lot(CustomerId customer, StrategyId version) {
        long mixed = mix(mix(version.value()) + customer.value());
        return (int) Long.remainderUnsigned(mixed, 100);
    }

    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
