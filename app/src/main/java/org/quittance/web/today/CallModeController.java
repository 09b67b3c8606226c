package org.quittance.web.today;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
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
import org.quittance.collections.worklist.CallRounds;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Sentences;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.web.customers.CallForm;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Flash;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.quittance.web.today.TodayController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls one account of a worklist after the other: a prepared card, one key for the outcome, and the next card. */
@Controller
class CallModeController {

    private final CallRounds rounds;
    private final CallCards cards;
    private final CallLog calls;
    private final Diallings diallings;
    private final GuideBook guide;
    private final Presences presences;

    CallModeController(
            CallRounds rounds,
            CallCards cards,
            CallLog calls,
            Diallings diallings,
            GuideBook guide,
            Presences presences) {
        this.rounds = rounds;
        this.cards = cards;
        this.calls = calls;
        this.diallings = diallings;
        this.guide = guide;
        this.presences = presences;
    }

    /** Where a round is, as its addresses say. */
    record Where(long round, int place, @Nullable Integer noted) {}

    /** Fixes the list, and opens its first card. */
    @PostMapping(CallRound.PATH)
    Answer start(Asked asked, Viewer viewer) {
        return rounds.begin(viewer, CallRound.calls(asked))
                .map(first -> Redirect.to(new CallRound(asked, first, 0).on("").url()))
                .orElseGet(() -> Redirect.to(asked.on("/today").url())
                        .refusing(
                                CallRound.isOfCallsOnly(asked)
                                        ? "No account of this list is due a call. Choose under Next whom you want to call all the same."
                                        : "There is nobody to call in this list."));
    }

    @GetMapping(CallRound.PATH + "/{round}/{place}")
    Page card(Asked asked, Where where, @RequestParam @Nullable Long dialling, Viewer viewer) {
        return page(existing(asked, where, viewer), dialling, CallForm.empty(), Problems.none(), viewer);
    }

    /** Passes the customer over; nothing is noted. */
    @GetMapping(CallRound.PATH + "/{round}/{place}/next")
    Answer next(Asked asked, Where where, Viewer viewer) {
        CallRound call = existing(asked, where, viewer);
        return next(call, call.noted(), "", viewer);
    }

    @PostMapping(CallRound.PATH + "/{round}/{place}/dialling")
    Answer dial(Asked asked, Where where, @RequestParam long contact, Viewer viewer) {
        CallRound call = existing(asked, where, viewer);
        return switch (diallings.dial(card(call, viewer).customer().id(), contact, viewer)) {
            case Diallings.Outcome.Asked(long dialling) ->
                Redirect.to(call.on("").with("dialling", dialling).url());
            case Diallings.Outcome.NotAsked(var why) ->
                Redirect.to(call.on("").url()).refusing(why.sentence());
        };
    }

    /** Notes how the call ended, and opens the next card. */
    @PostMapping(CallRound.PATH + "/{round}/{place}")
    Answer note(Asked asked, Where where, CallForm form, Viewer viewer) {
        CallRound call = existing(asked, where, viewer);
        CallCard card = card(call, viewer);
        CallResult result = form.result();
        if (result == null) {
            return refused(call, form, Problems.at("result", "Say how the call ended."), viewer);
        }
        PromiseDraft promise = null;
        if (result == CallResult.PROMISED) {
            Optional<PromiseDraft> drafted =
                    promise(card.accounts().getFirst().account().id(), form);
            if (drafted.isEmpty()) {
                return refused(
                        call,
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
                Redirect onwards = next(call, call.noted() + 1, said, viewer);
                yield result == CallResult.DISPUTES ? asking(onwards, card) : onwards;
            }
            case CallLogged.Asked(String sentence) -> refused(call, form, Problems.at("repeat", sentence), viewer);
            case CallLogged.Refused refused ->
                refused(call, form, Problems.at(field(refused.part()), refused.sentence()), viewer);
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

    /** The card of whoever is next; the list itself where that was the last. */
    private Redirect next(CallRound from, int noted, String said, Viewer viewer) {
        Redirect there = rounds.after(from.stop(), CallRound.calls(from.asked()), viewer)
                .map(stop -> Redirect.to(from.at(stop, noted).on("").url()))
                .orElseGet(() -> Redirect.to(from.asked().on("/today").url())
                        .saying("%s That was the last of the list; %d calls were noted."
                                .formatted(said, noted)
                                .strip()));
        return said.isEmpty() || there.flash() != null ? there : there.saying(said);
    }

    /** A dispute that names no item stops no letter: whoever noted it is led to where it is said. */
    private static Redirect asking(Redirect onwards, CallCard card) {
        Flash said = Objects.requireNonNull(onwards.flash());
        return onwards.saying(
                said.text() + " Which items they dispute is not said yet, so they are still asked for.",
                new Flash.Link("/customers/" + card.customer().id() + "#items", "Say which"));
    }

    private Answer refused(CallRound call, CallForm form, Problems problems, Viewer viewer) {
        return page(call, null, form, problems, viewer).refused();
    }

    private Page page(CallRound call, @Nullable Long dialling, CallForm form, Problems problems, Viewer viewer) {
        CallCard card = card(call, viewer);
        return Page.of(
                "today/call",
                "Call " + card.customer().name(),
                new CallModeView(
                        card,
                        call,
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

    private CallRound existing(Asked asked, Where where, Viewer viewer) {
        return rounds.at(where.round(), where.place(), viewer)
                .map(stop -> new CallRound(asked, stop, where.noted() == null ? 0 : where.noted()))
                .orElseThrow(() -> PageRefused.notFound("There is no such call in a round that you have begun."));
    }

    private CallCard card(CallRound call, Viewer viewer) {
        long account = call.stop().account();
        return cards.about(account, viewer)
                .orElseThrow(() -> PageRefused.notFound("Nothing is open any more for the customer of account "
                        + account + ", or it is not in your portfolios."));
    }

    private static String field(CallLogged.Part part) {
        return switch (part) {
            case ACCOUNTS -> "result";
            case PROMISE -> "amount";
            case FOLLOW_UP -> "followUp";
        };
    }
}
