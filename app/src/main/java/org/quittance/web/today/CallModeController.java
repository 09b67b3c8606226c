package org.quittance.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.gate.Diallings;
import org.quittance.collections.worklist.CallRounds;
import org.quittance.core.collections.Sentences;
import org.quittance.disputes.DisputeDraft;
import org.quittance.identity.Viewer;
import org.quittance.web.customers.CallForm;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Flash;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.quittance.web.today.CallPages.Typing;
import org.quittance.web.today.CallPages.Where;
import org.quittance.web.today.TodayController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls one account of a worklist after the other: a prepared card, one key for the outcome, and the next card. */
@Controller
class CallModeController {

    private final CallRounds rounds;
    private final CallPages pages;
    private final CallLog calls;
    private final Diallings diallings;

    CallModeController(CallRounds rounds, CallPages pages, CallLog calls, Diallings diallings) {
        this.rounds = rounds;
        this.pages = pages;
        this.calls = calls;
        this.diallings = diallings;
    }

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
        return pages.page(pages.existing(asked, where, viewer), dialling, Typing.none(), viewer);
    }

    /** Passes the customer over; nothing is noted. */
    @GetMapping(CallRound.PATH + "/{round}/{place}/next")
    Answer next(Asked asked, Where where, Viewer viewer) {
        CallRound call = pages.existing(asked, where, viewer);
        return pages.next(call, call.noted(), "", viewer);
    }

    @PostMapping(CallRound.PATH + "/{round}/{place}/dialling")
    Answer dial(Asked asked, Where where, @RequestParam long contact, Viewer viewer) {
        CallRound call = pages.existing(asked, where, viewer);
        return switch (diallings.dial(pages.card(call, viewer).customer().id(), contact, viewer)) {
            case Diallings.Outcome.Asked(long dialling) ->
                Redirect.to(call.on("").with("dialling", dialling).url());
            case Diallings.Outcome.NotAsked(var why) ->
                Redirect.to(call.on("").url()).refusing(why.sentence());
        };
    }

    /** Notes how the call ended, and opens the next card. */
    @PostMapping(CallRound.PATH + "/{round}/{place}")
    Answer note(
            Asked asked,
            Where where,
            CallForm form,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        CallRound call = pages.existing(asked, where, viewer);
        CallCard card = pages.card(call, viewer);
        Typing typing = new Typing(form, CallSaid.of(fields), Problems.none());
        CallResult result = form.result();
        if (result == null) {
            return again(call, typing.wrong("result", "Say how the call ended."), viewer);
        }
        List<PromiseDraft> promises = List.of();
        if (result == CallResult.PROMISED) {
            Optional<List<PromiseDraft>> drafted =
                    typing.said().promises(card.accounts().getFirst(), form);
            if (drafted.isEmpty()) {
                return again(
                        call,
                        typing.wrong("amount", "A promise needs an amount, such as 1,234.50, and a day."),
                        viewer);
            }
            promises = drafted.get();
        }
        Ended ended = new Ended(result, promises, List.of(), form.followUp());
        pages.askTheGate(card, form, viewer);
        return switch (calls.log(ended.report(card, form), viewer)) {
            case CallLogged.Logged _ -> {
                Redirect onwards = pages.next(call, call.noted() + 1, ended.said(card), viewer);
                yield result == CallResult.DISPUTES ? unsaid(onwards, card) : onwards;
            }
            case CallLogged.Asked(String sentence) -> again(call, typing.wrong("repeat", sentence), viewer);
            case CallLogged.Refused(var part, var sentence) -> again(call, typing.wrong(field(part), sentence), viewer);
        };
    }

    /**
     * How a call ended.
     *
     * @param followUp the day on which somebody wants to come back to it; null for the one that is customary after this outcome
     */
    record Ended(
            CallResult result,
            List<PromiseDraft> promises,
            List<DisputeDraft> disputes,
            @Nullable LocalDate followUp) {

        private @Nullable LocalDate back(CallCard card) {
            return followUp != null
                    ? followUp
                    : result.followUpOn(card.asOf(), CallModeView.calendar(card))
                            .orElse(null);
        }

        CallReport report(CallCard card, CallForm form) {
            LocalDate back = back(card);
            return new CallReport(
                    card.customer().id(),
                    Set.of(),
                    form.way() == null ? CallReport.Way.PLACED : form.way(),
                    result,
                    form.contact(),
                    Typed.text(form.note()),
                    promises,
                    disputes,
                    back == null ? null : new CallReport.FollowUp(back, result.label()),
                    Typed.text(form.otherwise()));
        }

        /** In one sentence, for the card that comes next. */
        String said(CallCard card) {
            LocalDate back = back(card);
            return "%s: %s%s."
                    .formatted(
                            card.customer().name(),
                            result.label(),
                            back == null ? "" : ", back on " + Sentences.day(back));
        }
    }

    /** A dispute that names no item stops no letter: whoever noted it so is told. */
    private static Redirect unsaid(Redirect onwards, CallCard card) {
        Flash said = Objects.requireNonNull(onwards.flash());
        return onwards.saying(
                said.text() + " Which items they dispute is not said yet, so they are still asked for.",
                new Flash.Link("/customers/" + card.customer().id() + "#items", "Say which"));
    }

    private Answer again(CallRound call, Typing typing, Viewer viewer) {
        return pages.page(call, null, typing, viewer).refused();
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
