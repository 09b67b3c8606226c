package org.quittance.demo;

import java.util.Optional;
import java.util.function.Predicate;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.StepChoices;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Step;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A collector of the demo takes other steps than proposed, and says why: a call instead of a letter, and a letter that a lead has to approve. */
@Component
class DemoChoices {

    /** The first rows are others' stories. */
    private static final int PASSED_OVER = 20;

    private static final int LOOKED_THROUGH = 40;
    private static final int MOST_ROWS = 300;
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
        ringInsteadOfWriting();
        proposeALetter();
    }

    private void ringInsteadOfWriting() {
        for (WorklistRow row : worklist.rows(
                COLLECTOR, WorklistFilter.of(WorklistFilter.Show.AUTOMATIC), PASSED_OVER, LOOKED_THROUGH)) {
            Optional<Step> call = another(row, step -> step.action() == Action.CALL);
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

    private void proposeALetter() {
        for (WorklistRow row : worklist.rows(COLLECTOR, WorklistFilter.of(WorklistFilter.Show.TO_DO), 0, MOST_ROWS)) {
            Optional<Step> letter = another(row, step -> step.approval() == Approval.LEAD);
            if (letter.isPresent()) {
                choices.choose(
                        row.account().accountId(),
                        letter.get().id(),
                        "They never answer the telephone, and always a letter",
                        COLLECTOR);
                return;
            }
        }
    }

    private Optional<Step> another(WorklistRow row, Predicate<Step> wanted) {
        return nextActions.ofCustomer(COLLECTOR, row.account().customerId()).stream()
                .filter(next -> next.accountId() == row.account().accountId())
                .map(AccountNext::alternatives)
                .flatMap(steps -> steps.stream().filter(wanted))
                .findFirst();
    }
}
