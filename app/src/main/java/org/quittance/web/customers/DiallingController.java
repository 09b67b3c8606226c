package org.quittance.web.customers;

import org.quittance.collections.gate.Dialling;
import org.quittance.collections.gate.Diallings;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dials a contact person through the contact gate, which answers with the number or with the rule that objects. */
@Controller
class DiallingController {

    private final CustomerPages pages;
    private final Diallings diallings;

    DiallingController(CustomerPages pages, Diallings diallings) {
        this.pages = pages;
        this.diallings = diallings;
    }

    @PostMapping("/customers/{id}/dialling")
    Answer dial(@PathVariable long id, @RequestParam long contact, Viewer viewer) {
        pages.visible(id, viewer);
        return switch (diallings.dial(id, contact, viewer)) {
            case Diallings.Outcome.Asked(long dialling) ->
                Redirect.to("/customers/%d/dialling/%d".formatted(id, dialling));
            case Diallings.Outcome.NotAsked(var why) ->
                Redirect.to("/customers/" + id).refusing(why.sentence());
        };
    }

    @GetMapping("/customers/{id}/dialling/{dialling}")
    Page answer(@PathVariable long id, @PathVariable long dialling, Viewer viewer) {
        return page(id, dialling, Problems.none(), viewer);
    }

    /** Sets the rule aside that objects, for this call. */
    @PostMapping("/customers/{id}/dialling/{dialling}/waiver")
    Answer waive(@PathVariable long id, @PathVariable long dialling, @RequestParam String reason, Viewer viewer) {
        pages.visible(id, viewer);
        return switch (diallings.waive(dialling, reason, viewer)) {
            case Diallings.Outcome.Asked(long next) ->
                Redirect.to("/customers/%d/dialling/%d".formatted(id, next))
                        .saying("The rule is set aside for this call.");
            case Diallings.Outcome.NotAsked notAsked -> refused(id, dialling, notAsked.why(), viewer);
        };
    }

    private Answer refused(long id, long dialling, Diallings.Obstacle why, Viewer viewer) {
        return switch (why) {
            case NOT_YOURS -> throw PageRefused.forbidden(why.sentence());
            case NOT_FOUND, NOT_WAIVABLE, NEEDS_A_REASON ->
                page(id, dialling, Problems.at("reason", why.sentence()), viewer)
                        .refused();
        };
    }

    private Page page(long id, long dialling, Problems problems, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        Dialling found = diallings
                .one(dialling, viewer)
                .filter(each -> each.customerId() == id)
                .orElseThrow(() -> PageRefused.notFound("There is no such call of this customer."));
        return Page.of(
                "customers/dialling",
                "Call " + found.contactName(),
                new DiallingView(customer.name(), found, problems));
    }
}
