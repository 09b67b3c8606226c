package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.core.ledger.Items.invoice;
import static org.quittance.core.ledger.Items.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class AgeingTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final AgeingBands BANDS = AgeingBands.standard();

    @ParameterizedTest(name = "{0} days past due is {1}")
    @CsvSource({
        "-1, Current",
        "0, Current",
        "1, 1-30",
        "30, 1-30",
        "31, 31-60",
        "60, 31-60",
        "61, 61-90",
        "90, 61-90",
        "91, 91-120",
        "120, 91-120",
        "121, Over 120",
        "4000, Over 120"
    })
    void everyDayFallsIntoOneBand(long daysPastDue, String label) {
        assertThat(BANDS.label(BANDS.indexOf(daysPastDue))).isEqualTo(label);
    }

    @Test
    void aCompanyMayHaveBandsOfItsOwn() {
        assertThat(AgeingBands.endingOn(15, 45).labels()).containsExactly("Current", "1-15", "16-45", "Over 45");
        assertThat(AgeingBands.endingOn().labels()).containsExactly("Current", "Over 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,30,30", "0,60,30", "30,60", "0,-5", ""})
    void bandsThatOverlapOrLeaveOutTheDueDateAreRefused(String days) {
        List<Integer> lastDays = days.isEmpty()
                ? List.of()
                : List.of(days.split(",")).stream().map(Integer::valueOf).toList();
        assertThatThrownBy(() -> new AgeingBands(lastDays)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void creditsStandApartOrInTheBandOfTheirOwnDueDateAndTheTotalIsTheBalanceEitherWay() {
        List<OpenItem> items = List.of(
                invoice(1, "2026-06-13", "EUR", "100.00", "100.00"),
                invoice(2, "2026-07-15", "EUR", "50.00", "10.00"),
                payment(3, "2026-05-20", "EUR", "20.00", "20.00"));

        Ageing apart = Ageing.of(items, AS_OF, BANDS);
        assertThat(apart.lines()).singleElement().satisfies(line -> {
            assertThat(line.perBand()).containsExactly(euros("10", "100", "0", "0", "0", "0"));
            assertThat(line.apart()).isEqualTo(Money.of("-20", "EUR"));
            assertThat(line.total()).isEqualTo(Money.of("90", "EUR"));
            assertThat(line.overdue()).isEqualTo(Money.of("100", "EUR"));
        });

        Ageing own = Ageing.of(items, AS_OF, BANDS, CreditAgeing.BY_OWN_DUE_DATE);
        assertThat(own.lines()).singleElement().satisfies(line -> {
            assertThat(line.perBand()).containsExactly(euros("10", "100", "-20", "0", "0", "0"));
            assertThat(line.apart()).isEqualTo(Money.of("0", "EUR"));
            assertThat(line.total()).isEqualTo(Money.of("90", "EUR"));
        });
    }

    @Test
    void eachCurrencyIsAgedOnALineOfItsOwn() {
        Ageing ageing = Ageing.of(
                List.of(
                        invoice(1, "2026-06-13", "USD", "100.00", "100.00"),
                        payment(2, "2026-06-13", "EUR", "100.00", "100.00"),
                        invoice(3, "2026-06-13", "JPY", "7", "7")),
                AS_OF,
                BANDS);
        assertThat(ageing.lines())
                .extracting(Ageing.Line::total)
                .containsExactly(Money.of("-100", "EUR"), Money.of("7", "JPY"), Money.of("100", "USD"));
    }

    @Test
    void theBandsAndCreditsOfEachCurrencySumToItsOpenItems() {
        Dice.roll(200, dice -> {
            List<OpenItem> items = chanceItems(dice);
            CreditAgeing credits = dice.oneOf(List.of(CreditAgeing.values()));
            Ageing ageing = Ageing.of(items, AS_OF, BANDS, credits);
            assertThat(Ageing.of(dice.shuffled(items), AS_OF, BANDS, credits)).isEqualTo(ageing);
            for (Ageing.Line line : ageing.lines()) {
                long open = items.stream()
                        .map(OpenItem::open)
                        .filter(money -> money.currency().equals(line.currency()))
                        .mapToLong(Money::minor)
                        .sum();
                assertThat(line.total().minor()).isEqualTo(open);
                assertThat(line.perBand().stream().mapToLong(Money::minor).sum()
                                + line.apart().minor())
                        .isEqualTo(open);
            }
        });
    }

    private static List<OpenItem> chanceItems(Dice dice) {
        List<OpenItem> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String due = dice.dayWithin(AS_OF.minusDays(200), 260).toString();
            String currency = dice.oneOf(List.of("EUR", "USD", "GBP"));
            String amount = dice.between(1, 90_000) + ".00";
            items.add(
                    dice.percent(70)
                            ? invoice(i, due, currency, amount, amount)
                            : payment(i, due, currency, amount, amount));
        }
        return items;
    }

    private static Money[] euros(String... amounts) {
        return List.of(amounts).stream().map(amount -> Money.of(amount, "EUR")).toArray(Money[]::new);
    }
}
