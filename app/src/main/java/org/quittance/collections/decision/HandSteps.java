package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.collections.strategy.StepBook;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.NextAction;
import org.springframework.stereotype.Component;

/** What strategies ask a person to do now, and that it was done. */
@Component
public class HandSteps {

    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final StepBook steps;

    HandSteps(AccountDecisions decisions, RuleBook ruleBook, StepBook steps) {
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.steps = steps;
    }

    /**
     * The steps that a person is to take today; ask before anything else of the deed is written, which may change them.
     *
     * @param accounts held by {@link Redecision#hold}
     */
    public List<ItemStep> due(Set<Long> accounts, LocalDate today, Predicate<Action> which) {
        return decisions.decide(accounts, today, ruleBook.rules(today)).stream()
                .flatMap(decided -> due(decided).stream())
                .filter(step -> which.test(step.step().action()))
                .toList();
    }

    private static List<ItemStep> due(Decided decided) {
        List<Concern> concerns = switch (decided.next()) {
            case NextAction.Act act -> act.byHandItems();
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
        return ItemStep.of(
                decided.account().key().accountId(),
                concerns,
                decided.chosen().version().id());
    }

    /** Notes that the steps were taken, and that the accounts' customer was reached so, or the accounts escalated. Returns the deed's number. */
    public long taken(List<ItemStep> taken, Set<Long> accounts, Action action, Deed deed) {
        return steps.note(taken, accounts, action, deed);
    }

    /** Takes a deed back: its steps are due again as if it had not been noted. */
    public void takeBack(long deed, String actor) {
        steps.takeBackDeed(deed, actor);
    }
}
