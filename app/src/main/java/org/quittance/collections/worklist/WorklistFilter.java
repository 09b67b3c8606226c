package org.quittance.collections.worklist;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Action;

/**
 * Which rows of the worklist are asked for.
 *
 * @param entityId only this legal entity; null for all
 * @param portfolioId only this portfolio; null for all that the viewer sees
 * @param currency only accounts that owe in this currency; null for all
 * @param action only those to which this is to be done, or goes by itself beside it; null for all
 */
public record WorklistFilter(
        Show show,
        @Nullable Long entityId,
        @Nullable Long portfolioId,
        @Nullable String currency,
        @Nullable Action action) {

    /** Which part of the accounts. */
    public enum Show {
        /** What a person can work now; while notices are not sent by themselves, these are among it. */
        TO_DO("To do"),
        /** What a strategy leaves to a team lead. */
        FOR_LEADS("For a team lead"),
        /** What a strategy leaves to the credit manager. */
        FOR_MANAGER("For the credit manager"),
        /** Notices that go out by themselves, or would. */
        AUTOMATIC("Automatic"),
        /** Put off by a person until a day that has not come. */
        SNOOZED("Snoozed"),
        /** Nothing to do before a day, or until something changes. */
        WAITING("Waiting"),
        /** A promise failed, and what is missing has neither come nor was promised anew. */
        BROKEN_PROMISES("Broken promises"),
        /** An agency or a lawyer collects it for us. */
        HANDED_OVER("With an agency or lawyer"),
        EVERYTHING("Everything");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public WorklistFilter {
        Objects.requireNonNull(show, "show");
    }

    /** All that the viewer can work now. */
    public static WorklistFilter toDo() {
        return of(Show.TO_DO);
    }

    /** The same for those to whom this is to be done. */
    public WorklistFilter wanting(Action wanted) {
        return new WorklistFilter(show, entityId, portfolioId, currency, wanted);
    }

    public static WorklistFilter of(Show show) {
        return new WorklistFilter(show, null, null, null, null);
    }
}
