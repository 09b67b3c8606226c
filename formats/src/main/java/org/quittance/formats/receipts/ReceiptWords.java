package org.quittance.formats.receipts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quittance.formats.receipts.ReceiptLine.Status;

/** In which words services tell what became of a message, in lists and in calls alike. */
public final class ReceiptWords {

    private static final Map<String, Status> STATUSES = Map.of(
            "delivered", Status.DELIVERED,
            "failed", Status.FAILED,
            "undelivered", Status.FAILED,
            "rejected", Status.FAILED,
            "expired", Status.FAILED,
            "opted out", Status.OPTED_OUT,
            "opt out", Status.OPTED_OUT,
            "stop", Status.OPTED_OUT);

    private ReceiptWords() {}

    /** Whatever its capitals, with blanks, dashes or underscores between its words; empty where nobody knows it. */
    public static Optional<Status> status(String word) {
        return Optional.ofNullable(
                STATUSES.get(word.strip().toLowerCase(Locale.ROOT).replaceAll("[_-]+", " ")));
    }

    /** A moment with its distance from UTC; empty where it is none. */
    public static Optional<Instant> moment(String time) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(time.strip().replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
