package org.quittance.collections.gate;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.Correspondents;
import org.quittance.core.contact.ContactPolicy.ByHand;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a person before they send a message what the gate would do with it now: that it waits, that it does not leave at all, or that it leaves
 * although it is night or a holiday at the customer's place, because the company's rules let what people send go.
 *
 * <p>The message is asked about again when it leaves; between the two the customer may have paid, or midnight may have passed.
 */
@Service
public class SendForecast {

    private final ContactRules rules;
    private final Outbox outbox;
    private final Correspondents correspondents;
    private final BusinessClock clock;

    SendForecast(ContactRules rules, Outbox outbox, Correspondents correspondents, BusinessClock clock) {
        this.rules = rules;
        this.outbox = outbox;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    /**
     * What is to be said before it is sent.
     *
     * @param until when it leaves; null where that is not the matter
     */
    public record Word(String sentence, @Nullable Instant until) {}

    private boolean isUnwanted(OutgoingMessage message) {
        return message.envelope().isLetter()
                && correspondents.everybodyAskedNot(message.customer().value());
    }

    /** Empty where nothing speaks against it. */
    @Transactional
    public Optional<Word> of(OutgoingMessage message) {
        Message now = Message.notQueued(outbox.asQueued(message), clock.now());
        return switch (rules.verdict(now, policy -> policy)) {
            case ContactVerdict.Refused refused ->
                Optional.of(new Word("It will not leave: %s.".formatted(refused.why()), null));
            case ContactVerdict.Later later ->
                Optional.of(new Word("It will wait. %s.".formatted(later.why()), later.until()));
            case ContactVerdict.Go _
            when isUnwanted(message) -> Optional.of(new Word(Correspondents.TO_THE_COMPANY, null));
            case ContactVerdict.Go _ ->
                rules.verdict(now, policy -> policy.with(ByHand.IN_HOURS)) instanceof ContactVerdict.Later later
                        ? Optional.of(new Word(
                                "%s. The company's rules let what a person sends go all the same."
                                        .formatted(later.why()),
                                null))
                        : Optional.empty();
        };
    }
}
