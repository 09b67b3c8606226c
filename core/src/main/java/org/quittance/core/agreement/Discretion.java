package org.quittance.core.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quittance.core.agreement.Authority.Approval;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Authority.Limit;
import org.quittance.core.agreement.Authority.Officer;
import org.quittance.core.agreement.Authority.Request;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

/**
 * How much of a claim each level may give up alone, and how much it may approve when somebody else asks.
 *
 * <p>Example: a team lead gives up EUR 500.00 alone; for EUR 4,000.00 they ask, and the credit manager, who is somebody else, approves.
 *
 * @param alone up to which amount without a second person
 * @param approving up to which amount when another asks
 */
public record Discretion(Authority alone, Authority approving) {

    /** Nothing is deferred: what is given up is given up on the day. */
    private static final int NO_DAYS = 0;

    public Discretion {
        Objects.requireNonNull(alone, "alone");
        Objects.requireNonNull(approving, "approving");
    }

    /** What the product starts with: EUR 50, 500 and 5,000 alone; EUR 1,000 by a team lead's approval and any amount by the credit manager's. */
    public static Discretion standard() {
        return new Discretion(
                new Authority(List.of(
                        new Limit(Level.COLLECTOR, 0.005, NO_DAYS),
                        new Limit(Level.TEAM_LEAD, 0.05, NO_DAYS),
                        new Limit(Level.MANAGER, 0.5, NO_DAYS))),
                new Authority(List.of(
                        new Limit(Level.TEAM_LEAD, 0.1, NO_DAYS),
                        new Limit(Level.MANAGER, Double.MAX_VALUE, NO_DAYS))));
    }

    /** What is to be given up, and who asks for it. */
    public record Wish(Officer askedBy, Money amount, LocalDate on) {

        private Request request() {
            return new Request(askedBy, amount, on, on);
        }
    }

    /** Whether whoever asks may give it up alone. */
    public boolean isWithinOwn(Wish wish, Yardstick yardstick) {
        return alone.needed(wish.request(), yardstick)
                .filter(needed -> wish.askedBy().levels().stream().anyMatch(level -> level.compareTo(needed) >= 0))
                .isPresent();
    }

    /** Whether somebody may approve what another has asked for. */
    public Approval decide(Wish wish, Officer approver, Yardstick yardstick) {
        return approving.decide(wish.request(), approver, yardstick);
    }

    /** The lowest level that approves it. */
    public Optional<Level> needed(Wish wish, Yardstick yardstick) {
        return approving.needed(wish.request(), yardstick);
    }
}
