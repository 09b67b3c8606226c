package org.quittance.core.call;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.core.collections.CurrencyStanding;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.collections.OpenEscalation;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.Standing;

/**
 * What to ask about an account on the telephone, the most important first: broken promises, what is overdue and unpromised, promises that fall
 * due, disputes, cash on account, then habits and what is due soon.
 *
 * <p>What is promised or disputed is never asked for, and nothing is asked about an account that an agency or a lawyer has. Example: of 12,400.00 overdue, 5,000.00 was promised for 12 November and did not come:
 * "Ask why the promise … was not kept", "Ask for a day for 3 items, EUR 12,400.00, the oldest 45 days overdue".
 */
public record CallScript(List<Ask> asks) {

    /** A promise is confirmed in the last days before it falls due; earlier, it is left alone. */
    static final int CONFIRMED_DAYS_BEFORE = 3;

    /** From how many days late a habit is worth a question. */
    static final int LATE_DAYS = 6;

    public CallScript {
        asks = List.copyOf(asks);
    }

    /**
     * Derives it from where the account stands.
     *
     * @param change since when the customer pays distinctly later or earlier; empty where nothing has changed
     */
    public static CallScript of(Standing standing, Optional<ChangePoint> change) {
        Optional<InForce> handOver = standing.handOver();
        if (handOver.isPresent()) {
            return new CallScript(List.of(new Ask.LeaveItAlone(handOver.get())));
        }
        List<Ask> asks = new ArrayList<>();
        for (PromiseCheck check : standing.promises()) {
            if (check.isFailing()) {
                Promise promise = check.promise();
                asks.add(new Ask.WhyNotKept(
                        promise.amount(), promise.dueOn(), promise.amount().minus(check.outstanding())));
            } else if (check.hasLapsed()) {
                asks.add(new Ask.WhyNotTakenUp(
                        check.promise().amount(), check.promise().dueOn()));
            }
        }
        for (CurrencyStanding currency : standing.currencies()) {
            overdue(standing, currency).ifPresent(asks::add);
        }
        addPromises(standing, asks);
        for (CurrencyStanding currency : standing.currencies()) {
            if (currency.disputed().isPositive()) {
                asks.add(new Ask.WhatTheDisputeNeeds(currency.disputed()));
            }
            if (currency.credits().isPositive()) {
                asks.add(new Ask.WhatCreditsAreFor(currency.credits()));
            }
        }
        addHabit(standing, change, asks);
        for (CurrencyStanding currency : standing.currencies()) {
            if (currency.dueSoon().isPositive()) {
                asks.add(new Ask.WhatIsDueSoon(currency.itemsDueSoon(), currency.dueSoon()));
            }
        }
        for (OpenEscalation escalation : standing.escalations()) {
            asks.add(new Ask.NothingBeyondADay(escalation.path(), escalation.owner()));
        }
        for (InForce inForce : standing.inForce()) {
            asks.add(new Ask.SayWhatLiftsIt(inForce));
        }
        return new CallScript(asks);
    }

    private static Optional<Ask> overdue(Standing standing, CurrencyStanding currency) {
        int items = 0;
        long oldest = 0;
        for (ItemStanding item : standing.items()) {
            if (item.isOverdue() && item.chaseableMinor() > 0 && item.currency().equals(currency.currency())) {
                items++;
                oldest = Math.max(oldest, item.daysPastDue());
            }
        }
        return items == 0
                ? Optional.empty()
                : Optional.of(new Ask.ADay(
                        items, currency.chaseable(), currency.overdue().minus(currency.chaseable()), oldest));
    }

    private static void addPromises(Standing standing, List<Ask> asks) {
        LocalDate last = standing.asOf().plusDays(CONFIRMED_DAYS_BEFORE);
        for (PromiseCheck check : standing.promises()) {
            boolean isNear = !check.promise().dueOn().isAfter(last);
            if (check.state() == PromiseState.OPEN
                    && isNear
                    && check.outstanding().isPositive()) {
                switch (check.promise().origin()) {
                    case CUSTOMER ->
                        asks.add(new Ask.StillGood(
                                check.outstanding(), check.promise().dueOn()));
                    case OFFER ->
                        asks.add(new Ask.TakeUpTheOffer(
                                check.outstanding(), check.promise().dueOn()));
                    case OFFER_NOT_SENT -> {}
                }
            }
        }
    }

    /** A change says more than a habit that it has overtaken. */
    private static void addHabit(Standing standing, Optional<ChangePoint> change, List<Ask> asks) {
        if (change.isPresent() && change.get().isForTheWorse()) {
            asks.add(new Ask.WhatHasChanged(change.get().before(), change.get().now()));
        } else if (standing.payer().habit().daysLate() >= LATE_DAYS) {
            asks.add(new Ask.TheirPayRun(standing.payer().habit().daysLate()));
        }
    }
}
