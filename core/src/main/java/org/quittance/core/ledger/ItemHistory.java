package org.quittance.core.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quittance.core.money.Money;

/** An item with everything that was ever posted to it, in whatever order it arrived. */
public record ItemHistory(Opening opening, List<Posting> postings) {

    public ItemHistory {
        postings = List.copyOf(postings);
        for (Posting posting : postings) {
            if (!posting.item().equals(opening.item())) {
                throw new IllegalArgumentException(
                        "Posting %s does not belong to item %s".formatted(posting.id(), opening.item()));
            }
        }
    }

    /** The open amount at the end of the business date, as known at the moment. */
    public Money openAt(LocalDate asOf, Instant knownAt) {
        return LedgerView.openAt(opening, postings, asOf, knownAt);
    }

    Optional<Posting> posting(PostingId id) {
        return postings.stream().filter(posting -> posting.id().equals(id)).findFirst();
    }

    boolean hasReversed(PostingId id) {
        return postings.stream().anyMatch(posting -> posting.reverses(id));
    }

    /** Whether the item stays between zero and its original amount, from the date on, when the change is posted then. */
    public boolean bears(Money change, LocalDate from) {
        return bearsOn(change, from)
                && postings.stream()
                        .map(Posting::postedOn)
                        .filter(day -> day.isAfter(from))
                        .allMatch(day -> bearsOn(change, day));
    }

    private boolean bearsOn(Money change, LocalDate day) {
        Money open = openAt(day, Instant.MAX).plus(change);
        Money original = opening.original();
        boolean crossesZero = Long.signum(open.minor()) == -Long.signum(original.minor());
        return !crossesZero && open.abs().compareTo(original.abs()) <= 0;
    }
}
