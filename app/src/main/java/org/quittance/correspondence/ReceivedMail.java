package org.quittance.correspondence;

import java.time.Instant;
import java.util.List;

/**
 * A mail as its recipient sees it.
 *
 * @param text the plain text; empty where there is none
 * @param html the HTML; empty where there is none
 */
public record ReceivedMail(
        String messageId,
        String from,
        String to,
        String subject,
        Instant date,
        String text,
        String html,
        List<Attachment> attachments) {

    public ReceivedMail {
        attachments = List.copyOf(attachments);
    }
}
