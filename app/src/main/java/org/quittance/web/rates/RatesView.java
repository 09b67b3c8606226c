package org.quittance.web.rates;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.ledger.ExchangeRates.Listed;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;

/**
 * The rates up to a day, with the forms that enter more.
 *
 * @param currency only pairs with it; null for all
 * @param reporting the reporting currency's code; null before one was chosen
 * @param refused lines of a file that were not taken
 */
public record RatesView(
        @Nullable String currency,
        LocalDate upTo,
        @Nullable String reporting,
        List<Listed> rates,
        Pager pager,
        NewRate rate,
        List<Problem> refused,
        Problems problems) {

    public RatesView {
        rates = List.copyOf(rates);
        refused = List.copyOf(refused);
    }

    /** What the form for one rate sends. */
    public record NewRate(
            @Nullable String base,
            @Nullable String quote,
            @Nullable LocalDate day,
            @Nullable String rate) {

        static NewRate empty(LocalDate today) {
            return new NewRate("EUR", "", today, "");
        }
    }
}
