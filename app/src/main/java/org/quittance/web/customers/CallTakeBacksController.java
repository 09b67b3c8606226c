package org.quittance.web.customers;

import org.quittance.collections.call.CallTakeBacks;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes a call back from the timeline of its customer. */
@Controller
class CallTakeBacksController {

    private final CallTakeBacks takeBacks;
    private final CustomerPages pages;

    CallTakeBacksController(CallTakeBacks takeBacks, CustomerPages pages) {
        this.takeBacks = takeBacks;
        this.pages = pages;
    }

    @PostMapping("/customers/{id}/calls/{call}/taken-back")
    Answer takeBack(@PathVariable long id, @PathVariable long call, Viewer viewer) {
        pages.visible(id, viewer);
        Redirect customer = Redirect.to("/customers/" + id);
        return switch (takeBacks.takeBack(call, viewer)) {
            case CallTakeBacks.Outcome.Refused(String sentence) -> customer.refusing(sentence);
            case CallTakeBacks.Outcome.Done(CallTakeBacks.Recent taken) ->
                customer.saying("The call is taken back with all that it noted: " + taken.outcome() + ".");
        };
    }
}
