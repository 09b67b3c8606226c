package org.quittance.web.behaviour;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quittance.core.behaviour.PaidMonth;
import org.quittance.core.behaviour.PaymentBehaviour;

/**
 * Days beyond terms by month as bars over and under a line, ready to be drawn: the line is the due date.
 *
 * <p>Months without a payment have a gap. The scale has room for at least ten days either way where there is anything to show there, and a
 * few whole numbers of days beside it; every third month has its name below.
 *
 * @param days the marks of the scale, the earliest payment first, the due date among them
 * @param monthNames the months that are named, the oldest first
 * @param zeroY where the due date is, from the top
 */
public record MonthChart(List<Bar> bars, List<Tick> days, List<Tick> monthNames, int zeroY) {

    public static final int BAR = 20;
    public static final int BARS = PaymentBehaviour.MONTHS * BAR;
    public static final int LEFT = 84;
    public static final int WIDTH = LEFT + BARS + 32;
    public static final int HEIGHT = 164;
    private static final int TOP = 12;
    private static final int ROOM = 124;
    private static final int LEAST_SCALE_DAYS = 10;
    private static final int MOST_MARKS = 4;
    private static final int[] STEPS = {5, 10, 20, 30, 50, 100, 200};
    private static final int NAMED_EVERY_MONTHS = 3;
    private static final int GAP = 4;

    public MonthChart {
        bars = List.copyOf(bars);
        days = List.copyOf(days);
        monthNames = List.copyOf(monthNames);
    }

    /** One month. */
    public record Bar(PaidMonth month, int x, int y, int height) {
        public static final int WIDTH = BAR - GAP;

        public boolean isLate() {
            return month.daysBeyondTerms() > 0;
        }
    }

    /** A mark of an axis: from the top for days, from the left for months. */
    public record Tick(String text, int at) {}

    /** Which days the height stands for. */
    private record Scale(int latest, int earliest) {

        static Scale of(List<PaidMonth> months) {
            int latest = LEAST_SCALE_DAYS;
            int earliest = 0;
            for (PaidMonth month : months) {
                latest = Math.max(latest, month.daysBeyondTerms());
                earliest = Math.min(earliest, month.daysBeyondTerms());
            }
            return new Scale(latest, earliest);
        }

        int height(int days) {
            return (int) Math.round(Math.abs(days) * (double) ROOM / (latest - earliest));
        }

        int y(int days) {
            return days >= 0 ? TOP + height(latest) - height(days) : TOP + height(latest) + height(days);
        }

        List<Tick> ticks() {
            int step = step();
            List<Tick> ticks = new ArrayList<>();
            for (int day = earliest / step * step; day <= latest; day += step) {
                String days = day == 0 ? "due date" : day > 0 ? day + " days" : -day + " early";
                ticks.add(new Tick(days, y(day)));
            }
            return ticks;
        }

        private int step() {
            for (int step : STEPS) {
                if ((latest - earliest) / step <= MOST_MARKS) {
                    return step;
                }
            }
            return (latest - earliest) / MOST_MARKS + 1;
        }
    }

    public static MonthChart of(PaymentBehaviour behaviour, Locale locale) {
        YearMonth first = YearMonth.from(behaviour.asOf()).minusMonths(PaymentBehaviour.MONTHS - 1L);
        Scale scale = Scale.of(behaviour.months());
        List<Bar> bars = new ArrayList<>();
        for (PaidMonth month : behaviour.months()) {
            int place = (int) first.until(month.month(), ChronoUnit.MONTHS);
            int height = Math.max(2, scale.height(month.daysBeyondTerms()));
            int y = month.daysBeyondTerms() > 0 ? scale.y(0) - height : scale.y(0);
            bars.add(new Bar(month, LEFT + place * BAR + GAP / 2, y, height));
        }
        List<Tick> names = new ArrayList<>();
        for (int place = NAMED_EVERY_MONTHS - 1; place < PaymentBehaviour.MONTHS; place += NAMED_EVERY_MONTHS) {
            names.add(new Tick(name(first.plusMonths(place), locale), LEFT + place * BAR + BAR / 2));
        }
        return new MonthChart(bars, scale.ticks(), names, scale.y(0));
    }

    /** {@code Nov 2025}. */
    public static String name(YearMonth month, Locale locale) {
        return month.format(DateTimeFormatter.ofPattern("MMM uuuu", locale));
    }
}
