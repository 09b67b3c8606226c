package org.quittance.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.RateDraft;
import org.springframework.stereotype.Component;

/** Invented rates of the euro on every business day of the demo company's history, drifting about a middle as real ones do. */
@Component
class DemoRates {

    private static final String SOURCE = "Demo rates";
    private static final String EURO = "EUR";

    private final ExchangeRates rates;

    DemoRates(ExchangeRates rates) {
        this.rates = rates;
    }

    /** A currency with the price of one euro about which it drifts. */
    private record Drift(String currency, double middle) {}

    private static final List<Drift> DRIFTS = List.of(new Drift("GBP", 0.855), new Drift("USD", 1.095));

    /** Enters the rates and chooses the euro to report in. Runs in the loader's transaction. */
    void enter(DemoCompany company) {
        rates.enter(invent(company.today()), DemoLoader.ACTOR);
        rates.reportIn(Currency.getInstance(EURO), DemoLoader.ACTOR);
    }

    static List<RateDraft> invent(LocalDate today) {
        LocalDate first = today.minusMonths(DemoCompany.MONTHS).withDayOfMonth(1);
        List<RateDraft> drafts = new ArrayList<>();
        for (Drift drift : DRIFTS) {
            Chance chance = Chance.of("rates", drift.currency());
            double rate = drift.middle();
            for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
                if (BusinessDays.isOne(day)) {
                    // A bell of a quarter of a percent a day, drawn back to the middle by a fiftieth.
                    rate += rate * 0.0025 * chance.bell() + (drift.middle() - rate) / 50;
                    BigDecimal published = BigDecimal.valueOf(rate).setScale(4, RoundingMode.HALF_UP);
                    drafts.add(new RateDraft(EURO, drift.currency(), day, published, SOURCE));
                }
            }
        }
        return drafts;
    }
}
