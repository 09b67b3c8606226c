package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.core.money.Money;

/** Adds up what was taken, by currency. */
final class ControlSums {

    private final Map<Currency, Sum> sums = new HashMap<>();

    private static final class Sum {
        private long lines;
        private BigDecimal original = BigDecimal.ZERO;
        private BigDecimal open = BigDecimal.ZERO;
    }

    void add(ExtractLine line) {
        switch (line) {
            case ItemLine item ->
                add(
                        item.amounts().currency(),
                        item.amounts().original(),
                        item.amounts().open());
            case PaymentLine payment -> add(payment.currency(), payment.amount(), payment.amount());
            case AdviceLine advice -> add(advice.currency(), advice.paid(), advice.paid());
            case SettlementLine settled -> add(settled.currency(), settled.gross(), settled.gross());
            case CustomerLine customer -> {
                Money limit = customer.creditLimit();
                if (limit != null) {
                    add(limit.currency(), limit.toDecimal(), BigDecimal.ZERO);
                }
            }
        }
    }

    private void add(Currency currency, BigDecimal original, BigDecimal open) {
        Sum sum = sums.computeIfAbsent(currency, _ -> new Sum());
        sum.lines++;
        sum.original = sum.original.add(original);
        sum.open = sum.open.add(open);
    }

    /** In the order of the currencies' codes. */
    List<ReadSummary.ControlSum> byCurrency() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Currency::getCurrencyCode)))
                .map(e -> new ReadSummary.ControlSum(
                        e.getKey(), e.getValue().lines, e.getValue().original, e.getValue().open))
                .toList();
    }
}
