package org.quittance.collections.gate;

/**
 * What a list of refusals is to show.
 *
 * @param rule the short name of a rule; empty for all
 * @param customer a part of the customer's name, or its number; empty for all
 */
public record RefusalFilter(Show show, String rule, String customer) {

    /** Which answers. */
    public enum Show {
        ALL("Refused and put off"),
        REFUSED("Refused"),
        PUT_OFF("Put off");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
