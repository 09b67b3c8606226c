package org.quittance.web.today;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.call.CallCards;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.contact.Presences;
import org.quittance.collections.gate.Dialling;
import org.quittance.collections.gate.Diallings;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.web.customers.CallForm;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.quittance.web.today.TodayController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls one account of a worklist after the other: a prepared card, one key for the outcome, and the next card. */
@Controller
class CallModeController {

    private final Worklist worklist;
    private final CallCards cards;
    private final CallLog calls;
    private final Diallings diallings;
    private final GuideBook guide;
    private final Presences presences;

    CallModeController(
            Worklist worklist,
            CallCards cards,
            CallLog calls,
            Diallings diallings,
            GuideBook guide,
            Presences presences) {
        this.worklist = worklist;
        this.cards = cards;
        this.calls = calls;
        this.diallings = diallings;
        this.guide = guide;
        this.presences = presences;
    }

    /** Where a round is, as its addresses say. */
    record Where(
            @Nullable Integer points,
            @Nullable Integer number,
            @Nullable Integer noted) {

        CallRound.Stop at(Asked asked, long account) {
            return new CallRound(asked, number == null ? 1 : number, noted == null ? 0 : noted)
                    .stop(account, points == null ? 0 : points);
        }
    }

    @GetMapping(CallRound.PATH)
    Answer start(Asked asked, Viewer viewer) {
        CallRound round = new CallRound(asked, 1, 0);
        return worklist.next(viewer, asked.filter(), null)
                .map(row -> open(round, row))
                .orElseGet(
                        () -> Redirect.to(asked.on("/today").url()).refusing("There is nobody to call in this list."));
    }

    @GetMapping(CallRound.PATH + "/{account}")
    Page card(
            @PathVariable long account,
            Asked asked,
            Where where,
            @RequestParam @Nullable Long dialling,
            Viewer viewer) {
        return page(where.at(asked, account), dialling, CallForm.empty(), Problems.none(), viewer);
    }

    /** Passes the account over; nothing is noted. */
    @GetMapping(CallRound.PATH + "/{account}/next")
    Answer next(@PathVariable long account, Asked asked, Where where, Viewer viewer) {
        CallRound.Stop stop = where.at(asked, account);
        return next(stop, stop.round().onwards(), "", viewer);
    }

    @PostMapping(CallRound.PATH + "/{account}/dialling")
    Answer dial(@PathVariable long account, Asked asked, Where where, @RequestParam long contact, Viewer viewer) {
        CallRound.Stop stop = where.at(asked, account);
        return switch (diallings.dial(existing(account, viewer).customer().id(), contact, viewer)) {
            case Diallings.Outcome.Asked(long dialling) ->
                Redirect.to(stop.at("").with("dialling", dialling).url());
            case Diallings.Outcome.NotAsked(var why) ->
                Redirect.to(stop.at("").url()).refusing(why.sentence());
        };
    }

    /** Notes how the call ended, and opens the next card. */
    @PostMapping(CallRound.PATH + "/{account}")
    Answer note(@PathVariable long account, Asked asked, Where where, CallForm form, Viewer viewer) {
        CallRound.Stop stop = where.at(asked, account);
        CallCard card = existing(account, viewer);
        CallResult result = form.result();
        if (result == null) {
            return refused(stop, form, Problems.at("result", "Say how the call ended."), viewer);
        }
        PromiseDraft promise = null;
        if (result == CallResult.PROMISED) {
            Optional<PromiseDraft> drafted = promise(account, form);
            if (drafted.isEmpty()) {
                return refused(
                        stop,
                        form,
                        Problems.at("amount", "A promise needs an amount, such as 1,234.50, and a day."),
                        viewer);
            }
            promise = drafted.get();
        }
        LocalDate back = form.followUp() != null
                ? form.followUp()
                : result.followUpOn(card.asOf(), CallModeView.calendar(card)).orElse(null);
        CallReport report = new CallReport(
                card.customer().id(),
                Set.of(),
                form.way() == null ? CallReport.Way.PLACED : form.way(),
                result,
                form.contact(),
                Typed.text(form.note()),
                promise,
                back == null ? null : new CallReport.FollowUp(back, result.label()));
        return switch (calls.log(report, viewer)) {
            case CallLogged.Logged _ -> {
                String said = "%s: %s%s."
                        .formatted(
                                card.customer().name(),
                                result.label(),
                                back == null ? "" : ", back on " + Sentences.day(back));
                yield next(stop, stop.round().havingNoted().onwards(), said, viewer);
            }
            case CallLogged.Asked(String sentence) -> refused(stop, form, Problems.at("repeat", sentence), viewer);
            case CallLogged.Refused refused ->
                refused(stop, form, Problems.at(field(refused.part()), refused.sentence()), viewer);
        };
    }

    private static Optional<PromiseDraft> promise(long account, CallForm form) {
        LocalDate due = form.due();
        return due == null || form.currency() == null
                ? Optional.empty()
                : Typed.currency(form.currency())
                        .flatMap(currency -> amount(form, currency))
                        .map(amount -> new PromiseDraft(
                                AccountId.of(account),
                                amount,
                                due,
                                List.of(),
                                form.contact(),
                                Typed.text(form.note()),
                                form.repeated()));
    }

    private static Optional<Money> amount(CallForm form, Currency currency) {
        return Typed.amount(Typed.text(form.amount()), currency);
    }

    /** The card behind the stop; the list itself where that was the last. */
    private Answer next(CallRound.Stop from, CallRound round, String said, Viewer viewer) {
        Redirect there = worklist.next(viewer, round.asked().filter(), from.place())
                .map(row -> open(round, row))
                .orElseGet(() -> Redirect.to(round.asked().on("/today").url())
                        .saying("%s That was the last of the list; %d calls were noted."
                                .formatted(said, round.noted())
                                .strip()));
        return said.isEmpty() || there.flash() != null ? there : there.saying(said);
    }

    private static Redirect open(CallRound round, WorklistRow row) {
        return Redirect.to(
                round.stop(row.account().accountId(), row.points()).at("").url());
    }

    private Answer refused(CallRound.Stop stop, CallForm form, Problems problems, Viewer viewer) {
        return page(stop, null, form, problems, viewer).refused();
    }

    private Page page(CallRound.Stop stop, @Nullable Long dialling, CallForm form, Problems problems, Viewer viewer) {
        CallCard card = existing(stop.account(), viewer);
        long left = worklist.countAfter(viewer, stop.round().asked().filter(), stop.place());
        return Page.of(
                "today/call",
                "Call " + card.customer().name(),
                new CallModeView(
                        card,
                        stop,
                        stop.round().number() + left,
                        dialled(dialling, card, viewer),
                        guide.notes(List.of(GuideTopic.of(Action.CALL)), card.asOf(), viewer),
                        new ColleaguesView(
                                card.customer().id(),
                                presences.open(card.customer().id(), viewer)),
                        form,
                        problems));
    }

    private @Nullable Dialling dialled(@Nullable Long dialling, CallCard card, Viewer viewer) {
        return dialling == null
                ? null
                : diallings
                        .one(dialling, viewer)
                        .filter(each -> each.customerId() == card.customer().id())
                        .orElse(null);
    }

    private CallCard existing(long account, Viewer viewer) {
        return cards.about(account, viewer)
                .orElseThrow(() -> PageRefused.notFound(
                        "Nothing is open on account " + account + ", or it is not in your portfolios."));
    }

    private static String field(CallLogged.Part part) {
        return switch (part) {
            case ACCOUNTS -> "result";
            case PROMISE -> "amount";
            case FOLLOW_UP -> "followUp";
        };
    }
}
