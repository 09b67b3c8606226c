package org.quittance.collections.contact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.Answer;

/**
 * A mail that has come in, as a list shows it.
 *
 * @param words what a mail server says, or why the mail was not read; empty otherwise
 * @param attachments how many files came with it
 * @param customerId whose it is; null where nobody knows
 * @param customerName empty where nobody knows
 * @param readBy who has looked at it; null before
 */
public record AnswerLine(
        long id,
        Answer.Kind kind,
        String fromAddress,
        String fromName,
        String subject,
        String words,
        LocalDate on,
        Instant at,
        int attachments,
        @Nullable Long customerId,
        String customerName,
        @Nullable String readBy,
        @Nullable Instant readAt,
        boolean isToBeRead) {}
