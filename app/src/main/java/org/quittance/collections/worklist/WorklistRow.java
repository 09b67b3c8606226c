package org.quittance.collections.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.money.Money;

/**
 * One account on the worklist: what to do, and why this and why now.
 *
 * @param next what is to be done
 * @param overdue past due per currency, by code; currencies in which nothing is overdue are left out
 * @param atStake what the action asks for, per currency
 * @param stakeFacts how what is at stake follows from what is overdue, for the currencies in which they differ
 * @param oldestDays how many days the oldest item is past due; negative while nothing is
 * @param points of the priority, the sum of the facts' points
 * @param reasons why this action, in sentences
 * @param promise the first promise that failed, else the first that is open; null where there is neither
 * @param lastContact the last that reached the customer; null where nobody has for a year
 * @param snoozedUntil the day on which it comes back; null where it was not put off
 * @param snoozedWhy why, as whoever put it off has said; null where nobody has
 * @param strategy the one that it follows
 * @param inForce what was approved about it and has not been lifted, the gravest first
 */
public record WorklistRow(
        Owed account,
        Next next,
        List<Money> overdue,
        List<Money> atStake,
        List<String> stakeFacts,
        int oldestDays,
        int points,
        List<PointFact> pointFacts,
        List<String> reasons,
        @Nullable PromiseNote promise,
        @Nullable LastContact lastContact,
        @Nullable LocalDate snoozedUntil,
        @Nullable String snoozedWhy,
        Follows strategy,
        List<InForce> inForce) {

    public WorklistRow {
        overdue = List.copyOf(overdue);
        atStake = List.copyOf(atStake);
        stakeFacts = List.copyOf(stakeFacts);
        pointFacts = List.copyOf(pointFacts);
        reasons = List.copyOf(reasons);
        inForce = List.copyOf(inForce);
    }

    /** The account, its customer, and whose it is. */
    public record Owed(
            long accountId,
            String accountNumber,
            long customerId,
            String customerNumber,
            String customerName,
            String entityCode,
            String entityName,
            long portfolioId,
            String portfolioName,
            @Nullable String collectorName) {}

    /**
     * What is to be done.
     *
     * @param action what leads, by the rule of {@code NextAction.Act}; null where there is nothing to do today
     * @param beside the notice that goes by itself beside it; null where none does
     * @param owner who does the person's part
     * @param byHandItems items that a person has to deal with
     * @param automaticItems items that the next notice is about
     * @param waitUntil the first day on which there may be something to do; null where it is today, or never unless something changes
     */
    public record Next(
            @Nullable Action action,
            @Nullable Action beside,
            StepOwner owner,
            int byHandItems,
            int automaticItems,
            @Nullable LocalDate waitUntil) {}

    /** The version of a strategy, and why the account follows this one. */
    public record Follows(String code, String name, int version, String why) {}

    /** Points of the priority and the fact that they were given for. */
    public record PointFact(int points, String sentence) {}

    /** Where a promise stands. */
    public record PromiseNote(PromiseState state, LocalDate dueOn) {}

    /** Something that reached the customer. */
    public record LastContact(Action action, LocalDate on) {}
}
