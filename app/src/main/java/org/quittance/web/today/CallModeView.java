package org.quittance.web.today;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallCard;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.gate.Dialling;
import org.quittance.collections.guide.GuideNote;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.money.Money;
import org.quittance.web.customers.CallForm;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Problems;

/**
 * The card of one call in a round of them.
 *
 * @param call where the round is
 * @param last the call that was noted last and may still be taken back; null where there is none
 * @param guide what the process guide says to a call
 * @param dialling the number that was dialled for this call, or what the gate has refused before and still does; null where neither was
 * @param dispute what could be disputed, where that is asked now; null where the outcome is
 * @param said the amounts and marks as typed
 */
public record CallModeView(
        CallCard card,
        CallRound call,
        @Nullable LastNoted last,
        @Nullable Dialling dialling,
        List<GuideNote> guide,
        ColleaguesView colleagues,
        @Nullable CallDispute dispute,
        CallForm form,
        CallSaid said,
        Problems problems) {

    public CallModeView {
        guide = List.copyOf(guide);
    }

    /** More are for the form that has all of them. */
    private static final int MOST_TO_CHOOSE = 50;

    /** How a call can end by one key: all but a promise, which needs its amount and day. */
    public record Outcome(CallResult result, String key) {}

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome(CallResult.NO_ANSWER, "0"),
            new Outcome(CallResult.LEFT_MESSAGE, "m"),
            new Outcome(CallResult.CALL_BACK, "b"),
            new Outcome(CallResult.WRONG_NUMBER, "w"),
            new Outcome(CallResult.OTHER, "s"),
            new Outcome(CallResult.DISPUTES, "i"),
            new Outcome(CallResult.REFUSES, "r"));

    /** Which call of the round it is, from 1. */
    public int number() {
        return call.stop().place();
    }

    /** How many calls the round has, the ones before this included. */
    public int of() {
        return call.stop().of();
    }

    public List<Outcome> outcomes() {
        return OUTCOMES;
    }

    /** Which outcome Ctrl and Enter choose: the one that was chosen and refused, else a talk. */
    public boolean isMarked(Outcome outcome) {
        boolean wasChosen = OUTCOMES.stream().anyMatch(each -> each.result() == form.result());
        return outcome.result() == (wasChosen ? form.result() : CallResult.OTHER);
    }

    /** Whether an outcome takes a word on how there was a call. */
    public boolean asksOtherwise() {
        return problems.of("otherwise") != null || (dialling != null && !dialling.mayBeDialled());
    }

    /** When the account comes back after the outcome, by the calendar of the customer's country; null where the strategy says. */
    public @Nullable LocalDate comesBack(Outcome outcome) {
        return outcome.result().followUpOn(card.asOf(), calendar(card)).orElse(null);
    }

    static BusinessCalendar calendar(CallCard card) {
        return BusinessCalendars.named(card.customer().country()).orElse(BusinessCalendars.TARGET);
    }

    /** The address to which the outcome is sent. */
    public String outcomeUrl() {
        return call.on("").url();
    }

    public String diallingUrl() {
        return call.on("/dialling").url();
    }

    public String nextUrl() {
        return call.on("/next").url();
    }

    public String leaveUrl() {
        return call.asked().on("/today").url();
    }

    /** Where the question is asked and answered what they dispute. */
    public String disputesUrl() {
        return call.on("/disputes").url();
    }

    public String takeBackUrl() {
        return call.on("/taken-back").url();
    }

    /** What stands in the field of the amount that is promised in a currency: what could be promised in the first, nothing in the others. */
    public String amount(String currency) {
        String typed = said.text(CallSaid.promisedIn(currency));
        if (typed != null) {
            return typed;
        }
        Money offer = card.offer();
        return offer == null || !offer.currency().getCurrencyCode().equals(currency)
                ? ""
                : offer.toDecimal().toPlainString();
    }

    /** What a promise may be for: what is left to be asked for on the account that the call is about, the oldest first. */
    public List<ItemStanding> promisable() {
        return card.accounts().getFirst().next().standing().items().stream()
                .filter(item -> item.chaseableMinor() > 0)
                .limit(MOST_TO_CHOOSE)
                .toList();
    }

    /** Whether an item is marked as what the promise is for. */
    public boolean isCovered(ItemStanding item) {
        return said.covered().contains(item.item().id().value());
    }

    /** What stands in the field of the amount that is disputed of an item: all of it, until somebody types less. */
    public String amount(CallDispute.Item item) {
        String typed = said.text(CallSaid.disputedOf(item.line().id()));
        return typed != null ? typed : item.rest().toDecimal().toPlainString();
    }

    /** The currencies in which something may be promised, the one of the likeliest promise first. */
    public List<String> currencies() {
        Money offer = card.offer();
        return card.accounts().getFirst().next().standing().currencies().stream()
                .filter(currency -> currency.balance().plus(currency.credits()).isPositive())
                .map(currency -> currency.currency().getCurrencyCode())
                .sorted(Comparator.comparingInt((String code) -> offer != null
                                        && offer.currency().getCurrencyCode().equals(code)
                                ? 0
                                : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Who is most likely on the telephone: whoever was dialled, else the first who may be called. */
    public @Nullable Long contact() {
        if (form.contact() != null) {
            return form.contact();
        }
        if (dialling != null) {
            return dialling.contactId();
        }
        return card.contacts().stream()
                .filter(CallCard.Reachable::isFree)
                .map(each -> each.contact().id())
                .findFirst()
                .orElse(null);
    }
}
