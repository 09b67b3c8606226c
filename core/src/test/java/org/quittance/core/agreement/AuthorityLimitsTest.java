package org.quittance.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.AuthorityLimits.Limits;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

class AuthorityLimitsTest {

    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"), Money.of("1600000", "JPY"));

    @ParameterizedTest(name = "{0} / {1} / {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "50 0 5000 90   | 500 1000 25000 180 | 5000 any any 730  | ''",
                "50 0 5000 90   | 50 0 5000 90       | 50 0 5000 90      | ''", // all alike
                "0 0 0 0        | 0 any any 0        | 0 any any 0       | ''",
                "-1 0 5000 90   | 500 1000 25000 180 | 5000 any any 730  | COLLECTOR ALONE NEGATIVE",
                "50 -1 5000 90  | 500 1000 25000 180 | 5000 any any 730  | COLLECTOR APPROVING NEGATIVE",
                "50 0 -1 90     | 500 1000 25000 180 | 5000 any any 730  | COLLECTOR PLANS NEGATIVE",
                "50 0 5000 -1   | 500 1000 25000 180 | 5000 any any 730  | COLLECTOR PLAN_DAYS NEGATIVE",
                "50 0 5000 90   | 500 1000 25000 180 | 5000 any any 731  | MANAGER PLAN_DAYS TOO_LONG",
                "50 0 5000 90   | 49.99 1000 25000 180 | 5000 any any 730 | TEAM_LEAD ALONE BELOW_THE_LOWER_LEVEL",
                "50 10 5000 90  | 500 9.99 25000 180 | 5000 any any 730  | TEAM_LEAD APPROVING BELOW_THE_LOWER_LEVEL",
                "50 0 any 90    | 500 1000 25000 180 | 5000 any any 730  | TEAM_LEAD PLANS BELOW_THE_LOWER_LEVEL",
                "50 0 5000 90   | 500 1000 25000 180 | 499 any any 179   |"
                        + " MANAGER ALONE BELOW_THE_LOWER_LEVEL, MANAGER PLAN_DAYS BELOW_THE_LOWER_LEVEL",
                "50 0 5000 90   | 500 any 25000 180  | 5000 2000 any 730 | MANAGER APPROVING BELOW_THE_LOWER_LEVEL",
                // The one above a wrong one is compared with what it says.
                "50 0 5000 90   | -5 1000 25000 180  | 5000 any any 730  | TEAM_LEAD ALONE NEGATIVE",
            })
    void noLimitIsNegativeAndNoneFallsFromALevelToTheNext(String collector, String lead, String manager, String flaws) {
        Map<Level, Limits> byLevel = Map.of(
                Level.COLLECTOR, limits(collector), Level.TEAM_LEAD, limits(lead), Level.MANAGER, limits(manager));
        assertThat(AuthorityLimits.flaws(byLevel).stream()
                        .map(flaw -> "%s %s %s".formatted(flaw.level(), flaw.kind(), flaw.reason()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(flaws);
        if (flaws.isEmpty()) {
            assertThat(new AuthorityLimits(byLevel).of(Level.TEAM_LEAD)).isEqualTo(limits(lead));
        } else {
            assertThatThrownBy(() -> new AuthorityLimits(byLevel)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void allOfThemAreInOneCurrency() {
        Limits euro = new Limits(Money.of("5", "EUR"), new AnyAmount(), new AnyAmount(), 9);
        Limits dollars = new Limits(Money.of("5", "EUR"), new AnyAmount(), new UpTo(Money.of("5", "USD")), 9);
        assertThatThrownBy(() -> new AuthorityLimits(
                        Map.of(Level.COLLECTOR, euro, Level.TEAM_LEAD, euro, Level.MANAGER, dollars)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AuthorityLimits.standard().currency().getCurrencyCode()).isEqualTo("EUR");
    }

    @ParameterizedTest(name = "{0} {1} within {2} {3}: {4}")
    @CsvSource({
        "50.00,   EUR, 50,    EUR, true",
        "50.01,   EUR, 50,    EUR, false",
        "0.01,    EUR, 0,     EUR, false",
        "8000,    JPY, 50,    EUR, true",
        "8001,    JPY, 50,    EUR, false",
        "50.00,   EUR, 8000,  JPY, true",
        "50.01,   EUR, 8000,  JPY, false",
        // Nobody has told what it weighs: like with like alone.
        "100.00,  ISK, 100,   ISK, true",
        "0.01,    EUR, 100,   ISK, false",
    })
    void whatIsInAnotherCurrencyIsWeighed(String amount, String currency, String most, String own, boolean isWithin) {
        Ceiling ceiling = new UpTo(Money.of(most, own));
        assertThat(ceiling.admits(List.of(Money.of(amount, currency)), YARDSTICK))
                .isEqualTo(isWithin);
        assertThat(new AnyAmount().admits(List.of(Money.of(amount, currency)), YARDSTICK))
                .isTrue();
    }

    @Test
    void amountsOfSeveralCurrenciesAreWeighedTogether() {
        List<Money> both = List.of(Money.of("30", "EUR"), Money.of("3200", "JPY"));
        assertThat(new UpTo(Money.of("50", "EUR")).admits(both, YARDSTICK)).isTrue();
        assertThat(new UpTo(Money.of("49.99", "EUR")).admits(both, YARDSTICK)).isFalse();
    }

    @Test
    void whatHasChangedIsToldLevelByLevel() {
        AuthorityLimits before = AuthorityLimits.standard();
        AuthorityLimits after = new AuthorityLimits(Map.of(
                Level.COLLECTOR, limits("0 0 5000 60"),
                Level.TEAM_LEAD, limits("500 1000 25000 180"),
                Level.MANAGER, limits("5000 20000 any 730")));
        assertThat(after.changesFrom(before))
                .containsExactly(
                        "a collector gives up alone nothing instead of EUR 50.00",
                        "a collector approves plans over 60 days instead of 90 days",
                        "the credit manager approves giving up EUR 20,000.00 instead of any amount");
        assertThat(before.changesFrom(before)).isEmpty();
    }

    @Test
    void plansAreApprovedByAmountAndDays() {
        assertThat(AuthorityLimits.standard().plans().sentence())
                .isEqualTo("a collector EUR 5,000.00 over 90 days, a team lead EUR 25,000.00 over 180 days,"
                        + " the credit manager any amount over 730 days");
    }

    /** {@code alone approving plans days}, in euro. */
    private static Limits limits(String words) {
        String[] word = words.split(" ", -1);
        return new Limits(Money.of(word[0], "EUR"), ceiling(word[1]), ceiling(word[2]), Integer.parseInt(word[3]));
    }

    private static Ceiling ceiling(String word) {
        return word.equals("any") ? new AnyAmount() : new UpTo(Money.of(word, "EUR"));
    }
}
