package org.quittance.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.PortfolioRules.Choice;
import org.quittance.core.portfolio.PortfolioRules.Hidden;

class PortfolioRulesTest {

    private static final AccountProfile BREWERY =
            new AccountProfile("HRUK", "GB", "Brewing", "Fox & Sons", List.of(eur(-50_00), gbp(900_00), gbp(100_00)));

    @ParameterizedTest
    @CsvSource({
        "A,  F,   Abel,       true",
        "A,  F,   Émile,      true",
        "A,  F,   fischer,    true",
        "A,  F,   Gruber,     false",
        "B,  F,   Abel,       false",
        "SA, SCH, Schmidt,    true",
        "SA, SCH, Sd,         false",
        "SA, SCH, S,          false",
        "D,  D,   d'Arcy,     true",
        "'', F,   3 Brothers, true",
        "G,  '',  Zeller,     true",
        "'', '',  ***,        true",
        "0,  9,   3 Brothers, true",
        "0,  9,   Abel,       false",
        "Ö,  Ö,   Oster,      true",
    })
    void aNameLiesInARangeByHowItBegins(String from, String to, String name, boolean isHeld) {
        assertThat(NameRange.of(from, to).holds(name)).isEqualTo(isHeld);
    }

    @ParameterizedTest
    @CsvSource({"A, F, true", "F, A, false", "F, F, true", "FZ, F, true", "A, '', true", "'', A, true"})
    void noNameLiesInARangeThatEndsBeforeItBegins(String from, String to, boolean isOne) {
        assertThat(NameRange.isOne(from, to)).isEqualTo(isOne);
        if (!isOne) {
            assertThatThrownBy(() -> NameRange.of(from, to)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',   '', '',      true",
        "HRUK, '', '',      true",
        "HRDE, '', '',      false",
        "'',   GB, '',      true",
        "'',   DE, '',      false",
        "'',   '', Brewing, true",
        "'',   '', Baking,  false",
        "HRUK, GB, Baking,  false",
        "HRUK, GB, Brewing, true",
    })
    void anAccountMeetsAllConditionsOfItsRule(String entity, String country, String segment, boolean fits) {
        PortfolioRule rule =
                new PortfolioRule(1, some(entity), some(country), some(segment), NameRange.ANY, null, null);
        assertThat(rule.fits(BREWERY)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 100000, ,       true",
        "GBP, 100001, ,       false",
        "GBP, ,       100000, false",
        "GBP, ,       100001, true",
        "EUR, 0,      ,       false",
        "EUR, ,       1,      true",
        "USD, ,       1,      true",
        "USD, 1,      ,       false",
        "GBP, 90000,  200000, true",
    })
    void whatIsOpenCountsInTheCurrencyOfTheRuleAlone(
            String currency, @Nullable Long fromMinor, @Nullable Long belowMinor, boolean fits) {
        PortfolioRule rule = new PortfolioRule(
                1,
                Set.of(),
                Set.of(),
                Set.of(),
                NameRange.ANY,
                money(fromMinor, currency),
                money(belowMinor, currency));
        assertThat(rule.fits(BREWERY)).isEqualTo(fits);
    }

    @Test
    void noAmountIsFromMoreThanItIsBelow() {
        assertThatThrownBy(() ->
                        new PortfolioRule(1, Set.of(), Set.of(), Set.of(), NameRange.ANY, gbp(100_00), gbp(100_00)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstRuleThatFitsWins() {
        PortfolioRules rules =
                new PortfolioRules(List.of(names(7, "G", "Z"), names(8, "A", "F"), PortfolioRule.forEveryone(9)));
        assertThat(rules.choose(BREWERY)).contains(new Choice(2, 8));
        assertThat(rules.choose(new AccountProfile("HRUK", "", "", "3 Brothers", List.of())))
                .contains(new Choice(3, 9));
    }

    @Test
    void whatNoRuleFitsIsLeftWhereItIs() {
        assertThat(new PortfolioRules(List.of(names(7, "G", "Z"))).choose(BREWERY))
                .isEmpty();
        assertThat(PortfolioRules.NONE.choose(BREWERY)).isEmpty();
    }

    @Test
    void aRuleThatCanNeverWinIsNamed() {
        assertThat(new PortfolioRules(List.of(
                                names(7, "A", "F"),
                                names(8, "A", "F"),
                                PortfolioRule.forEveryone(9),
                                names(7, "X", "")))
                        .hidden())
                .containsExactly(new Hidden(2, 1), new Hidden(4, 3));
        assertThat(new PortfolioRules(List.of(names(7, "A", "F"), names(7, "G", "Z"))).hidden())
                .isEmpty();
    }

    @Test
    void aRuleSaysItsConditionsInWords() {
        assertThat(new PortfolioRule(
                                1,
                                Set.of("B", "A"),
                                Set.of("GB"),
                                Set.of("Brewing"),
                                NameRange.of("a", "f"),
                                gbp(5_00),
                                gbp(90_00))
                        .sentence())
                .isEqualTo(
                        "entity A or B, country GB, segment Brewing, names from A to F, open from GBP 5.00, open below GBP 90.00");
        assertThat(names(1, "G", "").sentence()).isEqualTo("names from G");
        assertThat(PortfolioRule.forEveryone(1).sentence()).isEqualTo("every account");
    }

    private static PortfolioRule names(long portfolio, String from, String to) {
        return new PortfolioRule(portfolio, Set.of(), Set.of(), Set.of(), NameRange.of(from, to), null, null);
    }

    private static Set<String> some(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.ofMinor(minor, currency);
    }

    private static Money gbp(long minor) {
        return Money.ofMinor(minor, "GBP");
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
