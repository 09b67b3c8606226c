package org.quittance.core.collections;

import java.util.Map;

/**
 * How late all customers of the book have paid: of their last settled items, how many were so many days late.
 *
 * <p>It answers for those of whom too little is known: of the items of anybody that were still unpaid {@code d} days after they fell due,
 * which share was paid within the days that followed. A book that has settled nothing answers {@value #UNKNOWN_SHARE}.
 *
 * <p>The share is that of Laplace's rule, so that it is never exactly none or all. Days before and after the ends of the range count with
 * the ends.
 */
public final class BookPace {

    /** The book of a company that has just begun. */
    public static final BookPace UNKNOWN = new BookPace(new long[1]);

    private static final double UNKNOWN_SHARE = 0.5;
    private static final int FIRST = -60;
    private static final int LAST = 365;

    /** How many items were paid later than {@code FIRST + index} days. */
    private final long[] later;

    private BookPace(long[] later) {
        this.later = later;
    }

    /**
     * The pace that the items show.
     *
     * @param itemsByDaysLate how many items were paid so many days late; negative is early
     */
    public static BookPace of(Map<Integer, Long> itemsByDaysLate) {
        if (itemsByDaysLate.isEmpty()) {
            return UNKNOWN;
        }
        long[] later = new long[LAST - FIRST + 1];
        itemsByDaysLate.forEach((daysLate, items) -> {
            if (items < 0) {
                throw new IllegalArgumentException(items + " items were paid " + daysLate + " days late");
            }
            int index = Math.clamp(daysLate, FIRST, LAST) - FIRST;
            if (index > 0) {
                later[index - 1] += items;
            }
        });
        // What is later than the next day is later than this one too: one pass, for it is asked with every account that
        // is decided alone.
        for (int index = later.length - 2; index >= 0; index--) {
            later[index] += later[index + 1];
        }
        return new BookPace(later);
    }

    /** Whether anything has been settled in it. */
    public boolean isKnown() {
        return later.length > 1;
    }

    /** The share of what was unpaid so many days after it fell due that was paid within the next days. */
    public double paidWithin(long daysPastDue, int days) {
        if (!isKnown()) {
            return UNKNOWN_SHARE;
        }
        long unpaid = laterThan(daysPastDue);
        long paid = unpaid - laterThan(daysPastDue + days);
        return (paid + 1.0) / (unpaid + 2.0);
    }

    private long laterThan(long day) {
        return later[Math.clamp(day, FIRST, LAST) - FIRST];
    }
}
