package org.quittance.collections.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseState;

/** Which promises of the list are asked for. */
public record PromiseFilter(Show show, @Nullable Long portfolioId) {

    /** Which promises. */
    public enum Show {
        TO_WATCH("Open, and broken or lapsed without amends"),
        DUE_TODAY("Due by today"),
        OPEN("Open"),
        BROKEN("Broken"),
        PART_KEPT("Part-kept"),
        KEPT("Kept"),
        ALL("All of the last year");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean takes(PromiseCheck check, LocalDate today) {
            return switch (this) {
                case TO_WATCH -> check.state() == PromiseState.OPEN || check.isFailing() || check.hasLapsed();
                case DUE_TODAY ->
                    check.state() == PromiseState.OPEN
                            && !check.promise().dueOn().isAfter(today);
                case OPEN -> check.state() == PromiseState.OPEN;
                case BROKEN ->
                    check.state() == PromiseState.BROKEN
                            && !check.promise().origin().isOffer();
                case PART_KEPT -> check.state() == PromiseState.PART_KEPT;
                case KEPT -> check.state() == PromiseState.KEPT;
                case ALL -> true;
            };
        }
    }
}
