package org.quittance.collections.reminder;

import org.quittance.core.collections.Action;
import org.quittance.core.contact.Channel;
import org.quittance.correspondence.MessageId;

/** What became of the wish to send a customer its message. */
public sealed interface ReminderOutcome {

    /**
     * It is in the outbox, and can be called back for ten seconds.
     *
     * @param way by which it goes
     * @param items how many items it lists
     */
    record Queued(MessageId message, Action action, Channel way, int items) implements ReminderOutcome {}

    /** Nothing was queued. */
    record NotQueued(ReminderDraft.Impossible why) implements ReminderOutcome {}
}
