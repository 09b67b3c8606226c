package org.quittance.collections.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.quittance.correspondence.Activity;

/**
 * Colleagues who are at the same customer: who has its page open, and who has just written something down about it.
 *
 * @param present by name
 * @param noted the latest first
 */
public record OthersThere(List<Present> present, List<Noted> noted) {

    /** Nobody, or nobody that concerns whoever asks. */
    public static final OthersThere NOBODY = new OthersThere(List.of(), List.of());

    /** Somebody who has the customer open. */
    public record Present(String name, Instant since) {}

    /**
     * Somebody who has written something down about the customer within the last minutes.
     *
     * @param outcome in a word or two; may be empty
     */
    public record Noted(String name, Activity.Kind kind, String outcome, Instant at) {

        /** What they did, as a sentence goes on after their name. */
        public String did() {
            return switch (kind) {
                case CALL -> "noted a call";
                case PROMISE -> "noted a promise";
                case VISIT -> "noted a visit";
                case NOTE -> "wrote a note";
                case EMAIL -> "sent an e-mail";
                case LETTER -> "sent a letter";
                case TEXT_MESSAGE -> "sent a text message";
                case PORTAL_NOTICE -> "put a notice into the portal";
                case SYSTEM -> "changed something";
            };
        }
    }

    public OthersThere {
        present = List.copyOf(present);
        noted = List.copyOf(noted);
    }

    public boolean isNobody() {
        return present.isEmpty() && noted.isEmpty();
    }

    /** The same for the same colleagues and deeds, on every node: by it a page that shows them already is left alone. */
    public String mark() {
        return Integer.toHexString(Objects.hash(
                present,
                noted.stream().map(each -> each.name() + each.did() + each.at()).toList()));
    }
}
