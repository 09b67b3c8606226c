package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.quittance.core.ledger.ItemId;

/**
 * What somebody has said to a step that needs approval.
 *
 * <p>Example: {@code tessa} approved {@code notice-3} for two items on 3 May. It holds for these until they have had the step, and for
 * {@value #HOLDS_DAYS} days at most: whoever approves a letter of today approves none of next quarter. An item that becomes due for the step later
 * waits for an approval of its own. A step that was declined is declined for the whole account; it is proposed again after its own wait, and after
 * {@value #LEAST_PAUSE_DAYS} days at the earliest.
 *
 * @param step the id of a step of the account's strategy
 * @param items for which it was proposed
 */
public record StepVerdict(String step, Set<ItemId> items, Kind kind, LocalDate on, String by, String why) {

    public static final int HOLDS_DAYS = 14;

    public static final int LEAST_PAUSE_DAYS = 7;

    /** What was said. */
    public enum Kind {
        APPROVED,
        DECLINED
    }

    public StepVerdict {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(why, "why");
        items = Set.copyOf(items);
        if (kind == Kind.DECLINED && why.isBlank()) {
            throw new IllegalArgumentException("A step is declined for a reason");
        }
    }

    /** The first day on which it no longer says anything about the step. */
    LocalDate lapsesOn(Step about) {
        return switch (kind) {
            case APPROVED -> on.plusDays(HOLDS_DAYS);
            case DECLINED -> on.plusDays(Math.max(about.waitDays(), LEAST_PAUSE_DAYS));
        };
    }

    boolean holds(Step about, ItemStanding item, LocalDate day) {
        Dunning dunned = item.dunned();
        boolean isTaken = dunned != null
                && dunned.action() == about.action()
                && !dunned.on().isBefore(on);
        boolean isAbout = step.equals(about.id())
                && switch (kind) {
                    case APPROVED -> items.contains(item.item().id());
                    case DECLINED -> true;
                };
        return isAbout && !isTaken && day.isBefore(lapsesOn(about));
    }
}
