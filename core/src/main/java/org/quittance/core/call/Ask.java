package org.quittance.core.call;

import java.time.LocalDate;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;

/** Something to ask or to mind in a call. It is data; {@link #sentence} is the English. */
public sealed interface Ask {

    /** A promise that failed; {@code came} is what came of it all the same. */
    record WhyNotKept(Money promised, LocalDate dueOn, Money came) implements Ask {}

    /**
     * What is overdue, neither promised nor disputed, in one currency.
     *
     * @param leftOut what is overdue besides, and promised, offered, disputed or to be given up
     */
    record ADay(int items, Money amount, Money leftOut, long oldestDays) implements Ask {}

    /** A promise that falls due within days: it is confirmed, not asked for again. */
    record StillGood(Money promised, LocalDate dueOn) implements Ask {}

    /** An offer that the customer has and that ends within days. */
    record TakeUpTheOffer(Money offered, LocalDate until) implements Ask {}

    /** An offer that the customer had and did not take up. */
    record WhyNotTakenUp(Money offered, LocalDate until) implements Ask {}

    /** What they say that they do not owe. */
    record WhatTheDisputeNeeds(Money amount) implements Ask {}

    /** Money on account that nobody has said the purpose of. */
    record WhatCreditsAreFor(Money amount) implements Ask {}

    /** They pay distinctly later than before. */
    record WhatHasChanged(int daysBefore, int daysNow) implements Ask {}

    /** They are late by habit: the day of the next payment run says more than a promise. */
    record TheirPayRun(int daysLate) implements Ask {}

    /** What falls due within days. */
    record WhatIsDueSoon(int items, Money amount) implements Ask {}

    /** Somebody above decides about the account: nothing is agreed beyond a day. */
    record NothingBeyondADay(EscalationPath path, String owner) implements Ask {}

    /** Somebody outside collects for us: nothing is asked, agreed or accepted about the account. */
    record LeaveItAlone(InForce inForce) implements Ask {}

    /** Orders or service are stopped: what may be said about it. */
    record SayWhatLiftsIt(InForce inForce) implements Ask {}

    /** In one English sentence, as a collector reads it before dialling. */
    default String sentence() {
        return switch (this) {
            case WhyNotKept(Money promised, LocalDate due, Money came) ->
                came.isZero()
                        ? "Ask why the promise of %s for %s was not kept"
                                .formatted(Sentences.money(promised), Sentences.day(due))
                        : "Ask why of the %s promised for %s only %s came"
                                .formatted(Sentences.money(promised), Sentences.day(due), Sentences.money(came));
            case ADay(int items, Money amount, Money leftOut, long days) ->
                "Ask for a day for %s, %s, %s %s overdue%s"
                        .formatted(
                                items == 1 ? "1 item" : items + " items",
                                Sentences.money(amount),
                                items == 1 ? "which is" : "the oldest",
                                days(days),
                                leftOut.isZero()
                                        ? ""
                                        : "; another %s is overdue and promised, offered, disputed or to be given up: leave that out"
                                                .formatted(Sentences.money(leftOut)));
            case StillGood(Money promised, LocalDate due) ->
                "Confirm that %s comes on %s as promised; ask for no other day"
                        .formatted(Sentences.money(promised), Sentences.day(due));
            case TakeUpTheOffer(Money offered, LocalDate until) ->
                "Ask whether they take the offer of %s, which ends on %s"
                        .formatted(Sentences.money(offered), Sentences.day(until));
            case WhyNotTakenUp(Money offered, LocalDate until) ->
                "Ask why they did not take the offer of %s until %s; all of it is owed again"
                        .formatted(Sentences.money(offered), Sentences.day(until));
            case WhatTheDisputeNeeds(Money amount) ->
                "Ask what they need to settle the dispute over %s; do not ask them to pay it"
                        .formatted(Sentences.money(amount));
            case WhatCreditsAreFor(Money amount) ->
                "Ask what the %s on account is for".formatted(Sentences.money(amount));
            case WhatHasChanged(int before, int now) ->
                "Ask what has changed: they paid %s beyond terms, now %s".formatted(days(before), days(now));
            case TheirPayRun(int late) ->
                "Ask when their next payment run is: they pay %s late by habit".formatted(days(late));
            case WhatIsDueSoon(int items, Money amount) ->
                "Ask whether %s, %s, due within days %s booked for payment"
                        .formatted(
                                items == 1 ? "1 item" : items + " items",
                                Sentences.money(amount),
                                items == 1 ? "is" : "are");
            case NothingBeyondADay(EscalationPath path, String owner) ->
                "Agree nothing beyond a day of payment: %s decides (%s)".formatted(owner, path.label());
            case LeaveItAlone(InForce inForce) ->
                "Ask for nothing and agree nothing about this account. %s: name them, and say that they answer"
                        .formatted(inForce.sentence());
            case SayWhatLiftsIt(InForce inForce) ->
                "%s: say so if they ask, and that the credit manager lifts it once what is overdue is paid; promise no day for it"
                        .formatted(inForce.sentence());
        };
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
