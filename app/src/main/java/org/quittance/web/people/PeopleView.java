package org.quittance.web.people;

import java.time.Instant;
import java.util.List;
import org.quittance.correspondence.Connections;
import org.quittance.identity.Person;
import org.quittance.web.page.Tone;

/**
 * Everybody who can sign in, or could.
 *
 * @param failing the mailbox and the ways out that do not work: an administrator has no other page that would tell
 */
public record PeopleView(List<Row> rows, List<Connections.Failing> failing) {

    public PeopleView {
        rows = List.copyOf(rows);
        failing = List.copyOf(failing);
    }

    /**
     * One person.
     *
     * @param portfolios the names of those they own or see
     */
    public record Row(Person person, Standing standing, List<String> portfolios) {}

    /** How a person stands with us. */
    public enum Standing {
        ACTIVE("Active", Tone.GOOD),
        INVITED("First sign-in due", Tone.NOTE),
        LOCKED("Locked", Tone.WARNING),
        DISABLED("Disabled", Tone.NEUTRAL);

        private final String label;
        private final Tone tone;

        Standing(String label, Tone tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public Tone tone() {
            return tone;
        }

        static Standing of(Person person, Instant now) {
            if (person.isDisabled()) {
                return DISABLED;
            }
            if (person.isLocked(now)) {
                return LOCKED;
            }
            return person.passwordGivenBy() == null ? ACTIVE : INVITED;
        }
    }
}
