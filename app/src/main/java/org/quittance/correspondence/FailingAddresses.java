package org.quittance.correspondence;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets nothing leave for an address from which a message has come back since it was queued: it would come back too. */
@Order(6)
@Component
class FailingAddresses implements SendGate {

    static final String RULE = "failing-address";

    private final AnswerStore answers;

    FailingAddresses(AnswerStore answers) {
        this.answers = answers;
    }

    @Override
    public Verdict ask(Message message) {
        String address = message.envelope().toAddress();
        return answers.failing(address)
                .<Verdict>map(words -> new Verdict.Refuse(
                        RULE,
                        switch (message.envelope()) {
                            case Envelope.ByMail _ ->
                                "Mail to %s comes back: %s. Write to somebody else, or say that the address works again"
                                        .formatted(address, words);
                            case Envelope.ByText _ ->
                                "Text messages to %s do not arrive: %s. Give another number, or say that this one works again"
                                        .formatted(address, words);
                            case Envelope.ByPost _ ->
                                "Letters to %s come back: %s. Enter another address".formatted(address, words);
                        }))
                .orElseGet(Verdict.Go::new);
    }
}
