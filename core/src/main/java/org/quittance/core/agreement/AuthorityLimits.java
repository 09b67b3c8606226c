package org.quittance.core.agreement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.money.Money;

/**
 * How far each level goes towards a customer who does not pay: what it gives up alone, what it approves when another gives up, and which
 * repayment plans it approves.
 *
 * <p>Example: a team lead gives up EUR 500.00 alone, approves up to EUR 1,000.00, and plans of up to EUR 25,000.00 over 180 days.
 *
 * <p>Invariant: every level has its limits, all in one currency, none negative, and none lower than the same limit of the level below.
 * Alone nobody gives up any amount.
 */
public record AuthorityLimits(Map<Level, Limits> byLevel) {

    /** Promises older than a year decide nothing, so that a plan is at most two years long. */
    public static final int LONGEST_PLAN_DAYS = 730;

    /** Nothing is deferred: what is given up is given up on the day. */
    private static final int NO_DAYS = 0;

    /**
     * Those of one level.
     *
     * @param planDays from the proposal to the last instalment
     */
    public record Limits(Money alone, Ceiling approving, Ceiling plans, int planDays) {

        public Limits {
            Objects.requireNonNull(alone, "alone");
            Objects.requireNonNull(approving, "approving");
            Objects.requireNonNull(plans, "plans");
        }
    }

    /** Which of the limits of a level. */
    public enum Kind {
        ALONE("gives up alone"),
        APPROVING("approves giving up"),
        PLANS("approves plans of"),
        PLAN_DAYS("approves plans over");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why a limit cannot stand, in the order of the checks. */
    public enum Reason {
        NEGATIVE("A limit is 0 or more."),
        TOO_LONG("A plan runs for " + LONGEST_PLAN_DAYS + " days at most."),
        BELOW_THE_LOWER_LEVEL("Less than the level below may; raise it, or lower that.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** A limit that cannot stand. */
    public record Flaw(Level level, Kind kind, Reason reason) {}

    public AuthorityLimits {
        byLevel = Map.copyOf(byLevel);
        List<Flaw> flaws = flaws(byLevel);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException("Limits that cannot stand: " + flaws);
        }
        if (byLevel.values().stream()
                        .flatMap(AuthorityLimits::currencies)
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException("Limits in several currencies: " + byLevel);
        }
    }

    /**
     * What the product starts with: EUR 50, 500 and 5,000 alone; EUR 1,000 by a team lead's approval and any amount by the credit manager's;
     * plans of EUR 5,000 over 90 days, EUR 25,000 over 180 days, and any amount over two years.
     */
    public static AuthorityLimits standard() {
        return new AuthorityLimits(Map.of(
                Level.COLLECTOR, new Limits(euro("50"), new UpTo(euro("0")), new UpTo(euro("5000")), 90),
                Level.TEAM_LEAD, new Limits(euro("500"), new UpTo(euro("1000")), new UpTo(euro("25000")), 180),
                Level.MANAGER, new Limits(euro("5000"), new AnyAmount(), new AnyAmount(), LONGEST_PLAN_DAYS)));
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }

    /** What of the limits cannot stand, from the lowest level up; empty where they can be adopted. Each level has to be there. */
    public static List<Flaw> flaws(Map<Level, Limits> byLevel) {
        List<Flaw> flaws = new ArrayList<>();
        Limits below = limits(byLevel, Level.COLLECTOR);
        for (Level level : Level.values()) {
            Limits own = limits(byLevel, level);
            for (Kind kind : Kind.values()) {
                if (isNegative(own, kind)) {
                    flaws.add(new Flaw(level, kind, Reason.NEGATIVE));
                } else if (kind == Kind.PLAN_DAYS && own.planDays() > LONGEST_PLAN_DAYS) {
                    flaws.add(new Flaw(level, kind, Reason.TOO_LONG));
                } else if (isBelow(own, below, kind)) {
                    flaws.add(new Flaw(level, kind, Reason.BELOW_THE_LOWER_LEVEL));
                }
            }
            below = own;
        }
        return flaws;
    }

    private static boolean isNegative(Limits limits, Kind kind) {
        return switch (kind) {
            case ALONE -> limits.alone().isNegative();
            case APPROVING -> limits.approving() instanceof UpTo(Money most) && most.isNegative();
            case PLANS -> limits.plans() instanceof UpTo(Money most) && most.isNegative();
            case PLAN_DAYS -> limits.planDays() < 0;
        };
    }

    private static boolean isBelow(Limits own, Limits lower, Kind kind) {
        return switch (kind) {
            case ALONE -> own.alone().compareTo(lower.alone()) < 0;
            case APPROVING -> own.approving().isBelow(lower.approving());
            case PLANS -> own.plans().isBelow(lower.plans());
            case PLAN_DAYS -> own.planDays() < lower.planDays();
        };
    }

    private static Stream<Currency> currencies(Limits limits) {
        return Stream.concat(
                Stream.of(limits.alone().currency()),
                Stream.of(limits.approving(), limits.plans()).flatMap(ceiling -> switch (ceiling) {
                    case UpTo(Money most) -> Stream.of(most.currency());
                    case AnyAmount() -> Stream.empty();
                }));
    }

    /** The one in which all of them are. */
    public Currency currency() {
        return of(Level.COLLECTOR).alone().currency();
    }

    public Limits of(Level level) {
        return limits(byLevel, level);
    }

    private static Limits limits(Map<Level, Limits> byLevel, Level level) {
        return Objects.requireNonNull(byLevel.get(level), () -> "There are no limits of " + level.label());
    }

    /** Who gives up how much, alone and by the approval of another. */
    public Discretion discretion() {
        return new Discretion(
                authority(limits -> new UpTo(limits.alone()), _ -> NO_DAYS),
                authority(Limits::approving, _ -> NO_DAYS));
    }

    /** Who approves which repayment plans, by amount and days. */
    public Authority plans() {
        return authority(Limits::plans, Limits::planDays);
    }

    private Authority authority(Function<Limits, Ceiling> upTo, Function<Limits, Integer> days) {
        return new Authority(byLevel.entrySet().stream()
                .map(entry ->
                        new Authority.Limit(entry.getKey(), upTo.apply(entry.getValue()), days.apply(entry.getValue())))
                .toList());
    }

    /** What is different from what was before, in words, from the lowest level up; empty where nothing is. */
    public List<String> changesFrom(AuthorityLimits before) {
        List<String> changes = new ArrayList<>();
        for (Level level : Level.values()) {
            for (Kind kind : Kind.values()) {
                String now = words(of(level), kind);
                String then = words(before.of(level), kind);
                if (!now.equals(then)) {
                    changes.add("%s %s %s instead of %s".formatted(level.label(), kind.label, now, then));
                }
            }
        }
        return changes;
    }

    private static String words(Limits limits, Kind kind) {
        return switch (kind) {
            case ALONE -> new UpTo(limits.alone()).words();
            case APPROVING -> limits.approving().words();
            case PLANS -> limits.plans().words();
            case PLAN_DAYS -> "%d days".formatted(limits.planDays());
        };
    }
}
