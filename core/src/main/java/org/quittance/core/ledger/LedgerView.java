package org.quittance.core.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.quittance.core.money.Money;

/**
 * What an item looks like from a business date and a moment of knowledge.
 *
 * <p>Two clocks run. The business date says what counts; the moment says what had been recorded. An ageing "as of 31 May, as known
 * on 2 June" leaves out a payment of 30 May that the bank's file brought on 3 June; the same ageing known today has it.
 */
public final class LedgerView {

    private LedgerView() {}

    /**
     * The open amount at the end of the business date, from the entries recorded up to and including the moment. Zero where
     * the item itself does not count yet or was not known.
     */
    public static Money openAt(Opening item, Collection<Posting> postings, LocalDate asOf, Instant knownAt) {
        if (item.postedOn().isAfter(asOf) || item.recordedAt().isAfter(knownAt)) {
            return Money.zero(item.original().currency());
        }
        Money open = item.original();
        for (Posting posting : postings) {
            requireOf(item, posting);
            if (!posting.postedOn().isAfter(asOf) && !posting.recordedAt().isAfter(knownAt)) {
                open = open.plus(posting.amount());
            }
        }
        return open;
    }

    /**
     * The most that a posting dated {@code from} may still take from the item: the least that was or will be open on that
     * day and on each later one. It is less than today's open amount where an allocation was undone in between, so that an entry
     * dated back cannot over-allocate the days before the undoing.
     */
    public static Money availableFrom(Opening item, Collection<Posting> postings, LocalDate from, Instant knownAt) {
        Money least = openAt(item, postings, from, knownAt);
        for (Posting posting : postings) {
            if (posting.postedOn().isAfter(from)) {
                Money open = openAt(item, postings, posting.postedOn(), knownAt);
                least = open.abs().compareTo(least.abs()) < 0 ? open : least;
            }
        }
        return least;
    }

    private static void requireOf(Opening item, Posting posting) {
        if (!posting.item().equals(item.item())) {
            throw new IllegalArgumentException(
                    "Posting %s belongs to item %s, not %s".formatted(posting.id(), posting.item(), item.item()));
        }
    }
}
