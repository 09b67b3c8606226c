package org.quittance.web.customers;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.MoneyInSight;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.collections.reminder.ReminderOutcome;
import org.quittance.collections.reminder.Reminders;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.letter.Letters;
import org.quittance.correspondence.letter.WrittenLetter;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Flash;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a collector does on the page of a customer: notes a call with its promise, writes a note, sends the message that is due. */
@Controller
class WorkController {

    private final CustomerPages pages;
    private final CallLog calls;
    private final Reminders reminders;
    private final SendForecast forecast;
    private final Correspondents correspondents;
    private final MoneyInSight moneyInSight;
    private final Timeline timeline;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    WorkController(
            CustomerPages pages,
            CallLog calls,
            Reminders reminders,
            SendForecast forecast,
            Correspondents correspondents,
            MoneyInSight moneyInSight,
            Timeline timeline,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.pages = pages;
        this.calls = calls;
        this.reminders = reminders;
        this.forecast = forecast;
        this.correspondents = correspondents;
        this.moneyInSight = moneyInSight;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping("/customers/{id}/calls")
    Answer logCall(@PathVariable long id, CallForm form, Viewer viewer) {
        pages.visible(id, viewer);
        if (form.result() == null) {
            return again(id, form, Problems.at("result", "Say how the call ended."), viewer);
        }
        List<PromiseDraft> promises = List.of();
        if (form.hasPromise()) {
            if (form.account() == null || form.due() == null || form.currency() == null) {
                return again(id, form, Problems.at("amount", "A promise needs an account and a day."), viewer);
            }
            Optional<Money> amount = Typed.amount(Typed.text(form.amount()), Currency.getInstance(form.currency()));
            if (amount.isEmpty()) {
                return again(
                        id,
                        form,
                        Problems.at("amount", form.amount() + " is not an amount of " + form.currency() + "."),
                        viewer);
            }
            promises = List.of(new PromiseDraft(
                    AccountId.of(form.account()),
                    amount.get(),
                    form.due(),
                    List.of(),
                    form.contact(),
                    Typed.text(form.note()),
                    form.repeated()));
        }
        CallReport report = new CallReport(
                id,
                Set.of(),
                form.way() == null ? CallReport.Way.PLACED : form.way(),
                form.result(),
                form.contact(),
                Typed.text(form.note()),
                promises,
                List.of(),
                form.followUp() == null
                        ? null
                        : new CallReport.FollowUp(form.followUp(), form.result().label()),
                Typed.text(form.otherwise()));
        return switch (calls.log(report, viewer)) {
            case CallLogged.Logged logged -> {
                Redirect there = Redirect.to("/customers/" + id);
                String said = noted(form.result(), !logged.promises().isEmpty());
                yield form.result() == CallResult.DISPUTES
                        ? there.saying(said, new Flash.Link("#items", "The open items"))
                        : there.saying(said);
            }
            case CallLogged.Asked(String sentence) -> again(id, form, Problems.at("repeat", sentence), viewer);
            case CallLogged.Refused refused ->
                again(id, form, Problems.at(field(refused.part()), refused.sentence()), viewer);
        };
    }

    private static String noted(CallResult result, boolean promised) {
        if (result == CallResult.DISPUTES) {
            return "The call is noted. Open the item that they dispute, and say there how much of it: nobody asks for that then.";
        }
        return promised ? "The call and the promise are noted." : "The call is noted.";
    }

    @PostMapping("/customers/{id}/notes")
    Answer note(@PathVariable long id, @RequestParam String text, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        if (text.isBlank()) {
            return again(id, CallForm.empty(), Problems.at("text", "Write what should be remembered."), viewer);
        }
        transaction.executeWithoutResult(_ -> timeline.log(
                Activity.note(new CustomerId(customer.id()), clock.today(), viewer.login(), text.strip())));
        return Redirect.to("/customers/" + id).saying("The note is kept.");
    }

    /** Shows the message that is due before it is sent. */
    @GetMapping("/customers/{id}/reminder")
    Answer preview(@PathVariable long id, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        return switch (reminders.preview(id, viewer)) {
            case ReminderDraft.Impossible impossible ->
                Redirect.to("/customers/" + id).refusing(impossible.sentence());
            case ReminderDraft.Ready ready -> {
                WrittenLetter letter = Letters.preview(ready.content());
                yield Page.of(
                        "customers/reminder",
                        ready.action().label(),
                        new ReminderView(
                                id,
                                customer.name(),
                                ready,
                                letter,
                                reminders.enclosed(ready, letter),
                                correspondents.passedOver(id),
                                moneyInSight.of(id, viewer),
                                word(OutgoingMessage.of(ready.content(), letter, ready.envelope(), viewer.login()))));
            }
            case ReminderDraft.ReadyText ready ->
                Page.of(
                        "customers/textMessage",
                        ready.action().label(),
                        new TextMessageView(
                                id,
                                customer.name(),
                                ready,
                                word(OutgoingMessage.of(ready.notice(), ready.to(), viewer.login()))));
        };
    }

    private SendForecast.@Nullable Word word(OutgoingMessage message) {
        return forecast.of(message).orElse(null);
    }

    @GetMapping("/customers/{id}/reminder/pdf")
    ResponseEntity<byte[]> previewPdf(@PathVariable long id, Viewer viewer) {
        pages.visible(id, viewer);
        return switch (reminders.preview(id, viewer)) {
            case ReminderDraft.Impossible impossible -> throw PageRefused.conflict(impossible.sentence());
            case ReminderDraft.ReadyText _ -> throw PageRefused.conflict("A text message has no PDF.");
            case ReminderDraft.Ready ready ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(Letters.preview(ready.content()).pdf());
        };
    }

    @PostMapping("/customers/{id}/reminder")
    Answer send(@PathVariable long id, Viewer viewer) {
        pages.visible(id, viewer);
        return switch (reminders.queue(id, viewer)) {
            case ReminderOutcome.NotQueued notQueued ->
                Redirect.to("/customers/" + id).refusing(notQueued.why().sentence());
            case ReminderOutcome.Queued queued ->
                Redirect.to("/outbox/" + queued.message().value())
                        .saying(queued.action().label()
                                + switch (queued.way()) {
                                    case LETTER ->
                                        " written; it waits under Letters to post and can be called back until then.";
                                    case MESSAGE, TEXT_MESSAGE, CALL ->
                                        " queued; it leaves in ten seconds, or as soon as the rules of contact let it, unless you call it back.";
                                });
        };
    }

    private Answer again(long id, CallForm form, Problems problems, Viewer viewer) {
        return pages.customer(id, PointOfView.now(clock.today()), form, problems, viewer)
                .refused();
    }

    private static String field(CallLogged.Part part) {
        return switch (part) {
            case ACCOUNTS, DISPUTE -> "result";
            case PROMISE -> "amount";
            case FOLLOW_UP -> "followUp";
            case DIALLING -> "otherwise";
        };
    }
}
