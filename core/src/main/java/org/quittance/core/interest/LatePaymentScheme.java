package org.quittance.core.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.core.interest.LateCharge.Chargeable;
import org.quittance.core.interest.LateCharge.NotChargeable;
import org.quittance.core.interest.LateCharge.Reason;
import org.quittance.core.money.Money;

/**
 * A law on late payment between businesses: simple interest of eight points over a reference rate, from the day after the due date on
 * a year of 365 days, and a fixed sum per invoice.
 */
public enum LatePaymentScheme {
    /**
     * The Late Payment of Commercial Debts (Interest) Act 1998. The Bank of England's base rate of 31 December rules debts that become
     * overdue from 1 January to 30 June, that of 30 June those from 1 July to 31 December, and stays with the debt. The fixed sum is 40,
     * from 1,000.00 on 70, from 10,000.00 on 100 pounds.
     */
    UNITED_KINGDOM("GBP"),
    /**
     * Directive 2011/7/EU, articles 3 and 6, where a member state has not gone further: the European Central Bank's rate of 1 January rules the
     * days to 30 June, that of 1 July the days to 31 December; the fixed sum is 40 euros.
     */
    EUROPEAN_UNION("EUR");

    private static final BigDecimal MARGIN_PERCENT = BigDecimal.valueOf(8);

    private final String currencyCode;

    LatePaymentScheme(String currencyCode) {
        this.currencyCode = currencyCode;
    }

    /** The currency of the fixed sums. */
    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /**
     * What may be charged for the debt up to and including a day.
     *
     * @param debt what was open since the due date
     * @param lastDay the day of payment, or the day of the claim while it is unpaid
     */
    public LateCharge charge(
            Money debt, LocalDate dueDate, LocalDate lastDay, ReferenceRates rates, InterestRounding rounding) {
        if (!debt.currency().equals(currency())) {
            return new NotChargeable(Reason.OTHER_CURRENCY);
        }
        if (!debt.isPositive()) {
            return new NotChargeable(Reason.NOTHING_OWED);
        }
        if (!lastDay.isAfter(dueDate)) {
            return new NotChargeable(Reason.NOT_LATE);
        }
        List<InterestPeriod> periods = new ArrayList<>();
        for (Span span : spans(dueDate.plusDays(1), lastDay)) {
            Optional<BigDecimal> reference = rates.percentOn(span.rateDay());
            if (reference.isEmpty()) {
                return new NotChargeable(Reason.NO_RATE);
            }
            periods.add(
                    new InterestPeriod(span.from(), span.to(), reference.get().add(MARGIN_PERCENT)));
        }
        BigDecimal interest = BigDecimal.ZERO;
        for (InterestPeriod period : periods) {
            interest = interest.add(period.interestOn(debt, rounding));
        }
        return new Chargeable(periods, Money.rounded(interest, currency(), RoundingMode.HALF_UP), compensation(debt));
    }

    /** The fixed sum for a debt in the scheme's currency. */
    public Money compensation(Money debt) {
        String sum = switch (this) {
            case EUROPEAN_UNION -> "40";
            case UNITED_KINGDOM -> {
                if (debt.compareTo(Money.of("1000", "GBP")) < 0) {
                    yield "40";
                }
                yield debt.compareTo(Money.of("10000", "GBP")) < 0 ? "70" : "100";
            }
        };
        return Money.of(new BigDecimal(sum), currency());
    }

    /** Days under one reference rate, and the day whose rate it is. */
    private record Span(LocalDate from, LocalDate to, LocalDate rateDay) {}

    private List<Span> spans(LocalDate first, LocalDate last) {
        return switch (this) {
            case UNITED_KINGDOM ->
                List.of(new Span(first, last, halfYearOf(first).minusDays(1)));
            case EUROPEAN_UNION -> {
                List<Span> spans = new ArrayList<>();
                for (LocalDate from = first; !from.isAfter(last); ) {
                    LocalDate half = halfYearOf(from);
                    LocalDate next = half.plusMonths(6);
                    spans.add(new Span(from, next.isAfter(last) ? last : next.minusDays(1), half));
                    from = next;
                }
                yield spans;
            }
        };
    }

    /** The first day of the half-year that the day lies in. */
    private static LocalDate halfYearOf(LocalDate day) {
        return LocalDate.of(day.getYear(), day.getMonth().compareTo(Month.JULY) < 0 ? Month.JANUARY : Month.JULY, 1);
    }
}
