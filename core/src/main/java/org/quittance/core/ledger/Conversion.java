package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.quittance.core.money.Money;

/** An amount seen in another currency, or the rate that is missing for it. A missing rate is never taken for zero. */
public sealed interface Conversion {

    /**
     * The amount in the wanted currency.
     *
     * @param rates what it was converted by: none within one currency, one from or to the base, two across it
     */
    record Converted(Money amount, List<Rate> rates) implements Conversion {

        public Converted {
            rates = List.copyOf(rates);
        }
    }

    /** No rate of the currency is known at the date, or the latest is older than the table allows. */
    record NoRate(Currency currency, LocalDate asOf) implements Conversion {}
}
