package org.quittance.collections.behaviour;

import org.jspecify.annotations.Nullable;

/** Which accounts of the list of payers are asked for. */
public record BehaviourFilter(
        Show show, @Nullable Long entityId, @Nullable Long portfolioId) {

    /** Which payers. */
    public enum Show {
        ROUTINELY_LATE("Routinely late"),
        TURNED_WORSE("Turned worse"),
        TURNED_BETTER("Turned better"),
        BEYOND_CONTRACT("Real terms beyond the contract"),
        EVERYBODY("Everybody");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
