package org.quittance.collections.gate;

import java.time.LocalDate;
import java.util.Set;
import org.quittance.collections.contact.LawBook;
import org.quittance.core.contact.Party;
import org.quittance.core.contact.Rulebook;
import org.quittance.ledger.CustomerTraits;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells whom laws on contact protect. */
@Service
public class Protections {

    private final ContactFacts facts;
    private final LawBook laws;
    private final CustomerTraits traits;
    private final BusinessClock clock;

    Protections(ContactFacts facts, LawBook laws, CustomerTraits traits, BusinessClock clock) {
        this.facts = facts;
        this.laws = laws;
        this.traits = traits;
        this.clock = clock;
    }

    /** Of a customer that the viewer has been seen to see. */
    @Transactional(readOnly = true)
    public Protection of(long customerId) {
        LocalDate today = clock.today();
        Rulebook rulebook = laws.rulebook(customerId, Set.of(), today);
        Party party = facts.customer(customerId, rulebook.policy(), today);
        return new Protection(
                party.trait(), traits.on(customerId, today).orElse(null), rulebook.bindingOn(party, today));
    }
}
