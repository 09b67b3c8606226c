package org.quittance.web.customers;

import org.quittance.collections.decision.StepChoices;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes another step than the strategy proposes, or lets it propose again. */
@Controller
class StepChoicesController {

    private final CustomerPages pages;
    private final StepChoices choices;

    StepChoicesController(CustomerPages pages, StepChoices choices) {
        this.pages = pages;
        this.choices = choices;
    }

    /** An empty step gives the choice back to the strategy. */
    @PostMapping("/customers/{id}/accounts/{account}/steps")
    Answer choose(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        pages.visible(id, viewer);
        StepChoices.Outcome outcome = step.isEmpty()
                ? choices.giveBack(account, reason.strip(), viewer)
                : choices.choose(account, step, reason.strip(), viewer);
        Redirect back = Redirect.to("/customers/" + id + "?account=" + account + "#next");
        return switch (outcome) {
            case CHOSEN, GIVEN_BACK -> back.saying(outcome.sentence());
            case NOT_FOUND, NEEDS_A_REASON, NOT_TO_BE_CHOSEN, TAKEN_TODAY, NOTHING_CHOSEN ->
                back.refusing(outcome.sentence());
        };
    }
}
