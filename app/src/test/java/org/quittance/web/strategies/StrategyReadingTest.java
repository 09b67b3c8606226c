package org.quittance.web.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class StrategyReadingTest {

    @Test
    void aNewStrategyIsOfferedThePlaceBehindAllAndWhereThereIsNoneTheFirstThatIsFree() {
        assertThat(StrategyContent.nextPlace(Set.of())).isEqualTo(10);
        assertThat(StrategyContent.nextPlace(Set.of(10, 20, 33, StrategyContent.LAST_PLACE)))
                .isEqualTo(40);
        assertThat(StrategyContent.nextPlace(Set.of(1, 2, 9_995))).isEqualTo(3);
    }

    @Test
    void aWellFilledFormIsAStrategyWithItsRungsNumbered() {
        StrategyReading.Result read = StrategyReading.read(StrategyForm.sent(fields()));

        assertThat(read.problems().byField()).isEmpty();
        assertThat(read.content().orElseThrow().code()).isEqualTo("slow-payers");
        assertThat(read.content().orElseThrow().steps())
                .extracting(Step::id, Step::level)
                .containsExactly(tuple("notice-1", 1), tuple("call", 2), tuple("call-again-2", 3));
        assertThat(read.content().orElseThrow().steps())
                .extracting(Step::condition)
                .containsExactly(
                        StepCondition.NONE,
                        new StepCondition(
                                new Audience(
                                        Set.of(), Set.of("retail", "public"), null, null, DayRange.ANY, DayRange.ANY),
                                BrokenPromise.STANDS),
                        StepCondition.NONE);
        assertThat(StrategyForm.of(read.content().orElseThrow(), 1).steps())
                .extracting(StepForm::condition)
                .element(1)
                .isEqualTo(new StepForm.ConditionForm("public, retail", "", "", "", "", "", "", "STANDS"));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @MethodSource("mistakes")
    void eachMistakeIsSaidAtItsFieldAndNamesItsStep(String field, int row, String typed, String where, String words) {
        MultiValueMap<String, String> fields = fields();
        Objects.requireNonNull(fields.get(field)).set(row, typed);

        StrategyReading.Result read = StrategyReading.read(StrategyForm.sent(fields));

        assertThat(read.content()).isEmpty();
        assertThat(read.problems().byField()).containsOnlyKeys(where);
        assertThat(read.problems().of(where)).contains(words);
    }

    static Object[][] mistakes() {
        return new Object[][] {
            {"name", 0, "", "name", "Give the strategy a name"},
            {"place", 0, "", "place", "Place in the order: Enter a whole number"},
            {"place", 0, "0", "place", "from 1 to 9999"},
            {"currency", 0, "EURO", "currency", "three letters"},
            {"overdueFrom", 0, "much", "overdueFrom", "Overdue at least: \"much\" is no amount of EUR"},
            {"overdueBelow", 0, "10", "overdueFrom", "swap or widen"},
            {"oldestFrom", 0, "x", "oldestFrom", "Oldest item past due: \"x\" is no whole number"},
            {"action", 1, "SHOUT", "action-1", "Step 2: Choose an action"},
            {"days", 2, "soon", "days-2", "Step 3: Days from due: \"soon\" is no whole number"},
            {"days", 2, "9", "days-2", "Step 3 (Call): The step is due before the one above it"},
            {"waitDays", 1, "-1", "wait-1", "Step 2 (Call): The wait cannot be negative"},
            {"minimum", 1, "2.505", "minimum-1", "no amount of EUR"},
            {"stepOldestFrom", 1, "old", "oldestFrom-1", "Step 2: Oldest item past due: \"old\" is no whole number"},
            {"stepOldestTo", 1, "9", "oldestFrom-1", "Step 2 (Call): Its condition asks for a younger oldest item"},
            {"stepOverdueBelow", 1, "-5", "overdueFrom-1", "Step 2 (Call): Overdue amounts that are asked for are more"
            },
            {"owner", 0, "LEAD", "owner-0", "Step 1 (Notice 1): What the night sends is nobody's to do"},
            {"approval", 1, "LEAD", "approval-1", "Step 2 (Call): Only letters and text messages wait for an approval"},
            {"execution", 1, "AUTOMATIC", "execution-1", "Step 2 (Call): The night sends reminders and notices"},
        };
    }

    @Test
    void stepsAreAddedMovedAndRemovedOneAtATime() {
        StrategyForm form = StrategyForm.sent(fields());

        assertThat(form.withStep(StepForm.call()).steps()).hasSize(4);
        assertThat(form.up(1).steps())
                .extracting(StepForm::action)
                .startsWith(Action.CALL.name(), Action.NOTICE_1.name());
        assertThat(form.up(0)).isEqualTo(form);
        assertThat(form.without(0).steps()).extracting(StepForm::action).containsOnly(Action.CALL.name());
        assertThat(form.without(7)).isEqualTo(form);
    }

    private static MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Map.of(
                        "name", "Slow payers",
                        "place", "10",
                        "currency", "EUR",
                        "overdueFrom", "5,000",
                        "overdueBelow", "60000",
                        "oldestFrom", "1",
                        "basedOn", "0")
                .forEach(fields::add);
        fields.addAll("action", List.of("NOTICE_1", "CALL", "CALL"));
        fields.addAll("days", List.of("5", "10", "20"));
        fields.addAll("waitDays", List.of("0", "4", "7"));
        fields.addAll("minimum", List.of("0", "25", "25.00"));
        fields.addAll("execution", List.of("AUTOMATIC", "BY_HAND", "BY_HAND"));
        fields.addAll("repetition", List.of("ONCE", "ONCE", "AFTER_ITS_WAIT"));
        for (String condition : List.of("stepOldestFrom", "stepOldestTo", "stepOverdueBelow")) {
            fields.addAll(condition, List.of("", "", ""));
        }
        fields.addAll("owner", List.of("COLLECTOR", "COLLECTOR", "LEAD"));
        fields.addAll("approval", List.of("NONE", "NONE", "NONE"));
        fields.addAll("stepSegments", List.of("", "retail, public", ""));
        fields.addAll("brokenPromise", List.of("EITHER", "STANDS", "EITHER"));
        return fields;
    }
}
