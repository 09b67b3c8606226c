package org.quittance.web.team;

import org.quittance.collections.reminder.Proposal;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.Reminders;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Redirect;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lets whoever is to approve a message read it first. */
@Controller
class ProposedMessageController {

    private static final String PATH = "/team/approvals/{account}/{step}";

    private final Reminders reminders;

    ProposedMessageController(Reminders reminders) {
        this.reminders = reminders;
    }

    @GetMapping(PATH)
    Answer show(@PathVariable long account, @PathVariable String step, Viewer viewer) {
        return switch (reminders.awaited(new Proposal(account, step), viewer)) {
            case ReminderDraft.Impossible impossible ->
                Redirect.to(ApprovalsController.PATH).refusing(impossible.sentence());
            case ReminderDraft.Ready ready -> {
                WrittenLetter letter = Letters.preview(ready.content());
                yield page(ProposedMessageView.of(
                        ready, letter, reminders.enclosed(ready, letter), new Proposal(account, step)));
            }
            case ReminderDraft.ReadyText ready -> page(ProposedMessageView.of(ready, account, step));
        };
    }

    private static Page page(ProposedMessageView view) {
        return Page.of("team/proposedMessage", view.action().label(), view);
    }

    @GetMapping(PATH + "/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long account, @PathVariable String step, Viewer viewer) {
        return switch (reminders.awaited(new Proposal(account, step), viewer)) {
            case ReminderDraft.Impossible impossible -> throw PageRefused.conflict(impossible.sentence());
            case ReminderDraft.ReadyText _ -> throw PageRefused.conflict("A text message has no PDF.");
            case ReminderDraft.Ready ready ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(Letters.preview(ready.content()).pdf());
        };
    }
}
