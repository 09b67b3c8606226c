package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.quittance.core.ledger.ReportingTotals.Converted;
import org.quittance.core.ledger.ReportingTotals.Line;
import org.quittance.core.ledger.ReportingTotals.WithoutRate;
import org.quittance.core.money.Money;

/**
 * How amounts of any currency are shown in the reporting currency on a day.
 *
 * @param currency the reporting currency
 * @param asOf the day whose rates are asked for
 * @param tables where rates are looked up, in this order; the first table that can convert all amounts of a line does
 */
public record ReportingRates(Currency currency, LocalDate asOf, List<RateTable> tables) {

    public ReportingRates {
        tables = List.copyOf(tables);
    }

    /** Converts amounts of one currency, each as a whole, rounded by {@link ReportingTotals#ROUNDING}. */
    public Line line(List<Money> own) {
        if (own.getFirst().currency().equals(currency)) {
            return new Converted(own, own, currency, List.of());
        }
        for (RateTable table : tables) {
            List<Money> reported = new ArrayList<>();
            List<Rate> rates = List.of();
            for (Money amount : own) {
                switch (table.converted(amount, currency, asOf, ReportingTotals.ROUNDING)) {
                    case Conversion.Converted(Money worth, List<Rate> used) -> {
                        reported.add(worth);
                        rates = used;
                    }
                    case Conversion.NoRate _ -> {}
                }
            }
            if (reported.size() == own.size()) {
                return new Converted(own, reported, table.base(), rates);
            }
        }
        return new WithoutRate(own);
    }
}
