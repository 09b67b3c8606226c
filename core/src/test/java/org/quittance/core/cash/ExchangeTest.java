package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.Exchange.Basis;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.RateTable;
import org.quittance.core.money.Money;

class ExchangeTest {

    private static final LocalDate DAY = SmallLedger.DAY;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CrossRates RATES = new CrossRates(List.of(RateTable.of(
            EUR,
            7,
            List.of(Rate.of("2026-07-13", "USD", "1.0842", "ECB"), Rate.of("2026-06-01", "GBP", "0.85", "ECB")))));

    /** Invoice 1 of USD 1,000.00 and invoice 2 of USD 250.00 of Alder, invoice 3 of GBP 85.00, invoice 4 of EUR 60.00. */
    private static Match match(Payment payment) {
        SmallLedger ledger = new SmallLedger()
                .foreign(1, "70010", "Alder Ltd", "INV000020021", Money.of("1000", "USD"))
                .foreign(2, "70010", "Alder Ltd", "INV000020022", Money.of("250", "USD"))
                .foreign(3, "70010", "Alder Ltd", "INV000020023", Money.of("85", "GBP"))
                .invoice(4, "70010", "Alder Ltd", "INV000020024", 60);
        return MatchRun.of(List.of(payment), ledger.index(), _ -> MatchPolicy.standard(), Experience.NONE, RATES)
                .matches()
                .getFirst();
    }

    @ParameterizedTest(name = "{0} euros, \"{1}\" is {2}")
    @CsvSource({
        // USD 997.46 at the rate of the day, and nearly what is named: it counts as that.
        "920.00,  invoice INV000020021,              applied 1=1000.00",
        "1153.00, INV000020021 and INV000020022,     applied 2=250.00 1=1000.00",
        // USD 1,005.05, more than the policy gives up or takes without a person.
        "927.00,  invoice INV000020021,              proposed 1=1000.00",
        // More than 2.5 % away: at the rate of the day, for a person.
        "500.00,  invoice INV000020021,              proposed 1=542.10",
        "1000.00, invoice INV000020021,              proposed 1=1000.00 rest 84.20",
        // What is named in the payment's own currency comes first, and things named in two currencies are nobody's
        // guess.
        "60.00,   invoice INV000020024,              applied 4=60.00",
        "60.00,   INV000020024 INV000020021,         applied 4=60.00",
        "980.00,  INV000020021 INV000020023,         on account 70010",
        // The last rate of the pound is too old.
        "100.00,  invoice INV000020023,              on account 70010",
        // The text speaks of dollars, to the letter: an amount in euros that fits is no proof.
        "60.00,   invoice INV000020021,              proposed 4=60.00",
    })
    void countsMoneyAsTheCurrencyOfWhatItNames(String euros, String text, String expected) {
        Match match = match(SmallLedger.payment("p", "Alder Ltd", Double.parseDouble(euros), text));

        assertThat(SmallLedger.told(match)).isEqualTo(expected);
    }

    @Test
    void saysWhatWasPaidWhatItWasWorthAndWhatItCountsAs() {
        Match match = match(SmallLedger.payment("p", "Alder Ltd", 920, "invoice INV000020021"));

        assertThat(match.payment().amount()).isEqualTo(Money.of("1000", "USD"));
        assertThat(match.evidence())
                .last()
                .extracting(Evidence::sentence)
                .isEqualTo("EUR 920.00 is worth USD 997.46 at the rate of the day (1.0842 USD, ECB of 2026-07-13);"
                        + " it counts as USD 1000.00, USD 2.54 more");
    }

    @Test
    void takesTheBanksWordForWhatWasSentWhateverTheRate() {
        Payment told = new Payment(
                "p",
                Money.of("850", "EUR"),
                DAY,
                "Alder Ltd",
                "",
                List.of(),
                "INV000020021",
                List.of(),
                0,
                Money.of("1000", "USD"));

        Match match = match(told);

        assertThat(SmallLedger.told(match)).isEqualTo("applied 1=1000.00");
        assertThat(match.payment().exchange()).isNotNull().satisfies(exchange -> {
            assertThat(exchange.basis()).isEqualTo(Basis.BANK);
            assertThat(exchange.paid()).isEqualTo(Money.of("850", "EUR"));
            assertThat(exchange.cost()).isEqualTo(Money.of("78.43", "USD"));
        });
    }

    @Test
    void leavesToAPersonWhatTheExchangeHasCostBeyondThePolicyHoweverLittleConfidenceThatWants() {
        SmallLedger ledger =
                new SmallLedger().foreign(1, "70010", "Alder Ltd", "INV000020021", Money.of("1000", "USD"));
        MatchPolicy standard = MatchPolicy.standard();
        MatchPolicy trusting = new MatchPolicy(
                0.5,
                0.1,
                standard.limits(),
                standard.limitsByCurrency(),
                standard.tolerancePerMillion(),
                standard.discount(),
                standard.sequence(),
                standard.earlyDays(),
                standard.lookBackDays(),
                standard.subsetItems(),
                standard.allowed());

        Match match = MatchRun.of(
                        List.of(SmallLedger.payment("p", "Alder Ltd", 927, "INV000020021")),
                        ledger.index(),
                        _ -> trusting,
                        Experience.NONE,
                        RATES)
                .matches()
                .getFirst();

        assertThat(SmallLedger.told(match)).isEqualTo("proposed 1=1000.00");
    }

    @Test
    void dividesWhatWasReceivedWithoutLosingAMinorUnit() {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int round = 0; round < 1_000; round++) {
            Exchange exchange = new Exchange(
                    Money.ofMinor(1 + chance.nextLong(1_000_000_000), "EUR"),
                    Money.ofMinor(1 + chance.nextLong(1_000_000_000), "JPY"),
                    null,
                    List.of(),
                    Basis.HAND);
            long taken = 0;
            long before = 0;
            long sum = 0;
            while (taken < exchange.taken().minor()) {
                taken = Math.min(exchange.taken().minor(), taken + 1 + chance.nextLong(300_000_000));
                sum += exchange.paidFor(taken) - before;
                before = exchange.paidFor(taken);
                assertThat(before).isBetween(0L, exchange.paid().minor());
            }
            assertThat(sum).isEqualTo(exchange.paid().minor());
        }
    }

    @Test
    void isNoExchangeWithinOneCurrencyOrOfNothing() {
        Money euro = Money.of("1", "EUR");
        assertThatThrownBy(() -> new Exchange(euro, euro, null, List.of(), Basis.HAND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exchange.atRate(
                        euro, new Conversion.Converted(Money.zero(Currency.getInstance("USD")), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} for EUR 920.00 is near: {1}")
    @CsvSource({"1000.00, true", "1022.39, true", "1022.40, false", "972.53, true", "972.52, false"})
    void isNearWithinTwoAndAHalfPerCentOfTheRateOfTheDay(String dollars, boolean near) {
        Conversion day = RATES.converted(Money.of("920", "EUR"), Currency.getInstance("USD"), DAY);

        assertThat(Exchange.atRate(Money.of("920", "EUR"), (Conversion.Converted) day)
                        .isNear(Money.of(dollars, "USD")))
                .isEqualTo(near);
    }
}
