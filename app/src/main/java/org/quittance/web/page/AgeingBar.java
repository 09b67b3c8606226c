package org.quittance.web.page;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Debt by age, as a bar whose segments are as wide as their share. Amounts of one currency; what is not positive has no segment.
 *
 * @param segments from the youngest to the oldest
 */
public record AgeingBar(List<Segment> segments) {

    /** The width of the whole bar, in the units of its drawing. */
    public static final int WIDTH = 1000;

    public AgeingBar {
        segments = List.copyOf(segments);
    }

    /**
     * One band of the bar, before it is measured.
     *
     * @param label such as {@code 31–60 days}
     * @param age 0 for what is not due, 1 for the youngest overdue band, and so on: it gives the colour
     * @param url what a click opens; null where the bar is only to be looked at
     */
    public record Band(
            String label, int age, Money amount, @Nullable String url) {}

    /** A band with its place: from {@code x}, so wide. */
    public record Segment(Band band, int x, int width) {}

    /** Measures the bands. The ends are rounded, not the widths, so that the bar has neither gap nor overlap. */
    public static AgeingBar of(List<Band> bands) {
        List<Band> owed =
                bands.stream().filter(band -> band.amount().isPositive()).toList();
        BigInteger total = owed.stream().map(AgeingBar::minor).reduce(BigInteger.ZERO, BigInteger::add);
        List<Segment> segments = new ArrayList<>();
        BigInteger before = BigInteger.ZERO;
        for (Band band : owed) {
            int from = place(before, total);
            before = before.add(minor(band));
            segments.add(new Segment(band, from, place(before, total) - from));
        }
        return new AgeingBar(segments);
    }

    private static BigInteger minor(Band band) {
        return BigInteger.valueOf(band.amount().minor());
    }

    private static int place(BigInteger part, BigInteger total) {
        return part.multiply(BigInteger.valueOf(WIDTH)).divide(total).intValueExact();
    }
}
