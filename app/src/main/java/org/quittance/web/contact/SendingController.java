package org.quittance.web.contact;

import org.quittance.collections.AutomaticSending;
import org.quittance.collections.reminder.Brakes;
import org.quittance.collections.reminder.BulkSending;
import org.quittance.collections.reminder.Nights;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
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

/** The switch of automatic sending, and the decision about a run that the brake has stopped. */
@Controller
class SendingController {

    private static final String PATH = "/contact-rules/sending";
    private static final int SHOWN = 20;

    private final AutomaticSending sending;
    private final Brakes brakes;
    private final Nights nights;
    private final BulkSending bulks;

    SendingController(AutomaticSending sending, Brakes brakes, Nights nights, BulkSending bulks) {
        this.sending = sending;
        this.brakes = brakes;
        this.nights = nights;
        this.bulks = bulks;
    }

    @GetMapping(PATH)
    Page show() {
        return page(Problems.none());
    }

    @PostMapping(PATH + "/modes")
    Answer switchTo(@RequestParam AutomaticSending.Mode mode, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager switches automatic sending.");
        }
        sending.switchTo(mode, viewer.login());
        return Redirect.to(PATH).saying("Automatic sending: " + mode.label() + ".");
    }

    @PostMapping(PATH + "/brakes/{id}/release")
    Answer release(@PathVariable long id, @RequestParam String reason, Viewer viewer) {
        return answer(
                brakes.release(id, reason, viewer),
                "The run is released. Whoever was stopped gets what is still due, in a moment.");
    }

    @PostMapping(PATH + "/brakes/{id}/dismissal")
    Answer dismiss(@PathVariable long id, @RequestParam String reason, Viewer viewer) {
        return answer(brakes.dismiss(id, reason, viewer), "The run is dismissed. Nothing of it is sent.");
    }

    private Answer answer(Brakes.Outcome outcome, String done) {
        return switch (outcome) {
            case DONE -> Redirect.to(PATH).saying(done);
            case NOT_YOURS -> throw PageRefused.forbidden(outcome.sentence());
            case NOT_HELD -> Redirect.to(PATH).refusing(outcome.sentence());
            case NEEDS_A_REASON ->
                page(Problems.at("reason", outcome.sentence())).refused();
        };
    }

    private Page page(Problems problems) {
        int due = brakes.customersDue();
        return Page.of(
                "contact/sending",
                "Automatic sending",
                new SendingView(
                        sending.mode(),
                        nights.times(),
                        new SendingView.Tonight(due, brakes.wouldStop(due).orElse(null)),
                        bulks.waitingForRelease(),
                        brakes.latest(SHOWN),
                        problems));
    }
}
