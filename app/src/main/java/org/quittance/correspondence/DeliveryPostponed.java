package org.quittance.correspondence;

/** Tells the job that it has to come back. What happened is noted on the message; the stack would say nothing more. */
final class DeliveryPostponed extends RuntimeException {

    DeliveryPostponed(MessageId id, String why) {
        super("Message " + id + " waits: " + why, null, false, false);
    }
}
