package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A promise held against the money that came.
 *
 * <p>Example: 500.00 promised for 3 May, 200.00 came on 4 May, two days of grace: from 6 May it is part-kept. Money that comes after the
 * deadline makes good the debt, not the promise.
 *
 * @param deadline the last day on which money still keeps the promise: its day and the grace
 * @param inTime what came from the day it was made to the deadline, at most the promised amount
 * @param late what came after the deadline and kept no other promise, at most the rest
 * @param renewedBy a promise for the same debt that was made after this one's day
 */
public record PromiseCheck(
        Promise promise,
        PromiseState state,
        LocalDate deadline,
        Money inTime,
        Money late,
        @Nullable PromiseId renewedBy) {

    private static final Comparator<Promise> BY_DUE_DATE = Comparator.comparing(Promise::dueOn)
            .thenComparingLong(promise -> promise.id().value());

    /** Checks one promise against receipts that it shares with no other. */
    public static PromiseCheck of(Promise promise, List<Receipt> receipts, LocalDate asOf, int graceDays) {
        return ofAll(List.of(promise), receipts, asOf, graceDays).getFirst();
    }

    /**
     * Checks the promises of an account, in the order in which they fall due; each receipt counts once, and for keeping a promise
     * before it counts for making good a broken one. A promise for named items is kept by what settled them or lies on account;
     * one for the account at large by any receipt.
     */
    public static List<PromiseCheck> ofAll(
            List<Promise> promises, List<Receipt> receipts, LocalDate asOf, int graceDays) {
        if (promises.isEmpty()) {
            return List.of();
        }
        List<Promise> byDueDate = promises.stream().sorted(BY_DUE_DATE).toList();
        ReceiptTill till = new ReceiptTill(receipts);
        List<Money> inTime = new ArrayList<>(byDueDate.size());
        for (Promise promise : byDueDate) {
            LocalDate deadline = promise.dueOn().plusDays(graceDays);
            LocalDate last = deadline.isBefore(asOf) ? deadline : asOf;
            inTime.add(till.take(promise, promise.amount(), promise.madeOn(), last));
        }
        List<PromiseCheck> checks = new ArrayList<>(byDueDate.size());
        for (int i = 0; i < byDueDate.size(); i++) {
            Promise promise = byDueDate.get(i);
            LocalDate deadline = promise.dueOn().plusDays(graceDays);
            Money rest = promise.amount().minus(inTime.get(i));
            Money late = till.take(promise, rest, deadline.plusDays(1), asOf);
            PromiseState state = state(rest, inTime.get(i), deadline, asOf);
            checks.add(new PromiseCheck(promise, state, deadline, inTime.get(i), late, renewal(promise, byDueDate)));
        }
        return List.copyOf(checks);
    }

    /** What has not come of it, in time or late. */
    public Money outstanding() {
        return promise.amount().minus(inTime).minus(late);
    }

    /** Whether the customer's word failed, the money has still not come and no later promise stands in its place. */
    public boolean isFailing() {
        return switch (state) {
            case OPEN, KEPT -> false;
            case PART_KEPT, BROKEN -> renewedBy == null && outstanding().isPositive();
        };
    }

    private static PromiseState state(Money rest, Money inTime, LocalDate deadline, LocalDate asOf) {
        if (rest.isZero()) {
            return PromiseState.KEPT;
        }
        if (!asOf.isAfter(deadline)) {
            return PromiseState.OPEN;
        }
        return inTime.isZero() ? PromiseState.BROKEN : PromiseState.PART_KEPT;
    }

    private static @Nullable PromiseId renewal(Promise promise, List<Promise> all) {
        for (Promise other : all) {
            if (other.madeOn().isAfter(promise.dueOn()) && other.isForTheSameDebtAs(promise)) {
                return other.id();
            }
        }
        return null;
    }
}
