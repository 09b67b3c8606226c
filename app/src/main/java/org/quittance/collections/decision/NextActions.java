package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.List;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is next about a customer, decided while it is looked at. */
@Service
public class NextActions {

    private final VisibleAccounts visible;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final BusinessClock clock;

    NextActions(VisibleAccounts visible, AccountDecisions decisions, RuleBook ruleBook, BusinessClock clock) {
        this.visible = visible;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    /** Of each of the customer's accounts with open items that the viewer may see. */
    @Transactional
    public List<AccountNext> ofCustomer(Viewer viewer, long customerId) {
        LocalDate today = clock.today();
        return decisions.decide(visible.ofCustomer(viewer, customerId), today, ruleBook.rules(today)).stream()
                .map(decided -> new AccountNext(
                        decided.standing(),
                        decided.chosen(),
                        decided.next(),
                        decided.priority(),
                        decided.account().snoozedUntil()))
                .toList();
    }
}
