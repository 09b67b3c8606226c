package org.quittance.formats.matching;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.formats.extract.ItemLine;
import org.quittance.formats.extract.PaymentLine;
import org.quittance.formats.matching.ExtractRows.Numbered;

/**
 * The unit in which the amounts of one currency are compared: at least its minor unit, finer where a file has more decimals.
 *
 * @param decimals the decimals of an amount in major units
 */
record Scale(Currency currency, int decimals) {

    /** The scale of every currency of the payments. */
    static Map<Currency, Scale> ofEach(List<Numbered<ItemLine>> items, List<Numbered<PaymentLine>> payments) {
        Map<Currency, Scale> scales = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (Numbered<PaymentLine> payment : payments) {
            widen(scales, payment.line().currency(), payment.line().amount());
        }
        for (Numbered<ItemLine> item : items) {
            widen(
                    scales,
                    item.line().amounts().currency(),
                    item.line().amounts().open());
        }
        return scales;
    }

    long minor(BigDecimal amount) {
        return amount.movePointRight(decimals).longValueExact();
    }

    BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }

    /** The policy's tolerance is in minor units of the currency. */
    MatchPolicy applied(MatchPolicy policy) {
        long finer = BigDecimal.ONE
                .movePointRight(decimals - currency.getDefaultFractionDigits())
                .longValueExact();
        return policy.finer(finer);
    }

    private static void widen(Map<Currency, Scale> scales, Currency currency, BigDecimal amount) {
        int least = Math.max(0, currency.getDefaultFractionDigits());
        int decimals = Math.max(least, amount.stripTrailingZeros().scale());
        Scale known = scales.get(currency);
        if (known == null || known.decimals() < decimals) {
            scales.put(currency, new Scale(currency, decimals));
        }
    }
}
