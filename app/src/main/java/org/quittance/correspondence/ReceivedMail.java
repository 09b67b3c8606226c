package org.quittance.correspondence;

import java.time.Instant;
import java.util.List;

/**
 * A mail as its recipient sees it.
 *
 * @param uid by which the mailbox finds it again
 * @param replyTo to whom an answer goes; as {@code from} where the mail does not say
 * @param text the plain text; empty where there is none
 * @param html the HTML; empty where there is none
 */
public record ReceivedMail(
        long uid,
        String messageId,
        String from,
        String to,
        String replyTo,
        String subject,
        Instant date,
        String text,
        String html,
        List<Attachment> attachments) {

    public ReceivedMail {
        attachments = List.copyOf(attachments);
    }
}
