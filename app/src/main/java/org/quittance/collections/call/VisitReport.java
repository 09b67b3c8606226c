package org.quittance.collections.call;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.core.money.Money;

/**
 * A visit, a meeting or hospitality as the person who was there tells of it.
 *
 * @param accounts the accounts that it was about; empty for all of the customer's that the person works
 * @param on the day on which it was, which may be past
 * @param contactId who was met, as the ledger numbers it; null where that is not known
 * @param met who was met, in words; may be empty
 * @param cost what it cost the company, more than nothing; null where it cost nothing worth noting
 * @param followUp when to come back to it; null where the strategy shall say
 */
public record VisitReport(
        long customerId,
        Set<Long> accounts,
        Kind kind,
        LocalDate on,
        Result result,
        @Nullable Long contactId,
        String met,
        String note,
        @Nullable Money cost,
        @Nullable FollowUp followUp) {

    /** What it was. */
    public enum Kind {
        VISIT("Visit to the customer"),
        MEETING("Meeting"),
        HOSPITALITY("Hospitality");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What came of it. */
    public enum Result {
        AGREED("Agreed on payment"),
        DISPUTES("Disputes it"),
        REFUSES("Refuses to pay"),
        TALKED("Talked, nothing agreed"),
        /** The visit is still to be made. */
        NOBODY_THERE("Nobody there");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether somebody was spoken to. */
        boolean metThem() {
            return this != NOBODY_THERE;
        }
    }

    public VisitReport {
        accounts = Set.copyOf(accounts);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(met, "met");
        Objects.requireNonNull(note, "note");
        if (cost != null && !cost.isPositive()) {
            throw new IllegalArgumentException("A visit that cost " + cost);
        }
    }
}
