package org.quittance.core.collections;

import static org.quittance.core.collections.StrategyProblem.Kind.APPROVES_NO_MESSAGE;
import static org.quittance.core.collections.StrategyProblem.Kind.CANNOT_BE_AUTOMATIC;
import static org.quittance.core.collections.StrategyProblem.Kind.CHASES_BEFORE_DUE;
import static org.quittance.core.collections.StrategyProblem.Kind.COPIES_WITHOUT_LETTER;
import static org.quittance.core.collections.StrategyProblem.Kind.DUPLICATE_ID;
import static org.quittance.core.collections.StrategyProblem.Kind.EMPTY_DAYS_BEYOND;
import static org.quittance.core.collections.StrategyProblem.Kind.EMPTY_OLDEST;
import static org.quittance.core.collections.StrategyProblem.Kind.EMPTY_OVERDUE;
import static org.quittance.core.collections.StrategyProblem.Kind.LEVEL_NOT_ASCENDING;
import static org.quittance.core.collections.StrategyProblem.Kind.NEGATIVE_MINIMUM;
import static org.quittance.core.collections.StrategyProblem.Kind.NEGATIVE_OVERDUE;
import static org.quittance.core.collections.StrategyProblem.Kind.NEGATIVE_WAIT;
import static org.quittance.core.collections.StrategyProblem.Kind.NOTICE_OUT_OF_ORDER;
import static org.quittance.core.collections.StrategyProblem.Kind.NOT_A_STEP;
import static org.quittance.core.collections.StrategyProblem.Kind.NO_ID;
import static org.quittance.core.collections.StrategyProblem.Kind.NO_NAME;
import static org.quittance.core.collections.StrategyProblem.Kind.NO_STEPS;
import static org.quittance.core.collections.StrategyProblem.Kind.OUT_OF_ORDER;
import static org.quittance.core.collections.StrategyProblem.Kind.OVERDUE_IN_TWO_CURRENCIES;
import static org.quittance.core.collections.StrategyProblem.Kind.OWNER_OF_THE_NIGHT;
import static org.quittance.core.collections.StrategyProblem.Kind.PAPER_WITHOUT_LETTER;
import static org.quittance.core.collections.StrategyProblem.Kind.REMINDER_AFTER_DUE;
import static org.quittance.core.collections.StrategyProblem.Kind.REPEATS_BEFORE_THE_END;
import static org.quittance.core.collections.StrategyProblem.Kind.REPEATS_WITHOUT_WAIT;
import static org.quittance.core.collections.StrategyProblem.Kind.TOO_OLD_WHEN_DUE;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quittance.core.money.Money;

/** The strategy that a new company starts with, and the check of those that it makes. */
public final class Strategies {

    private Strategies() {}

    /**
     * A reminder three days before due, notices 5, 15 and 30 days after it, a call on the 10th day and escalation on the 45th,
     * repeated every fortnight. Minimums are none and 25.00 of the currency for what costs a person's time.
     */
    public static Strategy standard(Currency currency) {
        Money none = Money.zero(currency);
        Money worthAPerson = Money.ofMinor(25 * powerOfTen(currency.getDefaultFractionDigits()), currency);
        return new Strategy(
                "Standard",
                1,
                List.of(
                        Step.draft("reminder", Action.REMINDER_BEFORE_DUE, none)
                                .placed(-3, 0, 1)
                                .step(),
                        Step.draft("notice-1", Action.NOTICE_1, none)
                                .placed(5, 5, 2)
                                .step(),
                        Step.draft("call", Action.CALL, worthAPerson)
                                .placed(10, 4, 3)
                                .step(),
                        Step.draft("notice-2", Action.NOTICE_2, none)
                                .placed(15, 5, 4)
                                .step(),
                        Step.draft("notice-3", Action.NOTICE_3, none)
                                .placed(30, 10, 5)
                                .step(),
                        Step.draft("escalate", Action.ESCALATE, worthAPerson)
                                .placed(45, 14, 6)
                                .repetition(Repetition.AFTER_ITS_WAIT)
                                .step()));
    }

