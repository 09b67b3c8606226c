package org.quittance.core.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One immutable change of an item's open amount.
 *
 * <p>A payment of 40.00 that is applied to an invoice of 100.00 posts -40.00 to the invoice and +40.00 to the payment; the item's
 * own first entry is its {@link Opening}, not a posting. A mistake is never edited: it is taken back by a reversal.
 *
 * <p>Invariant: the amount is not zero, the cause and the author are named, and exactly the reversals name what they reverse.
 *
 * @param amount the signed change of the open amount
 * @param postedOn the business date from which the change counts
 * @param recordedAt the moment at which the ledger took it in
 * @param cause the document, import or reason behind it, for people to read
 * @param by who did it: a user's name, or the job that ran
 * @param reversalOf the posting that this one takes back
 */
public record Posting(
        PostingId id,
        ItemId item,
        Money amount,
        LocalDate postedOn,
        Instant recordedAt,
        PostingKind kind,
        String cause,
        String by,
        @Nullable PostingId reversalOf) {

    public Posting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(postedOn, "postedOn");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (amount.isZero()) {
            throw new IllegalArgumentException("Posting %s changes nothing".formatted(id));
        }
        if (cause.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("Posting %s lacks its cause or its author".formatted(id));
        }
        if ((kind == PostingKind.REVERSAL) != (reversalOf != null)) {
            throw new IllegalArgumentException("Posting %s is a %s that reverses %s".formatted(id, kind, reversalOf));
        }
        if (id.equals(reversalOf)) {
            throw new IllegalArgumentException("Posting %s reverses itself".formatted(id));
        }
    }

    /** Whether this posting takes back the other one. */
    public boolean reverses(PostingId other) {
        return other.equals(reversalOf);
    }
}
