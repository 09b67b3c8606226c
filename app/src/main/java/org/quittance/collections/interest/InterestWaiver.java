package org.quittance.collections.interest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanView;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * Interest or compensation that somebody gave up, or asks to give up.
 *
 * @param decidedBy who answered; null while it waits, and where it needed nobody else
 * @param words what they said
 */
public record InterestWaiver(
        long id,
        PlanView.Debtor debtor,
        String reason,
        String askedBy,
        LocalDate askedOn,
        State state,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        String words,
        List<Part> parts) {

    /** Where it stands. */
    public enum State {
        WAITING("Waits for approval"),
        ALONE("Given up"),
        APPROVED("Approved"),
        REFUSED("Refused");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What of one item. */
    public record Part(long itemId, String document, Money interest, Money compensation) {}

    public InterestWaiver {
        parts = List.copyOf(parts);
    }

    public boolean isAbout(ItemId item) {
        return parts.stream().anyMatch(part -> part.itemId() == item.value());
    }

    public Money interest() {
        return sum(Part::interest);
    }

    public Money compensation() {
        return sum(Part::compensation);
    }

    public Money total() {
        return interest().plus(compensation());
    }

    /** What has to be granted. The asker's own levels do not matter to whoever else decides. */
    public Discretion.Wish givenUp() {
        return new Discretion.Wish(new Authority.Officer(askedBy, Set.of()), total(), askedOn);
    }

    private Money sum(Function<Part, Money> amount) {
        return parts.stream().map(amount).reduce(Money::plus).orElseThrow();
    }
}
