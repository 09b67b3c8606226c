package org.quittance.collections.escalation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.EscalationPath;

/**
 * An escalation that somebody wants to open.
 *
 * @param reason why, in the words of whoever asks
 */
public record EscalationDraft(long accountId, EscalationPath path, String reason, Addressee to) {

    /**
     * Whose answer is wanted, as a form knows it: a colleague by login, else a name outside.
     *
     * @param login null for somebody outside
     * @param name of somebody outside; empty for a colleague, or where nobody was chosen
     * @param email of somebody outside; may be empty
     */
    public record Addressee(@Nullable String login, String name, String email) {

        public Addressee {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(email, "email");
        }

        public static Addressee colleague(String login) {
            return new Addressee(login, "", "");
        }

        public static Addressee outside(String name, String email) {
            return new Addressee(null, name, email);
        }
    }

    public EscalationDraft {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(to, "to");
    }
}
