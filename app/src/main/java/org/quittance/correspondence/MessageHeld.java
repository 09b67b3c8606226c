package org.quittance.correspondence;

import java.time.Instant;
import org.quittance.platform.Jobs;

/** Tells the job at which moment it has to come back, because a gate has put the message off. */
final class MessageHeld extends Jobs.NotYet {

    MessageHeld(MessageId id, Instant until, String why) {
        super(until, "Message " + id + " waits until " + until + ": " + why);
    }
}
