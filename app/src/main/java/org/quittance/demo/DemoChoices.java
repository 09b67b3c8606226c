package org.quittance.demo;

import java.util.Optional;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.StepChoices;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Step;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A collector of the demo rings a customer to whom a letter would have gone, and says why. */
@Component
class DemoChoices {

    /** The first rows are others' stories. */
    private static final int PASSED_OVER = 20;

    private static final int LOOKED_THROUGH = 40;
    private static final Viewer COLLECTOR = Viewer.system("clara");

    private final Worklist worklist;
    private final NextActions nextActions;
    private final StepChoices choices;

    DemoChoices(Worklist worklist, NextActions nextActions, StepChoices choices) {
        this.worklist = worklist;
        this.nextActions = nextActions;
        this.choices = choices;
    }

    /** Once: where somebody has chosen a step, nothing is added. */
    @Transactional
    public void enter() {
        if (!choices.latest(COLLECTOR).isEmpty()) {
            return;
        }
        for (WorklistRow row : worklist.rows(
                COLLECTOR, WorklistFilter.of(WorklistFilter.Show.AUTOMATIC), PASSED_OVER, LOOKED_THROUGH)) {
            Optional<Step> call = callInsteadOfALetter(row);
            if (call.isPresent()) {
                choices.choose(
                        row.account().accountId(),
                        call.get().id(),
                        "Their new accountant asked to be rung before anything is written",
                        COLLECTOR);
                return;
            }
        }
    }

    private Optional<Step> callInsteadOfALetter(WorklistRow row) {
        return nextActions.ofCustomer(COLLECTOR, row.account().customerId()).stream()
                .filter(next -> next.accountId() == row.account().accountId())
                .map(AccountNext::alternatives)
                .flatMap(steps -> steps.stream().filter(step -> step.action() == Action.CALL))
                .findFirst();
    }
}
