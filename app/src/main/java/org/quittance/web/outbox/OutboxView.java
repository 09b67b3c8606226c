package org.quittance.web.outbox;

import java.util.List;
import org.quittance.correspondence.Connections;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.OutboxShow;
import org.quittance.correspondence.ReceivedMail;
import org.quittance.web.page.Pager;

/**
 * The newest messages.
 *
 * @param failing the mailbox and the ways out that do not work
 * @param mailbox what has arrived in the demo's mailbox; empty in a real installation
 */
public record OutboxView(
        OutboxShow show,
        List<Message> messages,
        List<Connections.Failing> failing,
        Pager pager,
        List<ReceivedMail> mailbox) {

    public OutboxView {
        messages = List.copyOf(messages);
        failing = List.copyOf(failing);
        mailbox = List.copyOf(mailbox);
    }

    /** Whether something is about to leave, so that the list should be looked at again. */
    public boolean isMoving() {
        return messages.stream().anyMatch(message -> switch (message.state()) {
            case QUEUED, SENDING ->
                message.progress().reason().isEmpty() && !message.envelope().isLetter();
            case SENT, RECALLED, REFUSED, FAILED -> false;
        });
    }
}
