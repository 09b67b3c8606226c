package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.collections.StrategyProblem.Kind;
import org.quittance.core.money.Money;

class StrategiesTest {

    private static final Money NONE = Money.of("0", "EUR");
    private static final Step NOTICE_1 = notice("n1", Action.NOTICE_1, 5, 2);
    private static final Step NOTICE_2 = notice("n2", Action.NOTICE_2, 15, 3);

    @Test
    void theStandardStrategyRemindsBeforeDueAndEscalatesOnTheFortyFifthDay() {
        assertThat(Strategies.standard(Currency.getInstance("JPY")).steps())
                .extracting(Step::action, Step::daysFromDue)
                .containsExactly(
                        tuple(Action.REMINDER_BEFORE_DUE, -3),
                        tuple(Action.NOTICE_1, 5),
                        tuple(Action.CALL, 10),
                        tuple(Action.NOTICE_2, 15),
                        tuple(Action.NOTICE_3, 30),
                        tuple(Action.ESCALATE, 45));
        assertThat(Strategies.standard(Currency.getInstance("JPY"))
                        .steps()
                        .getLast()
                        .minimum())
                .isEqualTo(Money.of("25", "JPY"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void eachMistakeInAStrategyIsNamedWithItsStep(List<Step> steps, StrategyProblem problem) {
        assertThat(Strategies.problems("Mine", steps)).containsExactly(problem);
        assertThatThrownBy(() -> new Strategy("Mine", 1, steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem.kind().remedy());
    }

    static Object[][] mistakes() {
        Step call = Step.draft("call", Action.CALL, NONE).placed(10, 4, 3).step();
        return new Object[][] {
            {List.of(), new StrategyProblem(Kind.NO_STEPS, "")},
            {List.of(notice(" ", Action.NOTICE_1, 5, 1)), new StrategyProblem(Kind.NO_ID, " ")},
            {List.of(NOTICE_1, notice("n1", Action.NOTICE_2, 9, 3)), new StrategyProblem(Kind.DUPLICATE_ID, "n1")},
            {
                List.of(
                        NOTICE_1,
                        Step.draft("x", Action.CLEAR_CASH, NONE).placed(9, 0, 3).step()),
                new StrategyProblem(Kind.NOT_A_STEP, "x")
            },
            {List.of(NOTICE_1, notice("n2", Action.NOTICE_2, 9, 2)), new StrategyProblem(Kind.LEVEL_NOT_ASCENDING, "n2")
            },
            {List.of(NOTICE_1, notice("n2", Action.NOTICE_2, 4, 3)), new StrategyProblem(Kind.OUT_OF_ORDER, "n2")},
            {
                List.of(notice("n2", Action.NOTICE_2, 5, 1), call, notice("n1", Action.NOTICE_1, 12, 4)),
                new StrategyProblem(Kind.NOTICE_OUT_OF_ORDER, "n1")
            },
            {List.of(notice("r", Action.REMINDER_BEFORE_DUE, 1, 1)), new StrategyProblem(Kind.REMINDER_AFTER_DUE, "r")},
            {List.of(notice("n1", Action.NOTICE_1, 0, 1)), new StrategyProblem(Kind.CHASES_BEFORE_DUE, "n1")},
            {
                List.of(Step.draft("c", Action.CALL, NONE).placed(5, -1, 1).step()),
                new StrategyProblem(Kind.NEGATIVE_WAIT, "c")
            },
            {
                List.of(Step.draft("c", Action.CALL, NONE)
                        .placed(5, 0, 1)
                        .repetition(Repetition.AFTER_ITS_WAIT)
                        .step()),
                new StrategyProblem(Kind.REPEATS_WITHOUT_WAIT, "c")
            },
            {
                List.of(
                        Step.draft("c", Action.CALL, NONE)
                                .placed(5, 7, 1)
                                .repetition(Repetition.AFTER_ITS_WAIT)
                                .step(),
                        NOTICE_2),
                new StrategyProblem(Kind.REPEATS_BEFORE_THE_END, "c")
            },
            {
                List.of(Step.draft("c", Action.CALL, Money.of("-1", "EUR"))
                        .placed(5, 0, 1)
                        .step()),
                new StrategyProblem(Kind.NEGATIVE_MINIMUM, "c")
            },
            {
                List.of(Step.draft("c", Action.CALL, NONE)
                        .placed(5, 0, 1)
                        .execution(Execution.AUTOMATIC)
                        .step()),
                new StrategyProblem(Kind.CANNOT_BE_AUTOMATIC, "c")
            },
            {
                List.of(Step.draft("c", Action.CALL, NONE)
                        .placed(5, 0, 1)
                        .enclosure(Enclosure.COPIES)
                        .step()),
                new StrategyProblem(Kind.COPIES_WITHOUT_LETTER, "c")
            },
            {
                List.of(Step.draft("i", Action.INTEREST_NOTICE, NONE)
                        .placed(5, 0, 1)
                        .execution(Execution.AUTOMATIC)
                        .step()),
                new StrategyProblem(Kind.CANNOT_BE_AUTOMATIC, "i")
            },
            {
                List.of(Step.draft("c", Action.CALL, NONE)
                        .placed(5, 0, 1)
                        .approval(Approval.LEAD)
                        .step()),
                new StrategyProblem(Kind.APPROVES_NO_MESSAGE, "c")
            },
            {
                List.of(Step.draft("n1", Action.NOTICE_1, NONE)
                        .placed(5, 0, 1)
                        .owner(StepOwner.LEAD)
                        .step()),
                new StrategyProblem(Kind.OWNER_OF_THE_NIGHT, "n1")
            },
            {List.of(NOTICE_1, where(DayRange.between(40, 20), 15)), new StrategyProblem(Kind.EMPTY_OLDEST, "c")},
            {List.of(NOTICE_1, where(DayRange.between(1, 14), 15)), new StrategyProblem(Kind.TOO_OLD_WHEN_DUE, "c")},
        };
    }

    @Test
    void anInterestNoticeStandsAnywhereAmongTheNotices() {
        Step interest =
                Step.draft("i", Action.INTEREST_NOTICE, NONE).placed(10, 3, 3).step();
        assertThat(Strategies.problems("Mine", List.of(NOTICE_1, interest, notice("n2", Action.NOTICE_2, 15, 4))))
                .isEmpty();
    }

    @Test
    void aStrategyNeedsAName() {
        assertThat(Strategies.problems(" ", List.of(NOTICE_1))).containsExactly(new StrategyProblem(Kind.NO_NAME, ""));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThat(Strategies.problems("Mine", List.of(NOTICE_2, NOTICE_1)))
                .extracting(StrategyProblem::kind)
                .containsExactly(Kind.LEVEL_NOT_ASCENDING, Kind.OUT_OF_ORDER, Kind.NOTICE_OUT_OF_ORDER);
    }

    private static Step where(DayRange oldest, int daysFromDue) {
        return Step.draft("c", Action.CALL, NONE)
                .placed(daysFromDue, 0, 3)
                .condition(StepCondition.whereOldest(oldest))
                .step();
    }

    private static Step notice(String id, Action action, int daysFromDue, int level) {
        return Step.draft(id, action, NONE).placed(daysFromDue, 3, level).step();
    }
}
