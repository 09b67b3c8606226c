package org.quittance.web.today;

import java.util.List;
import java.util.Optional;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.contact.CallResult;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.disputes.DisputeDraft;
import org.quittance.identity.Viewer;
import org.quittance.web.customers.CallForm;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;
import org.quittance.web.today.CallPages.Typing;
import org.quittance.web.today.CallPages.Where;
import org.quittance.web.today.TodayController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks in the middle of a round what the customer disputes, notes it with the call, and goes on with the round. */
@Controller
class CallDisputesController {

    private final CallPages pages;
    private final CallLog calls;

    CallDisputesController(CallPages pages, CallLog calls) {
        this.pages = pages;
        this.calls = calls;
    }

    /** The question, with what was typed before it; the answer, once it has a reason and marked items. */
    @PostMapping(CallRound.PATH + "/{round}/{place}/disputes")
    Answer dispute(
            Asked asked,
            Where where,
            CallForm form,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer) {
        CallRound call = pages.existing(asked, where, viewer);
        CallCard card = pages.card(call, viewer);
        CallDispute dispute = pages.dispute(card, viewer);
        Typing typing = new Typing(form, CallSaid.of(fields), Problems.none());
        if (!typing.said().saysWhatIsDisputed()) {
            return pages.asking(call, dispute, typing, viewer);
        }
        DisputeReason reason = typing.said().reason();
        if (reason == null) {
            return again(call, dispute, typing.wrong("reason", "Choose why they dispute it."), viewer);
        }
        Optional<List<DisputeDraft>> disputes = typing.said().disputes(dispute, reason, Typed.text(form.note()));
        if (disputes.isEmpty()) {
            return again(
                    call,
                    dispute,
                    typing.wrong("item", "Mark what they dispute, each with an amount such as 1,234.50."),
                    viewer);
        }
        CallModeController.Ended ended =
                new CallModeController.Ended(CallResult.DISPUTES, List.of(), disputes.get(), form.followUp());
        pages.askTheGate(card, form, viewer);
        return switch (calls.log(ended.report(card, form), viewer)) {
            case CallLogged.Logged _ ->
                pages.next(call, call.noted() + 1, ended.said(card) + " " + told(disputes.get()), viewer);
            case CallLogged.Asked(String sentence) -> again(call, dispute, typing.wrong("item", sentence), viewer);
            case CallLogged.Refused(var part, var sentence) ->
                again(
                        call,
                        dispute,
                        typing.wrong(
                                switch (part) {
                                    case FOLLOW_UP -> "followUp";
                                    case DIALLING -> "otherwise";
                                    case DISPUTE, PROMISE, ACCOUNTS -> "item";
                                },
                                sentence),
                        viewer);
        };
    }

    private static String told(List<DisputeDraft> disputes) {
        return disputes.size() == 1
                ? "Nobody asks for that part of the item until it is answered."
                : "Nobody asks for that of the %d items until it is answered.".formatted(disputes.size());
    }

    private Answer again(CallRound call, CallDispute dispute, Typing typing, Viewer viewer) {
        return pages.asking(call, dispute, typing, viewer).refused();
    }
}
