package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.quittance.core.money.Money;

/**
 * Exchange rates of several base currencies, by which money of one currency is posted as money of another.
 *
 * <p>What is only shown may be shown by an old rate ({@link ReportingRates}); what is posted may not: the tables say how old a rate may be.
 *
 * @param tables where rates are looked up, in this order; the first that can convert does
 */
public record CrossRates(List<RateTable> tables) {

    /** Nothing can be converted. */
    public static final CrossRates NONE = new CrossRates(List.of());

    public CrossRates {
        tables = List.copyOf(tables);
    }

    /** The amount in another currency at the rates of the day, rounded by {@link ReportingTotals#ROUNDING}. */
    public Conversion converted(Money amount, Currency to, LocalDate asOf) {
        for (RateTable table : tables) {
            if (table.converted(amount, to, asOf, ReportingTotals.ROUNDING) instanceof Conversion.Converted converted) {
                return converted;
            }
        }
        return new Conversion.NoRate(to, asOf);
    }
}
