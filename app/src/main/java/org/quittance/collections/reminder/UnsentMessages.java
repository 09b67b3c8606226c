package org.quittance.collections.reminder;

import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.StepBook;
import org.quittance.correspondence.MessageCameBack;
import org.quittance.correspondence.MessageNotSent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Takes back what was noted for messages that never left, and for those that came back: nobody has read them. A message that has failed may still be sent by a person who has checked it, so
 * what was noted for it stands.
 */
@Component
class UnsentMessages {

    private final StepBook steps;
    private final Redecision redecision;

    UnsentMessages(StepBook steps, Redecision redecision) {
        this.steps = steps;
        this.redecision = redecision;
    }

    @ApplicationModuleListener
    public void on(MessageNotSent event) {
        switch (event.state()) {
            case REFUSED, RECALLED ->
                redecision.decide(steps.takeBack(event.message().value(), event.reason()));
            case FAILED, QUEUED, SENDING, SENT -> {}
        }
    }

    @ApplicationModuleListener
    public void on(MessageCameBack event) {
        redecision.decide(steps.takeBack(event.message().value(), event.reason()));
    }
}
