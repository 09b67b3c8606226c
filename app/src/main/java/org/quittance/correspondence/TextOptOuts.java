package org.quittance.correspondence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets no text message leave for whoever wants none, whoever sends it. */
@Order(7)
@Component
class TextOptOuts implements SendGate {

    static final String RULE = "text-opt-out";

    private final TextWishes wishes;

    TextOptOuts(TextWishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Verdict ask(Message message) {
        return switch (message.envelope()) {
            case Envelope.ByMail _ -> new Verdict.Go();
            case Envelope.ByText text ->
                wishes.ofNumber(message.customer(), text.to())
                        .<Verdict>map(wish -> new Verdict.Refuse(
                                RULE,
                                "%s wants no text messages: %s, noted by %s on %s. Write or call"
                                        .formatted(
                                                text.addressee(),
                                                wish.words(),
                                                wish.actor(),
                                                LocalDate.ofInstant(wish.at(), ZoneOffset.UTC))))
                        .orElseGet(Verdict.Go::new);
        };
    }
}
