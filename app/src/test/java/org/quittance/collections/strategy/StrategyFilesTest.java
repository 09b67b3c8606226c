package org.quittance.collections.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.collections.strategy.StrategyFiles.Read;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.quittance.core.collections.StepOwner;
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
            steps());

    private static List<Step> steps() {
        List<Step> steps =
                new ArrayList<>(Strategies.standard(Currency.getInstance("EUR")).steps());
        steps.add(Step.draft("hold", Action.RECOMMEND_HOLD, Money.of("1000", "EUR"))
                .placed(60, 7, 7)
                .condition(new StepCondition(
                        new Audience(
                                Set.of(),
                                Set.of("mid"),
                                null,
                                Money.of("9000", "EUR"),
                                DayRange.from(60),
                                DayRange.between(5, 50)),
                        BrokenPromise.STANDS))
                .owner(StepOwner.MANAGER)
                .step());
        return steps;
    }

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
            {good.replace("\"CALL\"", "\"SHOUT\""), "steps, number 3, action. \"SHOUT\" is no word of"},
            {"{\n  hello", "no JSON. Look at line 2, character"},
            {
                good.replaceFirst("\"daysFromDue\" : [0-9-]+", "\"daysFromDue\" : \"soon\""),
                "steps, number 1, daysFromDue. \"soon\" is no whole number"
            },
            {
                good.replaceFirst("\"daysFromDue\" : [0-9-]+", "\"daysFromDue\" : null"),
                "steps, number 1, daysFromDue. There has to be a whole number"
            },
            {good.replaceFirst("\"level\"", "\"template\" : \"my-own\", \"level\""), "names the letter my-own"},
            {good.replace("daysFromDue", "daysFromDew"), "steps, number 1, daysFromDue"},
            {good.replace("\"STANDS\"", "\"LIES\""), "steps, number 7, brokenPromise"},
            {good.replace("\"9000.00\"", "\"much\""), "no strategy"},
            {good.replace("60000.50", "a lot"), "no strategy"},
            {good.replace("60000.50", "60000.505"), "60000.505"},
            {good + " ".repeat(200_000), "larger"},
        };
    }
}
