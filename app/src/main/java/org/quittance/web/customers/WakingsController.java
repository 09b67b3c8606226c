package org.quittance.web.customers;

import org.quittance.collections.decision.Overrides;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Brings an account that was put off back before its day, from its customer's page. */
@Controller
class WakingsController {

    private final CustomerPages pages;
    private final Overrides overrides;

    WakingsController(CustomerPages pages, Overrides overrides) {
        this.pages = pages;
        this.overrides = overrides;
    }

    @PostMapping("/customers/{id}/accounts/{account}/wakings")
    Answer wake(@PathVariable long id, @PathVariable long account, Viewer viewer) {
        pages.visible(id, viewer);
        Overrides.Outcome outcome = overrides.wake(account, viewer);
        Redirect back = Redirect.to("/customers/" + id + "?account=" + account + "#next");
        return outcome == Overrides.Outcome.DONE
                ? back.saying("It is on the list again.")
                : back.refusing(outcome.sentence());
    }
}
