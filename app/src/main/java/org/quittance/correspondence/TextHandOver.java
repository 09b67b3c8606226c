package org.quittance.correspondence;

import java.time.Duration;
import java.time.Instant;

/**
 * A text message as it is handed over.
 *
 * @param id the same in every attempt
 * @param notAfter a service that has not sent it by then drops it: our gate has said yes to this hour, not to the night
 */
record TextHandOver(
        String id, String to, String text, String language, String entity, String customerNumber, Instant notAfter) {

    static final Duration VALID_FOR = Duration.ofMinutes(30);

    static TextHandOver of(Message message, String customerNumber, Instant now) {
        return new TextHandOver(
                message.headerId(),
                message.envelope().toAddress(),
                message.text(),
                message.language().code(),
                message.envelope().fromName(),
                customerNumber,
                now.plus(VALID_FOR));
    }
}
