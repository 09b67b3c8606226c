package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What became of the rows of a file: every row below the header is counted once.
 *
 * @param lines lines that were taken
 * @param refused lines that were refused, each with its problem
 * @param passedOver headings, repeated headers, rules and footers
 * @param totals totals, which were checked
 * @param sums the control sums of the lines taken, by currency
 */
public record ReadSummary(long lines, long refused, long passedOver, long totals, List<ControlSum> sums) {

    public ReadSummary {
        sums = List.copyOf(sums);
    }

    /**
     * The control sum of one currency.
     *
     * @param original for payments and customers the amounts paid and the credit limits
     */
    public record ControlSum(Currency currency, long lines, BigDecimal original, BigDecimal open) {}
}
