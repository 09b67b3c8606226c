package org.quittance.collections.gate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.AccountDecisions;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.collections.Standing;
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
        return Objects.requireNonNull(ofCustomers(Map.of(customerId, visible.allOfCustomer(customerId)))
                .get(customerId));
    }

    /** Of each of the customers, decided together; {@code accounts} are all of each. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Matter> ofCustomers(Map<Long, Set<Long>> accounts) {
        Map<Long, Long> customerOf = new HashMap<>();
        accounts.forEach((customer, of) -> of.forEach(account -> customerOf.put(account, customer)));
        LocalDate today = clock.today();
        Map<Long, List<Standing>> standings =
                decisions.decide(customerOf.keySet(), today, ruleBook.rules(today)).stream()
                        .map(Decided::standing)
                        .collect(Collectors.groupingBy(standing -> Objects.requireNonNull(
                                customerOf.get(standing.account().value()))));
        return accounts.keySet().stream()
                .collect(Collectors.toMap(
                        customer -> customer, customer -> Matter.of(standings.getOrDefault(customer, List.of()))));
    }
}
