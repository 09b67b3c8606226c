package org.quittance.correspondence;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a mail server answered to an attempt, as far as it answered. */
sealed interface MailReply {

    /** It has the message. */
    record Accepted() implements MailReply {}

    /** It says "no", and would say so again. */
    record Rejected(String words) implements MailReply {}

    /** It says "not now"; it certainly does not have the message. */
    record TryLater(String words) implements MailReply {}

    /** The conversation did not come about, whatever the message: it certainly does not have it. */
    record Unreachable(ConnectionFault fault) implements MailReply {}

    /** The conversation broke off: nobody knows whether it has the message. */
    record Unclear(String words) implements MailReply {}

    /**
     * Reads the reply out of a failure. By RFC 5321, codes from 400 say "not now" and codes from 500 "no"; a failure without a code,
     * once the conversation had begun, says nothing.
     */
    static MailReply of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Unreachable(ConnectionFault.of(failure));
        }
        if (!(failure instanceof MailSendException sending)) {
            return new Unclear(innermost(failure));
        }
        if (sending.getFailedMessages().isEmpty()) {
            // Only taking leave failed, after the message had been accepted.
            return new Accepted();
        }
        if (sending.getCause() != null) {
            // The connection failed; with a message that failed, the exception has no cause of its own.
            return new Unreachable(ConnectionFault.of(sending));
        }
        return ofConversation(sending.getMessageExceptions()[0]);
    }

    private static MailReply ofConversation(Exception failure) {
        for (Throwable part = failure; part != null; part = part.getCause()) {
            int code = code(part);
            if (code >= 500) {
                return new Rejected(words(part));
            }
            if (code >= 400) {
                return new TryLater(words(part));
            }
        }
        return new Unclear(innermost(failure));
    }

    private static int code(Throwable part) {
        return switch (part) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case Throwable other -> -1;
        };
    }

    private static String innermost(Throwable failure) {
        Throwable part = failure;
        while (part.getCause() != null) {
            part = part.getCause();
        }
        return words(part);
    }

    private static String words(Throwable part) {
        @Nullable String message = part.getMessage();
        return message == null || message.isBlank()
                ? part.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ");
    }
}
