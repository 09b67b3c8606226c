package org.quittance.core.collections;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.ledger.RateTable;
import org.quittance.core.money.Money;

/**
 * Amounts of several currencies that weigh the same: EUR 10,000, USD 11,000, JPY 1,600,000.
 *
 * <p>It weighs, it does not convert: minimums and priorities compare debts of different currencies by it, the books never do. A currency
 * that it does not know weighs the full reference, so that a missing rate never makes a debt too small to chase.
 *
 * @param reference the amounts in minor units, each more than zero
 */
public record Yardstick(Map<Currency, Long> reference) {

    public Yardstick {
        reference = Map.copyOf(reference);
        reference.forEach((currency, minor) -> {
            if (minor <= 0) {
                throw new IllegalArgumentException("A reference of %d minor units of %s".formatted(minor, currency));
            }
        });
    }

    public static Yardstick of(Money... references) {
        Map<Currency, Long> minor = new HashMap<>();
        for (Money money : references) {
            minor.put(money.currency(), money.minor());
        }
        return new Yardstick(minor);
    }

    /** The same reference in each of the currencies that the table has a rate for at the date. */
    public static Yardstick of(Money reference, Collection<Currency> currencies, RateTable rates, LocalDate asOf) {
        Map<Currency, Long> minor = new HashMap<>();
        minor.put(reference.currency(), reference.minor());
        for (Currency currency : currencies) {
            switch (rates.converted(reference, currency, asOf, RoundingMode.HALF_UP)) {
                case Conversion.Converted(Money amount, var _) -> minor.put(currency, Math.max(1, amount.minor()));
                case Conversion.NoRate _ -> minor.remove(currency);
            }
        }
        return new Yardstick(minor);
    }

    /** Whether it has a reference of the currency. */
    public boolean knows(Currency currency) {
        return reference.containsKey(currency);
    }

    /** The amount as a multiple of its currency's reference: 1.0 for EUR 10,000 above. */
    public double share(Money amount) {
        return share(amount.minor(), amount.currency());
    }

    double share(long minor, Currency currency) {
        Long whole = reference.get(currency);
        return whole == null ? Long.signum(minor) : (double) minor / whole;
    }
}
