package org.quittance.core.mail;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is, decided in this order: a letter of ours that came back, the word of a machine, the answer to a message of ours, the mail
 * of a contact, one of which nothing is known.
 *
 * <p>Where a mail could be a person's answer or a machine's, it is an answer: a machine's word that is taken for an answer costs somebody a
 * look, an answer that is taken for a machine's lets the next notice go to somebody who has written.
 */
public sealed interface MailKind {

    /**
     * A message of ours was not delivered, or not yet.
     *
     * @param message its Message-ID; null where the mail names none of ours
     * @param report what the mail server says of the recipient
     */
    record Bounce(@Nullable String message, DeliveryReport report) implements MailKind {
        public Bounce {
            requireNonNull(report, "report");
        }
    }

    /**
     * A machine has written: somebody is out of the office, a receipt, a ticket number.
     *
     * @param message the Message-ID of ours that it answers; null where it names none
     */
    record AutomaticReply(@Nullable String message) implements MailKind {}

    /** Somebody answers a message of ours. */
    record Reply(String message) implements MailKind {}

    /** A customer's contact writes of their own accord. */
    record FromContact() implements MailKind {}

    /** Nobody of whom we know. */
    record Unknown() implements MailKind {}

    /**
     * What is known of a mail beside what stands in it.
     *
     * @param ours those of {@link IncomingMail#named} that are messages of ours
     * @param isFromContact whether the sender's address is that of one customer's contact
     */
    record Known(Set<String> ours, boolean isFromContact) {
        public Known {
            ours = Set.copyOf(ours);
        }
    }

    /** Decides it from the mail and what is known of it. */
    static MailKind of(IncomingMail mail, Known known) {
        return MailReading.kind(mail, known);
    }
}
