package org.quittance.web.behaviour;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.behaviour.PaidMonth;
import org.quittance.core.behaviour.PaymentBehaviour;

/**
 * Days beyond terms by month as bars over and under a line, ready to be drawn: the line is the due date.
 *
 * <p>Months without a payment have a gap. The scale has room for at least ten days either way where there is anything to show there.
 *
 * @param zeroY where the line is, from the top
 */
public record MonthChart(List<Bar> bars, int zeroY) {

    public static final int BAR = 20;
    public static final int WIDTH = PaymentBehaviour.MONTHS * BAR;
    public static final int HEIGHT = 120;
    private static final int LEAST_SCALE_DAYS = 10;
    private static final int GAP = 4;

    public MonthChart {
        bars = List.copyOf(bars);
    }

    /** One month. */
    public record Bar(PaidMonth month, int x, int y, int height) {
        public static final int WIDTH = BAR - GAP;

        public boolean isLate() {
            return month.daysBeyondTerms() > 0;
        }
    }

    public static MonthChart of(PaymentBehaviour behaviour) {
        YearMonth first = YearMonth.from(behaviour.asOf()).minusMonths(PaymentBehaviour.MONTHS - 1L);
        int latest = LEAST_SCALE_DAYS;
        int earliest = 0;
        for (PaidMonth month : behaviour.months()) {
            latest = Math.max(latest, month.daysBeyondTerms());
            earliest = Math.min(earliest, month.daysBeyondTerms());
        }
        double pixelsPerDay = (double) HEIGHT / (latest - earliest);
        int zeroY = (int) Math.round(latest * pixelsPerDay);
        List<Bar> bars = new ArrayList<>();
        for (PaidMonth month : behaviour.months()) {
            int place = (int) first.until(month.month(), ChronoUnit.MONTHS);
            int height = Math.max(2, (int) Math.round(Math.abs(month.daysBeyondTerms()) * pixelsPerDay));
            int y = month.daysBeyondTerms() > 0 ? zeroY - height : Math.min(zeroY, HEIGHT - height);
            bars.add(new Bar(month, place * BAR + GAP / 2, Math.max(0, y), height));
        }
        return new MonthChart(bars, zeroY);
    }
}
