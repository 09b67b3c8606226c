package org.quittance.correspondence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.letter.Language;

/**
 * An internal mail as it stands in the outbox, without the bytes of its attachments.
 *
 * @param text with {@link InternalMail#LINK_PLACE} where the mail that left has its link
 * @param headerId the Message-ID, the same in every attempt
 */
public record InternalMessage(
        long id,
        About about,
        Envelope.ByMail envelope,
        Language language,
        String subject,
        String text,
        String headerId,
        String actor,
        Progress progress,
        List<String> attachmentNames) {

    public InternalMessage {
        attachmentNames = List.copyOf(attachmentNames);
    }

    /** Whose mail it is, and what it is about. */
    public record About(String purpose, long subjectId) {}

    /**
     * Where it is on its way.
     *
     * @param reason why it waits or did not leave; empty where there is nothing to say
     * @param sendingSince null unless a worker is sending it
     * @param sentAt null until a mail server has taken it
     */
    public record Progress(
            MessageState state,
            String reason,
            Instant queuedAt,
            Instant sendAfter,
            @Nullable Instant sendingSince,
            @Nullable Instant sentAt,
            int attempts,
            int lastAttempt) {}

    public MessageState state() {
        return progress.state();
    }
}
