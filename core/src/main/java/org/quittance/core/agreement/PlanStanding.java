package org.quittance.core.agreement;

import java.util.List;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.Sentences;

/** How a plan stands at a business date, by the money that came. */
public sealed interface PlanStanding {

    /** How one instalment stands. */
    enum InstalmentState {
        /** Its day and the grace have not passed. */
        OPEN("Open"),
        KEPT("Kept"),
        /** Nothing of it is owed any more: a credit has settled it, or money that came before the plan. */
        SETTLED("Settled otherwise"),
        /** All of it came, some after the grace. */
        LATE("Late"),
        /** The grace has passed and something is missing. */
        FAILED("Failed");

        private final String label;

        InstalmentState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Instalments are to come, and none has failed. */
    record Running(int next) implements PlanStanding {}

    /** All of it came. */
    record Fulfilled() implements PlanStanding {}

    /** An instalment failed: what is left is owed at once, and chased again. */
    record Broken(int instalment, String reason) implements PlanStanding {}

    /**
     * Reads the standing from the checks of the instalments, in their order. The first that failed breaks the plan; one that came late does
     * not.
     */
    static PlanStanding of(List<PromiseCheck> instalments) {
        int next = 0;
        for (int i = 0; i < instalments.size(); i++) {
            PromiseCheck check = instalments.get(i);
            switch (stateOf(check)) {
                case FAILED -> {
                    return new Broken(i + 1, reason(i + 1, check));
                }
                case OPEN -> next = next == 0 ? i + 1 : next;
                case KEPT, LATE, SETTLED -> {}
            }
        }
        return next == 0 ? new Fulfilled() : new Running(next);
    }

    static InstalmentState stateOf(PromiseCheck check) {
        return switch (check.state()) {
            case OPEN -> InstalmentState.OPEN;
            case KEPT -> InstalmentState.KEPT;
            case PART_KEPT, BROKEN -> check.outstanding().isZero() ? InstalmentState.LATE : InstalmentState.FAILED;
        };
    }

    private static String reason(int number, PromiseCheck check) {
        return "Instalment %d of %s, due on %s, failed: %s had not come by %s"
                .formatted(
                        number,
                        Sentences.money(check.promise().amount()),
                        Sentences.day(check.promise().dueOn()),
                        Sentences.money(check.outstanding()),
                        Sentences.day(check.deadline()));
    }
}
