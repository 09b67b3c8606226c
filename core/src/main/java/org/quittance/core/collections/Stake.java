package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * What is at stake of an account in one currency, which is what today's action asks for, and how it follows from what is overdue.
 *
 * <p>Example: of 9,000.00 overdue, 3,000.00 is promised and 1,000.00 disputed, so 5,000.00 is at stake. Invariant: what is overdue is what
 * is asked for of it and what is left out of it, each euro once.
 *
 * @param overdue open debits past their due date
 * @param asked of these, what the action asks for
 * @param promised of these, by promises and offers that are still open
 * @param disputed of these
 * @param forgone of these, to be given up by a settlement
 * @param setOff of these, paid by credits that the strategy takes off
 * @param awaited of these, what a message asks for that waits for an approval
 * @param laterSteps of these, what could be asked for and no step of the action does
 * @param notYetDue what the action asks for before it is due
 */
public record Stake(
        Money overdue,
        Money asked,
        Money promised,
        Money disputed,
        Money forgone,
        Money setOff,
        Money awaited,
        Money laterSteps,
        Money notYetDue) {

    public Stake {
        Money parts = asked.plus(promised)
                .plus(disputed)
                .plus(forgone)
                .plus(setOff)
                .plus(awaited)
                .plus(laterSteps);
        if (!parts.equals(overdue)) {
            throw new IllegalArgumentException("%s is overdue, and its parts are %s".formatted(overdue, parts));
        }
    }

    /**
     * One for each currency of the standing, in its order; nothing is asked for where there is nothing to do.
     *
     * @param setOff by which the action was decided
     */
    public static List<Stake> of(Standing standing, NextAction next, SetOff setOff) {
        Map<ItemId, Concern> concerns = new HashMap<>();
        switch (next) {
            case NextAction.Act act -> act.items().forEach(concern -> concerns.put(concern.item(), concern));
            case NextAction.Wait _, NextAction.Nothing _ -> {}
        }
        Map<ItemId, Long> awaited = new HashMap<>();
        next.awaited()
                .forEach(message -> message.items()
                        .forEach(concern ->
                                awaited.put(concern.item(), concern.amount().minor())));
        List<Stake> stakes = new ArrayList<>(standing.currencies().size());
        for (CurrencyStanding currency : standing.currencies()) {
            stakes.add(in(currency.currency(), standing.items(), new Asked(concerns, awaited), setOff));
        }
        return stakes;
    }

    /** What is asked for of items, and what is once it is approved. */
    private record Asked(Map<ItemId, Concern> now, Map<ItemId, Long> onceApproved) {}

    private static Stake in(Currency currency, List<ItemStanding> items, Asked askedFor, SetOff setOff) {
        long overdue = 0;
        long asked = 0;
        long promised = 0;
        long disputed = 0;
        long forgone = 0;
        long covered = 0;
        long awaited = 0;
        long later = 0;
        long notYetDue = 0;
        for (ItemStanding item : items) {
            if (!item.currency().equals(currency)) {
                continue;
            }
            Concern concern = askedFor.now().get(item.item().id());
            long askedOfIt = concern == null ? 0 : concern.amount().minor();
            if (item.isOverdue()) {
                overdue = Math.addExact(overdue, item.item().open().minor());
                asked = Math.addExact(asked, askedOfIt);
                promised = Math.addExact(promised, item.promisedMinor());
                disputed = Math.addExact(disputed, item.disputedMinor());
                forgone = Math.addExact(forgone, item.forgoneMinor());
                long rest = item.chaseableMinor() - askedOfIt;
                long paid = Math.min(rest, setOff.coveredMinor(item.item().id()));
                covered = Math.addExact(covered, paid);
                long waits = Math.min(
                        rest - paid,
                        askedFor.onceApproved().getOrDefault(item.item().id(), 0L));
                awaited = Math.addExact(awaited, waits);
                later = Math.addExact(later, rest - paid - waits);
            } else {
                notYetDue = Math.addExact(notYetDue, askedOfIt);
            }
        }
        return new Stake(
                Money.ofMinor(overdue, currency),
                Money.ofMinor(asked, currency),
                Money.ofMinor(promised, currency),
                Money.ofMinor(disputed, currency),
                Money.ofMinor(forgone, currency),
                Money.ofMinor(covered, currency),
                Money.ofMinor(awaited, currency),
                Money.ofMinor(later, currency),
                Money.ofMinor(notYetDue, currency));
    }

    public Money total() {
        return asked.plus(notYetDue);
    }

    /** What of the overdue nobody asks for by its own standing, whichever step is due. */
    public Money leftOut() {
        return promised.plus(disputed).plus(forgone);
    }

    /** Whether it is all that is overdue and nothing else, so that it needs no word. */
    public boolean isAllOverdue() {
        return asked.equals(overdue) && notYetDue.isZero();
    }

    /** Whether anything is at stake, or left out of what could be. */
    public boolean saysSomething() {
        return total().isPositive() || leftOut().isPositive();
    }

    /** The sum in one English sentence: {@code At stake EUR 5,000.00: EUR 9,000.00 overdue, less EUR 4,000.00 promised or offered}. */
    public String sentence() {
        List<String> parts = new ArrayList<>(8);
        if (overdue.isPositive()) {
            parts.add(Sentences.money(overdue) + " overdue");
        }
        add(parts, "less %s promised or offered", promised);
        add(parts, "less %s disputed", disputed);
        add(parts, "less %s to be given up by a settlement", forgone);
        add(parts, "less %s paid by credits that are taken off", setOff);
        add(parts, "less %s that waits for an approval", awaited);
        add(parts, "less %s for which no step is due today", laterSteps);
        add(parts, overdue.isPositive() ? "plus %s not yet due" : "%s not yet due", notYetDue);
        return parts.isEmpty()
                ? "Nothing is at stake in " + overdue.currency().getCurrencyCode()
                : "At stake %s: %s".formatted(Sentences.money(total()), String.join(", ", parts));
    }

    private static void add(List<String> parts, String words, Money amount) {
        if (amount.isPositive()) {
            parts.add(words.formatted(Sentences.money(amount)));
        }
    }
}
