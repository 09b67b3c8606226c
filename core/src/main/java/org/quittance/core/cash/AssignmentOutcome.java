package org.quittance.core.cash;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;

/** The answer to the wish to divide a payment by hand. */
public sealed interface AssignmentOutcome {

    /** What goes to which account; the shares sum to the money. */
    record Divided(List<Share> shares) implements AssignmentOutcome {

        public Divided {
            shares = List.copyOf(shares);
        }
    }

    /**
     * What of the money goes to one account.
     *
     * @param amountMinor positive
     * @param lines the items that it pays there; what they leave of the amount is on account
     * @param differences what is given up or deducted of these items
     */
    record Share(
            AccountId account, long amountMinor, List<Decision.Line> lines, List<Decision.Difference> differences) {

        public Share {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
        }

        public Share(AccountId account, long amountMinor, List<Decision.Line> lines) {
            this(account, amountMinor, lines, List.of());
        }
    }

    /**
     * Nothing is assigned.
     *
     * @param item the item at which it failed; null where it is about the payment as a whole
     */
    record Refused(AssignmentRefusal reason, @Nullable ItemId item) implements AssignmentOutcome {}
}
