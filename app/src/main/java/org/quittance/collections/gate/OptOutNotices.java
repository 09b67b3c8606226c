package org.quittance.collections.gate;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.contact.LawBook;
import org.quittance.core.contact.Rulebook;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.OutgoingMessage;
import org.quittance.correspondence.Postscript;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;

/** Has each e-mail say how to opt out of more, where a law that binds towards the customer wants it. Text messages say it by themselves. */
@Component
class OptOutNotices implements Postscript {

    private final ContactFacts facts;
    private final LawBook laws;
    private final BusinessClock clock;

    OptOutNotices(ContactFacts facts, LawBook laws, BusinessClock clock) {
        this.facts = facts;
        this.laws = laws;
        this.clock = clock;
    }

    @Override
    public boolean isWantedIn(OutgoingMessage message) {
        if (!(message.envelope() instanceof Envelope.ByMail)) {
            return false;
        }
        LocalDate today = clock.today();
        long customer = message.customer().value();
        Set<Long> listed =
                message.items().stream().map(item -> item.account().value()).collect(Collectors.toSet());
        Rulebook rulebook = laws.rulebook(customer, listed, today);
        return rulebook.wantsOptOut(facts.customer(customer, rulebook.policy(), today), today);
    }
}
