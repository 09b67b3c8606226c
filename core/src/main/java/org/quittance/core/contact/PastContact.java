package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact that was made.
 *
 * @param debts the accounts that it was about; none where it was about all of the customer's
 * @param person the contact with whom; none where that was not noted
 */
public record PastContact(
        What what, LocalDate on, Set<Long> debts, @Nullable Long person) {

    /** About all that the customer owes, with whomever. */
    public PastContact(What what, LocalDate on) {
        this(what, on, Set.of(), null);
    }

    /** What it was. */
    public enum What {
        /** We called and reached nobody. */
        CALL,
        /** We called and spoke to them. */
        CONVERSATION,
        /** They called us: a conversation, but no call of ours. */
        CALLED_US,
        MESSAGE
    }

    public PastContact {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(on, "on");
        debts = Set.copyOf(debts);
    }

    boolean isCallOfOurs() {
        return switch (what) {
            case CALL, CONVERSATION -> true;
            case CALLED_US, MESSAGE -> false;
        };
    }

    boolean isConversation() {
        return switch (what) {
            case CONVERSATION, CALLED_US -> true;
            case CALL, MESSAGE -> false;
        };
    }

    boolean isWith(long contact) {
        return person != null && person == contact;
    }

    boolean isAbout(long account) {
        return debts.isEmpty() || debts.contains(account);
    }
}
