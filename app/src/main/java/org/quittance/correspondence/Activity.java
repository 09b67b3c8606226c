package org.quittance.correspondence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;

/**
 * Something that was said or done with a customer.
 *
 * <p>Example: a call placed, outcome "Promise", "Will pay AP-20417 on Friday; cheque run is on Thursdays".
 *
 * @param accounts the accounts that it was about; none where it concerns the customer as a whole
 * @param contactId the contact spoken to, as the ledger numbers it; null where none is known
 * @param outcome in a word or two; may be empty
 * @param body in the words of whoever wrote it; may be empty
 * @param message the message that the activity is about; null where there is none
 */
public record Activity(
        CustomerId customer,
        Set<AccountId> accounts,
        Kind kind,
        Direction direction,
        LocalDate businessDate,
        String actor,
        @Nullable Long contactId,
        String outcome,
        String body,
        @Nullable MessageId message) {

    /** What it was. */
    public enum Kind {
        CALL("Call"),
        EMAIL("E-mail"),
        LETTER("Letter"),
        NOTE("Note"),
        PROMISE("Promise"),
        VISIT("Visit"),
        TEXT_MESSAGE("Text message"),
        PORTAL_NOTICE("Portal notice"),
        /** Noted by the system itself. */
        SYSTEM("System");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** From whom to whom. */
    public enum Direction {
        /** From us to the customer. */
        OUT,
        /** From the customer to us. */
        IN,
        /** Among ourselves. */
        INTERNAL
    }

    public Activity {
        requireNonNull(customer, "customer");
        accounts = Set.copyOf(accounts);
        requireNonNull(kind, "kind");
        requireNonNull(direction, "direction");
        requireNonNull(businessDate, "businessDate");
        requireNonNull(outcome, "outcome");
        requireNonNull(body, "body");
        if (actor.isBlank()) {
            throw new IllegalArgumentException("an activity was somebody's");
        }
    }

    /** About one account alone. */
    public Activity(
            CustomerId customer,
            AccountId account,
            Kind kind,
            Direction direction,
            LocalDate businessDate,
            String actor,
            @Nullable Long contactId,
            String outcome,
            String body,
            @Nullable MessageId message) {
        this(customer, Set.of(account), kind, direction, businessDate, actor, contactId, outcome, body, message);
    }

    /** Whether it was about the account, be it by name or as one of the customer's. */
    public boolean isAbout(AccountId account) {
        return accounts.isEmpty() || accounts.contains(account);
    }

    /** Words among ourselves about a customer. */
    public static Activity note(CustomerId customer, LocalDate businessDate, String actor, String body) {
        return new Activity(
                customer, Set.of(), Kind.NOTE, Direction.INTERNAL, businessDate, actor, null, "", body, null);
    }

    /** What happened to a message. */
    static Activity about(Message message, Kind kind, Direction direction, String outcome, String body) {
        return new Activity(
                message.customer(),
                Set.of(),
                kind,
                direction,
                message.businessDate(),
                message.actor(),
                null,
                outcome,
                body,
                message.id());
    }
}
