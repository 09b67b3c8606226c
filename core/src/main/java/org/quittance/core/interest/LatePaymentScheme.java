package org.quittance.core.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.interest.LateCharge.Chargeable;
import org.quittance.core.interest.LateCharge.NotChargeable;
import org.quittance.core.interest.LateCharge.Reason;
import org.quittance.core.money.Money;

/**
 * A law on late payment between businesses: simple interest of eight points over a reference rate, from the day after the due date on
 * a year of 365 days, and a fixed sum per invoice.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, but its type cannot say so.
public enum LatePaymentScheme {
    /**
     * The Late Payment of Commercial Debts (Interest) Act 1998. The Bank of England's base rate of 31 December rules debts that become
     * overdue from 1 January to 30 June, that of 30 June those from 1 July to 31 December, and stays with the debt. The fixed sum is 40,
     * from 1,000.00 on 70, from 10,000.00 on 100 pounds.
     */
    UNITED_KINGDOM("GBP", "Late Payment of Commercial Debts (Interest) Act 1998", "Bank of England, Bank Rate"),
    /**
     * Directive 2011/7/EU, articles 3 and 6, where a member state has not gone further: the European Central Bank's rate of 1 January rules the
     * days to 30 June, that of 1 July the days to 31 December; the fixed sum is 40 euros.
     */
    EUROPEAN_UNION("EUR", "Directive 2011/7/EU", "European Central Bank, main refinancing operations");

    private static final BigDecimal MARGIN_PERCENT = BigDecimal.valueOf(8);
    /** Where the directive holds. */
    private static final Set<String> MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private final String currencyCode;
    private final String law;
    private final String reference;

    LatePaymentScheme(String currencyCode, String law, String reference) {
        this.currencyCode = currencyCode;
        this.law = law;
        this.reference = reference;
    }

    /**
     * The scheme by which a creditor in the country charges; none where no law of these two holds.
     *
     * @param country two letters (ISO 3166)
     */
    public static Optional<LatePaymentScheme> of(String country) {
        if (country.equals("GB")) {
            return Optional.of(UNITED_KINGDOM);
        }
        return MEMBER_STATES.contains(country) ? Optional.of(EUROPEAN_UNION) : Optional.empty();
    }

    /** The currency of the fixed sums. */
    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** The law's name, as a notice cites it. */
    public String law() {
        return law;
    }

    /** Whose rate it builds on. */
    public String reference() {
        return reference;
    }

    /**
     * What may be charged for a debt of which nothing was paid, up to and including a day.
     *
     * @param debt what was open since the due date
     * @param lastDay the day of payment, or the day of the claim while it is unpaid
     */
    public LateCharge charge(
            Money debt, LocalDate dueDate, LocalDate lastDay, ReferenceRates rates, InterestRounding rounding) {
        return charge(DebtOverTime.unchanged(debt, dueDate), lastDay, rates, rounding);
    }

    /** The same for a debt of which parts were paid: each part bears interest until it came. The fixed sum is that of what first was late. */
    public LateCharge charge(DebtOverTime debt, LocalDate lastDay, ReferenceRates rates, InterestRounding rounding) {
        if (!debt.original().currency().equals(currency())) {
            return new NotChargeable(Reason.OTHER_CURRENCY);
        }
        if (!debt.original().isPositive()) {
            return new NotChargeable(Reason.NOTHING_OWED);
        }
        if (!lastDay.isAfter(debt.dueDate())) {
            return new NotChargeable(Reason.NOT_LATE);
        }
        LocalDate firstDay = debt.dueDate().plusDays(1);
        List<InterestPeriod> periods = new ArrayList<>();
        for (Span span : spans(firstDay, lastDay)) {
            Optional<BigDecimal> percent = rates.percentOn(span.rateDay()).map(MARGIN_PERCENT::add);
            if (percent.isEmpty()) {
                return new NotChargeable(Reason.NO_RATE);
            }
            for (DebtOverTime.Balance balance : debt.balances(firstDay, lastDay)) {
                LocalDate from = later(balance.from(), span.from());
                LocalDate to = earlier(balance.to(), span.to());
                if (balance.amount().isPositive() && !to.isBefore(from)) {
                    periods.add(new InterestPeriod(from, to, balance.amount(), percent.get()));
                }
            }
        }
        return periods.isEmpty() ? new NotChargeable(Reason.NOTHING_OWED) : chargeable(periods, rounding);
    }

    private Chargeable chargeable(List<InterestPeriod> periods, InterestRounding rounding) {
        BigDecimal interest = BigDecimal.ZERO;
        for (InterestPeriod period : periods) {
            interest = interest.add(period.interest(rounding));
        }
        return new Chargeable(
                periods,
                Money.rounded(interest, currency(), RoundingMode.HALF_UP),
                compensation(periods.getFirst().principal()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
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
