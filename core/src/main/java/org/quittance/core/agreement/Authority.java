package org.quittance.core.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;

/**
 * How much each level may grant: an amount and a duration.
 *
 * <p>Amounts of all currencies are compared by the yardstick, so that one limit serves a worldwide book. Nobody approves what they asked
 * for themselves, whatever their level.
 */
public record Authority(List<Limit> limits) {

    /** From the lowest to the highest. */
    public enum Level {
        COLLECTOR("a collector"),
        TEAM_LEAD("a team lead"),
        MANAGER("the credit manager");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What one level may grant.
     *
     * @param days from the request to the last payment
     */
    public record Limit(Level level, Ceiling upTo, int days) {}

    /** Somebody who wants something granted, or who is to grant it. */
    public record Officer(String login, Set<Level> levels) {
        public Officer {
            Objects.requireNonNull(login, "login");
            levels = Set.copyOf(levels);
        }
    }

    /**
     * What is to be granted.
     *
     * @param amount that is deferred, given up or waived
     * @param until the last day of it
     */
    public record Request(Officer askedBy, Money amount, LocalDate askedOn, LocalDate until) {}

    /** The answer. What needs an approval takes a {@link Granted}, which only this rule makes. */
    public sealed interface Approval permits Granted, Withheld {}

    /** Proof that somebody with the authority has said yes. */
    public static final class Granted implements Approval {
        private final String by;

        private Granted(String by) {
            this.by = by;
        }

        public String by() {
            return by;
        }
    }

    /** Why the approver cannot say yes. */
    public record Withheld(Reason reason, String sentence) implements Approval {}

    /** In the order of the checks. */
    public enum Reason {
        OWN_REQUEST,
        BEYOND_EVERYBODY,
        BEYOND_THEIR_AUTHORITY
    }

    public Authority {
        limits = limits.stream().sorted(Comparator.comparing(Limit::level)).toList();
    }

    public Approval decide(Request request, Officer approver, Yardstick yardstick) {
        if (approver.login().equals(request.askedBy().login())) {
            return new Withheld(
                    Reason.OWN_REQUEST, "Nobody approves what they asked for themselves; ask somebody else.");
        }
        Optional<Level> needed = needed(request, yardstick);
        if (needed.isEmpty()) {
            return new Withheld(Reason.BEYOND_EVERYBODY, beyondEverybody(request, yardstick));
        }
        if (approver.levels().stream().noneMatch(level -> level.compareTo(needed.get()) >= 0)) {
            return new Withheld(
                    Reason.BEYOND_THEIR_AUTHORITY,
                    "It needs %s; it is beyond your authority."
                            .formatted(needed.get().label()));
        }
        return new Granted(approver.login());
    }

    private String beyondEverybody(Request request, Yardstick yardstick) {
        return limits.stream().anyMatch(limit -> limit.upTo().admits(List.of(request.amount()), yardstick))
                ? "It runs longer than anybody may grant; agree on fewer days."
                : "It is more than anybody may grant; agree on less.";
    }

    /** The lowest level that may grant it; none where it is beyond all. */
    public Optional<Level> needed(Request request, Yardstick yardstick) {
        long days = request.until().toEpochDay() - request.askedOn().toEpochDay();
        return limits.stream()
                .filter(limit -> limit.upTo().admits(List.of(request.amount()), yardstick) && days <= limit.days())
                .map(Limit::level)
                .findFirst();
    }

    /** Whose approval it needs, in words. */
    public String needs(Request request, Yardstick yardstick) {
        return needed(request, yardstick).map(Level::label).orElse("a higher limit than anybody has");
    }

    /** Who grants how much and how long, in words: {@code a collector EUR 5,000.00 over 90 days, …}. */
    public String sentence() {
        return limits.stream()
                .map(limit -> "%s %s over %d days"
                        .formatted(limit.level().label(), limit.upTo().words(), limit.days()))
                .collect(Collectors.joining(", "));
    }
}
