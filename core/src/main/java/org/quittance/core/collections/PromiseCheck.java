package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.money.Money;

/**
 * A promise held against the money that came.
 *
 * <p>Example: 500.00 promised for 3 May, 200.00 came on 4 May, two days of grace: from 6 May it is part-kept. Money that comes after the
 * deadline makes good the debt, not the promise.
 *
 * <p>A word that failed stays a fact until what is missing of it has come, or was promised anew: by promises for the same debt that were made
 * after its day and together reach what is missing. 10.00 promised anew hide no 300.00. Each later promise stands for as much as it is worth and
 * no more: what it is needed for in the place of one failed promise, the first to fall due, is not left for the next.
 *
 * <p>An offer of ours is held against the money in the same way, and is not the customer's word: where nothing came of it, it has lapsed. One that
 * was never sent renews nothing and asks nothing of anybody.
 *
 * @param deadline the last day on which money still keeps the promise: its day and the grace
 * @param inTime what came from the day it was made to the deadline, at most the promised amount
 * @param late what came after the deadline and kept no other promise, at most the rest
 * @param renewed what of the missing money was promised anew; all of it where later promises stand in this one's place
 */
public record PromiseCheck(
        Promise promise, PromiseState state, LocalDate deadline, Money inTime, Money late, Money renewed) {

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
        Renewals renewals = new Renewals(byDueDate);
        List<PromiseCheck> checks = new ArrayList<>(byDueDate.size());
        for (int i = 0; i < byDueDate.size(); i++) {
            Promise promise = byDueDate.get(i);
            LocalDate deadline = promise.dueOn().plusDays(graceDays);
            Money rest = promise.amount().minus(inTime.get(i));
            Money late = till.take(promise, rest, deadline.plusDays(1), asOf);
            PromiseState state = state(rest, inTime.get(i), deadline, asOf);
            Money missing = rest.minus(late);
            Money renewed = promise.origin() == PromiseOrigin.OFFER_NOT_SENT
                    ? Money.zero(missing.currency())
                    : renewals.take(promise, missing);
            checks.add(new PromiseCheck(promise, state, deadline, inTime.get(i), late, renewed));
        }
        return List.copyOf(checks);
    }

    /** What has not come of it, in time or late. */
    public Money outstanding() {
        return promise.amount().minus(inTime).minus(late);
    }

    /** What has neither come nor was promised anew. */
    public Money unanswered() {
        return outstanding().minus(renewed);
    }

    /** Whether the customer's word failed, and what is missing has neither come nor was promised anew. */
    public boolean isFailing() {
        return !promise.origin().isOffer() && isUnanswered();
    }

    /** Whether an offer that the customer has was not taken up by its day, and what is missing has neither come nor was promised anew. */
    public boolean hasLapsed() {
        return promise.origin() == PromiseOrigin.OFFER && isUnanswered();
    }

    /** Whether it is an offer that stands and that the customer does not know of. */
    public boolean isToBeSent() {
        return promise.origin() == PromiseOrigin.OFFER_NOT_SENT
                && state == PromiseState.OPEN
                && outstanding().isPositive();
    }

    /** What became of it, in one or two words: {@code part kept} of a promise, {@code lapsed} of an offer. */
    public String words() {
        return switch (promise.origin()) {
            case CUSTOMER -> state.words();
            case OFFER -> state.wordsOfAnOffer();
            case OFFER_NOT_SENT ->
                switch (state) {
                    case OPEN -> "offer not sent yet";
                    case KEPT -> state.wordsOfAnOffer();
                    case PART_KEPT, BROKEN -> "offer lapsed, never sent";
                };
        };
    }

    private boolean isUnanswered() {
        return switch (state) {
            case OPEN, KEPT -> false;
            case PART_KEPT, BROKEN -> unanswered().isPositive();
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
}
