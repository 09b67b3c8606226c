package org.quittance.core.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.core.agreement.Authority.Approval;
import org.quittance.core.agreement.Authority.Granted;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Authority.Limit;
import org.quittance.core.agreement.Authority.Officer;
import org.quittance.core.agreement.Authority.Reason;
import org.quittance.core.agreement.Authority.Request;
import org.quittance.core.agreement.Authority.Withheld;
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

    public Discretion {
        Objects.requireNonNull(alone, "alone");
        Objects.requireNonNull(approving, "approving");
    }

    /** Whom it takes to give something up. */
    public enum Need {
        NOBODY_ELSE,
        A_SECOND_PERSON,
        /** It is more than anybody may approve. */
        BEYOND_EVERYBODY
    }

    /** What is to be given up, and who asks for it. */
    public record Wish(Officer askedBy, Money amount, LocalDate on) {

        private Request request() {
            return new Request(askedBy, amount, on, on);
        }
    }

    /** Whether whoever asks may give it up alone, and whether anybody else may approve it if not. */
    public Need need(Wish wish, Yardstick yardstick) {
        boolean isWithinOwn = alone.needed(wish.request(), yardstick)
                .filter(needed -> wish.askedBy().levels().stream().anyMatch(level -> level.compareTo(needed) >= 0))
                .isPresent();
        if (isWithinOwn) {
            return Need.NOBODY_ELSE;
        }
        return approving.needed(wish.request(), yardstick).isPresent() ? Need.A_SECOND_PERSON : Need.BEYOND_EVERYBODY;
    }

    /** Whether somebody may approve what another has asked for. */
    public Approval decide(Wish wish, Officer approver, Yardstick yardstick) {
        return approving.decide(wish.request(), approver, yardstick);
    }

    /**
     * Why somebody may not refuse what another has asked for; empty where they may. Who may approve it may refuse it; so may the credit manager
     * where nobody may approve it any more, so that it does not wait for ever.
     */
    public Optional<Withheld> refusal(Wish wish, Officer refuser, Yardstick yardstick) {
        return switch (decide(wish, refuser, yardstick)) {
            case Granted _ -> Optional.empty();
            case Withheld withheld ->
                withheld.reason() == Reason.BEYOND_EVERYBODY && refuser.levels().contains(Level.MANAGER)
                        ? Optional.empty()
                        : Optional.of(withheld);
        };
    }

    /** Whose approval it needs, in words. */
    public String needs(Wish wish, Yardstick yardstick) {
        return approving.needs(wish.request(), yardstick);
    }

    /** What somebody of these levels may give up alone, and who approves more, in one English sentence. */
    public String sentence(Set<Level> own) {
        Optional<Ceiling> most = alone.limits().stream()
                .filter(limit -> own.contains(limit.level()))
                .map(Limit::upTo)
                .reduce((_, higher) -> higher);
        String more = approving.limits().stream()
                .filter(limit -> !limit.upTo().isNothing())
                .filter(limit -> most.map(mine -> mine.isBelow(limit.upTo())).orElse(true))
                .map(limit ->
                        "of %s %s".formatted(limit.level().label(), limit.upTo().words()))
                .collect(Collectors.joining(", "));
        return "Alone you may give up %s; %s."
                .formatted(
                        most.map(Ceiling::words).orElse("nothing"),
                        more.isEmpty() ? "nobody approves more" : "with the approval " + more);
    }
}
