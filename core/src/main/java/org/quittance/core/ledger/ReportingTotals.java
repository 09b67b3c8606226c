package org.quittance.core.ledger;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.core.money.Money;

/**
 * Amounts of several currencies beside what they are worth in one, the reporting currency.
 *
 * <p>Each amount is converted as a whole and rounded once, half up ({@link #ROUNDING}); the totals are the sums of the rounded figures,
 * so that whoever adds up what is shown finds the total. The amounts in their own currencies stay beside it. Where a rate is missing
 * there is no total: a part of it would be taken for the whole.
 *
 * @param currency the reporting currency
 * @param asOf the day whose rates were asked for; each line names the rates that it got
 * @param lines one for each currency, by its code
 */
public record ReportingTotals(Currency currency, LocalDate asOf, List<Line> lines) {

    /** A half of a minor unit goes up, away from zero. */
    public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    public ReportingTotals {
        lines = List.copyOf(lines);
    }

    /** The amounts of one currency. */
    public sealed interface Line {

        /** In the currency in which they are owed. */
        List<Money> own();

        default Currency ownCurrency() {
            return own().getFirst().currency();
        }
    }

    /**
     * Amounts with their worth in the reporting currency.
     *
     * @param base the currency of which the rates tell the price of one unit
     * @param rates none for the reporting currency itself
     */
    public record Converted(List<Money> own, List<Money> reported, Currency base, List<Rate> rates) implements Line {

        public Converted {
            own = List.copyOf(own);
            reported = List.copyOf(reported);
            rates = List.copyOf(rates);
        }
    }

    /** Amounts for which no rate is known at the date or before. */
    public record WithoutRate(List<Money> own) implements Line {

        public WithoutRate {
            own = List.copyOf(own);
        }
    }

    /**
     * Converts the amounts.
     *
     * @param amounts for each currency as many amounts as for the others, in the same order: owed, overdue, credits
     */
    public static ReportingTotals of(Collection<List<Money>> amounts, ReportingRates rates) {
        List<Line> lines = new ArrayList<>();
        for (List<Money> own : amounts) {
            lines.add(rates.line(own));
        }
        lines.sort(Comparator.comparing(line -> line.ownCurrency().getCurrencyCode()));
        return new ReportingTotals(rates.currency(), rates.asOf(), lines);
    }

    /** The sums in the reporting currency, in the order of the amounts; nothing where a rate is missing or there is no line. */
    public Optional<List<Money>> totals() {
        List<Money> sums = new ArrayList<>();
        for (Line line : lines) {
            switch (line) {
                case WithoutRate _ -> {
                    return Optional.empty();
                }
                case Converted converted -> add(sums, converted.reported());
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(sums));
    }

    /** The currencies without a rate, by code. */
    public List<Currency> missing() {
        return lines.stream()
                .filter(WithoutRate.class::isInstance)
                .map(Line::ownCurrency)
                .toList();
    }

    private static void add(List<Money> sums, List<Money> more) {
        if (sums.isEmpty()) {
            sums.addAll(more);
            return;
        }
        for (int i = 0; i < more.size(); i++) {
            sums.set(i, sums.get(i).plus(more.get(i)));
        }
    }
}
