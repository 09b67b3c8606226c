package org.quittance.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.letter.PostalService;

/**
 * Letters on paper that were taken out of the outbox together: printed in one PDF, put into envelopes, posted.
 *
 * @param pages sides of paper, the empty ones included
 * @param posting null until somebody has said that it is in the post
 */
public record LetterBatch(
        long id,
        LocalDate businessDate,
        int letters,
        int pages,
        String actor,
        Instant at,
        List<Print> prints,
        @Nullable Posting posting) {

    public LetterBatch {
        prints = List.copyOf(prints);
    }

    /**
     * One time that it was printed.
     *
     * @param number 1 for the print that took it out; the others are marked on their sheets
     * @param from the place of the first letter printed
     * @param reason why again; empty in the first
     */
    public record Print(int number, int from, String reason, String actor, Instant at) {}

    /** That it is in the post. */
    public record Posting(LocalDate on, String actor, Instant at) {}

    /** One letter of it. */
    public record Line(
            int position,
            MessageId message,
            CustomerId customer,
            String customerNumber,
            PostalAddressee to,
            PostalService service,
            String subject,
            int pages) {}
}
