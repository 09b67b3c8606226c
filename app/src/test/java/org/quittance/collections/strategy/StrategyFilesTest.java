package org.quittance.collections.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.collections.strategy.StrategyFiles.Read;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Strategies;
import org.quittance.core.money.Money;

class StrategyFilesTest {

    private static final StrategyContent CONTENT = new StrategyContent(
            "slow-payers",
            "Slow payers",
            "Those who pay \u201clater\u201d",
            10,
            new Audience(
                    Set.of("UK", "DE"),
                    Set.of("mid"),
                    Money.of("5000", "EUR"),
                    Money.of("60000.50", "EUR"),
                    DayRange.between(1, 90),
                    DayRange.from(15)),
            Strategies.standard(Currency.getInstance("EUR")).steps());

    @Test
    void aStrategyReadsBackAsItWasWritten() {
        assertThat(StrategyFiles.read(StrategyFiles.write(CONTENT))).isEqualTo(new Read.Content(CONTENT));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unusable")
    void whatCannotBeUsedSaysWhereToLook(String text, String words) {
        assertThat(StrategyFiles.read(text))
                .isInstanceOfSatisfying(
                        Read.Unreadable.class,
                        unreadable -> assertThat(unreadable.sentence()).contains(words));
    }

    static Object[][] unusable() {
        String good = StrategyFiles.write(CONTENT);
        return new Object[][] {
            {"", "no"},
            {"<xml/>", "no JSON"},
            {"[]", "no strategy"},
            {good.replace("\"slow-payers\"", "null"), "no code"},
            {good.replace("slow-payers", "Slow payers!"), "no code"},
            {good.replace("slow-payers", "new"), "no code"},
            {good.replace("\"CALL\"", "\"SHOUT\""), "steps, number 3, action"},
            {good.replace("daysFromDue", "daysFromDew"), "steps, number 1, daysFromDue"},
            {good.replace("60000.50", "a lot"), "no strategy"},
            {good.replace("60000.50", "60000.505"), "60000.505"},
            {good + " ".repeat(200_000), "larger"},
        };
    }
}