    /** Everything that is wrong with a strategy as entered; empty when it can be used. */
    public static List<StrategyProblem> problems(String name, List<Step> steps) {
        List<StrategyProblem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(new StrategyProblem(NO_NAME, ""));
        }
        if (steps.isEmpty()) {
            problems.add(new StrategyProblem(NO_STEPS, ""));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            report(step.id().isBlank(), NO_ID, step, problems);
            report(!ids.add(step.id()), DUPLICATE_ID, step, problems);
            checkAlone(step, problems);
            boolean repeatsTooSoon = step.repetition() == Repetition.AFTER_ITS_WAIT && i < steps.size() - 1;
            report(repeatsTooSoon, REPEATS_BEFORE_THE_END, step, problems);
            if (i > 0) {
                checkAfter(steps.get(i - 1), step, problems);
            }
            checkNotice(steps.subList(0, i), step, problems);
        }
        return List.copyOf(problems);
    }

    /** Everything that is wrong with an audience as entered. */
    public static List<StrategyProblem> problems(Audience audience) {
        List<StrategyProblem> problems = new ArrayList<>();
        Money from = audience.overdueFrom();
        Money below = audience.overdueBelow();
        report(
                (from != null && from.isNegative()) || (below != null && !below.isPositive()),
                NEGATIVE_OVERDUE,
                problems);
        if (from != null && below != null) {
            boolean comparable = from.currency().equals(below.currency());
            report(!comparable, OVERDUE_IN_TWO_CURRENCIES, problems);
            report(comparable && below.compareTo(from) <= 0, EMPTY_OVERDUE, problems);
        }
        report(audience.oldest().isEmpty(), EMPTY_OLDEST, problems);
        report(audience.daysBeyondTerms().isEmpty(), EMPTY_DAYS_BEYOND, problems);
        return List.copyOf(problems);
    }

    private static void report(boolean wrong, StrategyProblem.Kind kind, List<StrategyProblem> problems) {
        if (wrong) {
            problems.add(new StrategyProblem(kind, ""));
        }
    }

    private static void checkAlone(Step step, List<StrategyProblem> problems) {
        boolean repeats = step.repetition() == Repetition.AFTER_ITS_WAIT;
        report(!step.action().isStep(), NOT_A_STEP, step, problems);
        report(step.isReminder() && step.daysFromDue() > 0, REMINDER_AFTER_DUE, step, problems);
        report(!step.isReminder() && step.daysFromDue() < 1, CHASES_BEFORE_DUE, step, problems);
        report(
                step.enclosure() == Enclosure.COPIES && !step.action().isLetter(),
                COPIES_WITHOUT_LETTER,
                step,
                problems);
        report(step.dispatch().isOnPaper() && !step.action().isLetter(), PAPER_WITHOUT_LETTER, step, problems);
        report(step.waitDays() < 0, NEGATIVE_WAIT, step, problems);
        report(repeats && step.waitDays() < 1, REPEATS_WITHOUT_WAIT, step, problems);
        report(step.minimum().isNegative(), NEGATIVE_MINIMUM, step, problems);
        report(!step.isMessage() && step.execution() == Execution.AUTOMATIC, CANNOT_BE_AUTOMATIC, step, problems);
        report(!step.isMessage() && step.approval().isNeeded(), APPROVES_NO_MESSAGE, step, problems);
        report(
                step.execution() == Execution.AUTOMATIC && step.owner() != StepOwner.COLLECTOR,
                OWNER_OF_THE_NIGHT,
                step,
                problems);
        checkCondition(step, problems);
    }

    private static void checkCondition(Step step, List<StrategyProblem> problems) {
        Audience accounts = step.condition().accounts();
        problems(accounts).forEach(problem -> problems.add(new StrategyProblem(problem.kind(), step.id())));
        // An item that is due for the step is at least as old as that itself.
        Integer oldest = accounts.oldest().to();
        report(oldest != null && oldest < step.daysFromDue(), TOO_OLD_WHEN_DUE, step, problems);
    }

    private static void checkAfter(Step before, Step step, List<StrategyProblem> problems) {
        report(step.level() <= before.level(), LEVEL_NOT_ASCENDING, step, problems);
        report(step.daysFromDue() < before.daysFromDue(), OUT_OF_ORDER, step, problems);
    }

    private static void checkNotice(List<Step> before, Step step, List<StrategyProblem> problems) {
        boolean weaker = step.action().isLetter()
                && before.stream()
                        .anyMatch(earlier ->
                                earlier.action().isLetter() && earlier.action().compareTo(step.action()) > 0);
        report(weaker, NOTICE_OUT_OF_ORDER, step, problems);
    }

    private static void report(boolean wrong, StrategyProblem.Kind kind, Step step, List<StrategyProblem> problems) {
        if (wrong) {
            problems.add(new StrategyProblem(kind, step.id()));
        }
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
