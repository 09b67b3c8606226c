package org.quittance.core.collections;

import java.util.Set;
import org.quittance.core.ledger.CustomerId;

/**
 * The share of customers that a version of a strategy is rolled out to; the others are held out of it, so that results can be compared.
 *
 * <p>Every customer has a ticket for each version, drawn from the numbers of both: the same on every day and every machine, and for all
 * accounts of a customer alike. Those below a bound get the version. Where the bound is the percent itself, each customer is drawn like a coin;
 * {@link #drawn} moves it to where exactly so many of the customers of a day are below it. Example: of 37 customers half are 19, though of
 * their tickets 24 may lie below the middle. Whoever comes later has a ticket as well and is asked by the same bound.
 *
 * @param percent as somebody has asked for it
 * @param below the bound of the tickets: those below it get the version
 */
public record Share(int percent, long below) {

    private static final int BITS_BELOW_A_PERCENT = 56;

    public static final Share NONE = of(0);
    public static final Share ALL = of(100);

    public Share {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share of %d %%".formatted(percent));
        }
        if (below < 0 || below > boundOf(100)) {
            throw new IllegalArgumentException("No ticket is at %d".formatted(below));
        }
    }

    /** Each customer drawn by itself: of few customers it may be far more or fewer. */
    public static Share of(int percent) {
        return new Share(percent, boundOf(percent));
    }

    /**
     * Exactly that share of the customers, to the nearest whole one; of all bounds that do so, the one that is nearest to the percent, so that
     * whoever comes later is drawn with about that chance.
     *
     * @param before the share until now: a larger one keeps everybody who has the version, a smaller one gives it to nobody new
     */
    public static Share drawn(int percent, Set<CustomerId> customers, StrategyId version, Share before) {
        Share coin = of(percent);
        if (percent == 0 || percent == 100) {
            return coin;
        }
        long[] tickets = customers.stream()
                .mapToLong(customer -> ticket(customer, version))
                .sorted()
                .toArray();
        int taken = Math.toIntExact(Math.round(tickets.length * percent / 100.0));
        long least = taken == 0 ? 0 : tickets[taken - 1] + 1;
        long most = taken == tickets.length ? boundOf(100) : tickets[taken];
        long exact = Math.max(least, Math.min(most, coin.below));
        return new Share(
                percent, percent >= before.percent ? Math.max(exact, before.below) : Math.min(exact, before.below));
    }

    public boolean isAll() {
        return percent == 100;
    }

    /** Whether the customer gets the version. */
    public boolean holds(CustomerId customer, StrategyId version) {
        return ticket(customer, version) < below;
    }

    private static long boundOf(int percent) {
        return (long) percent << BITS_BELOW_A_PERCENT;
    }

    /** The lot, and behind it what tells customers with the same lot apart. */
    private static long ticket(CustomerId customer, StrategyId version) {
        long mixed = mixed(customer, version);
        return boundOf(lot(customer, version)) | (Long.divideUnsigned(mixed, 100) >>> 2);
    }

    /** From 0 to 99, each as likely as any other. */
    static int lot(CustomerId customer, StrategyId version) {
        return (int) Long.remainderUnsigned(mixed(customer, version), 100);
    }

    /**
     * The mixing is that of SplitMix64 (Steele, Lea and Flood, 2014); it is spelled here because a lot must never fall otherwise, whatever a
     * library does.
     */
    private static long mixed(CustomerId customer, StrategyId version) {
        return mix(mix(version.value()) + customer.value());
    }

    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
