package org.quittance.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.mail.AnswerText;

/**
 * A mail that has come in, with what it is and what became of it.
 *
 * @param text all of it, with what is quoted; no HTML
 * @param attachments their names, in order
 * @param writtenAt as the sender's program says; null where it says nothing
 * @param on the business date on which it was taken
 * @param customer whose it is; null where nobody knows yet
 * @param message the message of ours that it is about; null where there is none
 * @param words what the mail server says of a message that came back, or why a mail was not read; empty otherwise
 * @param reading who has looked at it; null before
 * @param assignment who has said whose it is; null where nobody had to
 */
public record Answer(
        long id,
        Kind kind,
        String fromAddress,
        String fromName,
        String subject,
        String text,
        List<String> attachments,
        @Nullable Instant writtenAt,
        LocalDate on,
        Instant at,
        @Nullable CustomerId customer,
        @Nullable MessageId message,
        String words,
        @Nullable Deed reading,
        @Nullable Deed assignment) {

    /** What it is. */
    public enum Kind {
        REPLY("Answer"),
        FROM_CONTACT("From a contact"),
        UNKNOWN("Sender unknown"),
        BOUNCED("Came back"),
        DELAYED("Delayed"),
        AUTOMATIC_REPLY("Automatic reply"),
        UNREADABLE("Not read");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who has done something with it, and when. */
    public record Deed(String actor, Instant at) {}

    public Answer {
        attachments = List.copyOf(attachments);
    }

    /** What they say, apart from what they quote of ours. */
    public AnswerText parted() {
        return AnswerText.of(text);
    }

    /** Whether somebody has yet to look at it. What a machine has written waits for nobody. */
    public boolean isToBeRead() {
        return reading == null
                && switch (kind) {
                    case REPLY, FROM_CONTACT, UNKNOWN, UNREADABLE -> true;
                    case BOUNCED, DELAYED, AUTOMATIC_REPLY -> false;
                };
    }

    /** Whether a person has to say whose it is. */
    public boolean isNobodys() {
        return customer == null && kind == Kind.UNKNOWN;
    }
}
