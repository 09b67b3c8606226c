package org.quittance.core.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.core.money.Money;

/**
 * Dated exchange rates against one base currency, for showing amounts in a reporting currency. The books stay in the currency of
 * the document.
 *
 * <p>A day without a rate (a weekend, a holiday) takes the latest earlier one, but none older than {@code maxAgeDays}. The result names
 * the rates that were used. The division is done once and rounded once, under the caller's rule.
 */
public final class RateTable {

    private final Currency base;
    private final int maxAgeDays;
    private final Map<Currency, NavigableMap<LocalDate, Rate>> rates;

    private RateTable(Currency base, int maxAgeDays, Map<Currency, NavigableMap<LocalDate, Rate>> rates) {
        this.base = base;
        this.maxAgeDays = maxAgeDays;
        this.rates = rates;
    }

    /** A table of the rates; two rates of one currency and day are refused, and so is a rate of the base itself. */
    public static RateTable of(Currency base, int maxAgeDays, Collection<Rate> rates) {
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("Rates cannot be at most %d days old".formatted(maxAgeDays));
        }
        Map<Currency, NavigableMap<LocalDate, Rate>> byCurrency = new HashMap<>();
        for (Rate rate : rates) {
            Rate earlier = byCurrency
                    .computeIfAbsent(rate.currency(), _ -> new TreeMap<>())
                    .put(rate.date(), rate);
            if (earlier != null || rate.currency().equals(base)) {
                throw new IllegalArgumentException("A second rate of %s on %s".formatted(rate.currency(), rate.date()));
            }
        }
        return new RateTable(base, maxAgeDays, byCurrency);
    }

    public Currency base() {
        return base;
    }

    /** The amount in another currency at the rates of the date, rounded under the rule. */
    public Conversion converted(Money amount, Currency to, LocalDate asOf, RoundingMode rounding) {
        if (amount.currency().equals(to)) {
            return new Conversion.Converted(amount, List.of());
        }
        List<Rate> used = new ArrayList<>(2);
        BigDecimal value = amount.toDecimal();
        if (!to.equals(base)) {
            Optional<Rate> rate = latest(to, asOf);
            if (rate.isEmpty()) {
                return new Conversion.NoRate(to, asOf);
            }
            used.add(rate.get());
            value = value.multiply(rate.get().perBase());
        }
        BigDecimal divisor = BigDecimal.ONE;
        if (!amount.currency().equals(base)) {
            Optional<Rate> rate = latest(amount.currency(), asOf);
            if (rate.isEmpty()) {
                return new Conversion.NoRate(amount.currency(), asOf);
            }
            used.addFirst(rate.get());
            divisor = rate.get().perBase();
        }
        BigDecimal inTarget = value.divide(divisor, to.getDefaultFractionDigits(), rounding);
        return new Conversion.Converted(Money.of(inTarget, to), used);
    }

    private Optional<Rate> latest(Currency currency, LocalDate asOf) {
        return Optional.ofNullable(rates.get(currency))
                .map(byDate -> byDate.floorEntry(asOf))
                .map(Map.Entry::getValue)
                .filter(rate -> asOf.toEpochDay() - rate.date().toEpochDay() <= maxAgeDays);
    }
}
