package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which of some amounts add up to a target, in minor units.
 *
 * <p>The search stops at {@value #MOST_STEPS} steps: an answer that takes longer is not worth having, and there are likely to be
 * several. Amounts may be negative.
 */
final class SubsetSum {

    static final int MOST_STEPS = 50_000;

    /**
     * What the search found.
     *
     * @param sets positions into the amounts, ascending; each adds up to the target
     * @param complete whether there are no others: false where the search was stopped
     */
    record Answer(List<int[]> sets, Completeness complete) {}

    /** Whether every subset was looked at. */
    enum Completeness {
        ALL_FOUND,
        STOPPED
    }

    private final long[] amounts;
    private final int[] order;
    private final long[] mostAhead;
    private final long[] leastAhead;
    private final long tolerance;
    private final int mostSets;
    private final List<int[]> sets = new ArrayList<>();
    private int steps;

    private SubsetSum(long[] amounts, long tolerance, int mostSets) {
        this.amounts = amounts;
        this.tolerance = tolerance;
        this.mostSets = mostSets;
        order = largestFirst(amounts);
        mostAhead = new long[amounts.length + 1];
        leastAhead = new long[amounts.length + 1];
        for (int i = amounts.length - 1; i >= 0; i--) {
            long amount = amounts[order[i]];
            mostAhead[i] = mostAhead[i + 1] + Math.max(0, amount);
            leastAhead[i] = leastAhead[i + 1] + Math.min(0, amount);
        }
    }

    /** Up to {@code mostSets} non-empty sets that add up to the target. */
    static Answer of(long[] amounts, long target, int mostSets) {
        return within(amounts, target, 0, mostSets);
    }

    /** The same, where a sum may miss the target by so much in either direction. */
    static Answer within(long[] amounts, long target, long tolerance, int mostSets) {
        SubsetSum search = new SubsetSum(amounts, tolerance, mostSets);
        boolean whole = search.extend(0, target, new int[amounts.length], 0);
        return new Answer(search.sets, whole ? Completeness.ALL_FOUND : Completeness.STOPPED);
    }

    private boolean extend(int next, long missing, int[] chosen, int count) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (missing < leastAhead[next] - tolerance || missing > mostAhead[next] + tolerance) {
            return true;
        }
        if (next == order.length) {
            if (count == 0) {
                return true;
            }
            int[] set = Arrays.copyOf(chosen, count);
            Arrays.sort(set);
            sets.add(set);
            return sets.size() < mostSets;
        }
        chosen[count] = order[next];
        return extend(next + 1, missing - amounts[order[next]], chosen, count + 1)
                && extend(next + 1, missing, chosen, count);
    }

    private static int[] largestFirst(long[] amounts) {
        Integer[] order = new Integer[amounts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingLong(i -> -Math.abs(amounts[i])).thenComparingInt(i -> i));
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }
}
