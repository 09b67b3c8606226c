package org.quittance.collections.gate;

import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.AccountDecisions;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.contact.Matter;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says what a contact with a customer can be about at this moment, over all of its accounts. */
@Component
class Matters {

    private final VisibleAccounts visible;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final BusinessClock clock;

    Matters(VisibleAccounts visible, AccountDecisions decisions, RuleBook ruleBook, BusinessClock clock) {
        this.visible = visible;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Matter ofCustomer(long customerId) {
        return Matter.of(
                decisions
                        .decide(visible.allOfCustomer(customerId), clock.today(), ruleBook.rules(clock.today()))
                        .stream()
                        .map(Decided::standing)
                        .toList());
    }
}
