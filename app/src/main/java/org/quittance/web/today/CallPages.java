package org.quittance.web.today;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.call.CallCards;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.contact.Presences;
import org.quittance.collections.gate.Dialling;
import org.quittance.collections.gate.Diallings;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.worklist.CallRounds;
import org.quittance.core.collections.Action;
import org.quittance.core.guide.GuideTopic;
import org.quittance.disputes.DisputeList;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.web.customers.CallForm;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Component;

/** Puts the card of a call together, as it is opened, refused, or asked what is disputed; and finds the one behind it. */
@Component
class CallPages {

    private final CallRounds rounds;
    private final CallCards cards;
    private final CallTakeBacks takeBacks;
    private final Diallings diallings;
    private final GuideBook guide;
    private final Presences presences;
    private final LedgerReader ledger;
    private final DisputeList disputes;

    CallPages(
            CallRounds rounds,
            CallCards cards,
            CallTakeBacks takeBacks,
            Diallings diallings,
            GuideBook guide,
            Presences presences,
            LedgerReader ledger,
            DisputeList disputes) {
        this.rounds = rounds;
        this.cards = cards;
        this.takeBacks = takeBacks;
        this.diallings = diallings;
        this.guide = guide;
        this.presences = presences;
        this.ledger = ledger;
        this.disputes = disputes;
    }

    /** Where a round is, as its addresses say. */
    record Where(long round, int place, @Nullable Integer noted) {}

    /**
     * Asks the gate about a call of ours that was dialled by nobody here, where the card says that nobody there may be called now: the refusal
     * is then on record, and the call needs a word on how there was one.
     */
    void askTheGate(CallCard card, CallForm form, Viewer viewer) {
        boolean isOurs = form.way() == null || form.way() == CallReport.Way.PLACED;
        boolean isNobodyFree = card.contacts().stream().noneMatch(CallCard.Reachable::isFree);
        long customer = card.customer().id();
        if (isOurs && isNobodyFree && diallings.last(customer, null, viewer).isEmpty()) {
            card.contacts().stream()
                    .map(reachable -> reachable.contact().id())
                    .findFirst()
                    .ifPresent(contact -> diallings.dial(customer, contact, viewer));
        }
    }

    /** What stands on a card besides the call: what was typed, and what is wrong with it. */
    record Typing(CallForm form, CallSaid said, Problems problems) {

        static Typing none() {
            return new Typing(CallForm.empty(), CallSaid.nothing(), Problems.none());
        }

        Typing wrong(String field, String sentence) {
            return new Typing(form, said, Problems.at(field, sentence));
        }
    }

    CallRound existing(TodayController.Asked asked, Where where, Viewer viewer) {
        return rounds.at(where.round(), where.place(), viewer)
                .map(stop -> new CallRound(asked, stop, where.noted() == null ? 0 : where.noted()))
                .orElseThrow(() -> PageRefused.notFound("There is no such call in a round that you have begun."));
    }

    CallCard card(CallRound call, Viewer viewer) {
        long account = call.stop().account();
        return cards.about(account, viewer)
                .orElseThrow(() -> PageRefused.notFound("Nothing is open any more for the customer of account "
                        + account + ", or it is not in your portfolios."));
    }

    Page page(CallRound call, @Nullable Long dialling, Typing typing, Viewer viewer) {
        return page(call, dialling, null, typing, viewer);
    }

    /** The card with the question what is disputed in the place of the outcomes. */
    Page asking(CallRound call, CallDispute dispute, Typing typing, Viewer viewer) {
        return page(call, null, dispute, typing, viewer);
    }

    private Page page(
            CallRound call, @Nullable Long dialling, @Nullable CallDispute dispute, Typing typing, Viewer viewer) {
        CallCard card = card(call, viewer);
        return Page.of(
                "today/call",
                "Call " + card.customer().name(),
                new CallModeView(
                        card,
                        call,
                        takeBacks.last(viewer).map(LastNoted::of).orElse(null),
                        dialled(dialling, card, viewer),
                        guide.notes(List.of(GuideTopic.of(Action.CALL)), card.asOf(), viewer),
                        new ColleaguesView(
                                card.customer().id(),
                                presences.open(card.customer().id(), viewer)),
                        dispute,
                        typing.form(),
                        typing.said(),
                        typing.problems()));
    }

    /** What the customer of a card may dispute. */
    CallDispute dispute(CallCard card, Viewer viewer) {
        LocalDate today = card.asOf();
        List<ItemLine> open = ledger.openItems(viewer, card.customer().id(), today, null);
        return CallDispute.of(
                open, disputes.leftOut(open.stream().map(ItemLine::id).toList()));
    }

    private @Nullable Dialling dialled(@Nullable Long dialling, CallCard card, Viewer viewer) {
        return dialling == null
                ? diallings.standingRefusal(card.customer().id(), viewer).orElse(null)
                : diallings
                        .one(dialling, viewer)
                        .filter(each -> each.customerId() == card.customer().id())
                        .orElse(null);
    }

    /** The card of whoever is next; the list itself where that was the last. */
    Redirect next(CallRound from, int noted, String said, Viewer viewer) {
        Redirect there = rounds.after(from.stop(), CallRound.calls(from.asked()), viewer)
                .map(stop -> Redirect.to(from.at(stop, noted).on("").url()))
                .orElseGet(() -> Redirect.to(from.asked().on("/today").url())
                        .saying("%s That was the last of the list; %d calls were noted."
                                .formatted(said, noted)
                                .strip()));
        return said.isEmpty() || there.flash() != null ? there : there.saying(said);
    }
}
