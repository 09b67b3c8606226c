package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quittance.collections.AccountScope;
import org.quittance.collections.strategy.Rules;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides named accounts from what is known at this moment. */
@Component
public class AccountDecisions {

    private static final int ACCOUNTS_AT_ONCE = 1_000;

    private final FactStreams streams;
    private final DecisionRows decisions;
    private final Rollouts rollouts;

    AccountDecisions(FactStreams streams, DecisionRows decisions, Rollouts rollouts) {
        this.streams = streams;
        this.decisions = decisions;
        this.rollouts = rollouts;
    }

    /** The decisions about those of the accounts that have open items, by bucket and number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Rules.Decided> decide(Set<Long> accounts, LocalDate asOf, Rules rules) {
        List<Rules.Decided> decided = new ArrayList<>();
        if (!accounts.isEmpty()) {
            streams.each(AccountScope.of(accounts), asOf, account -> decided.add(rules.decide(account, asOf)));
        }
        return decided;
    }

    /** Replaces the accounts' rows in the run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decideInto(long runId, Set<Long> accounts, LocalDate asOf, Rules rules) {
        List<Long> ordered = accounts.stream().sorted().toList();
        for (int from = 0; from < ordered.size(); from += ACCOUNTS_AT_ONCE) {
            Set<Long> some = new HashSet<>(ordered.subList(from, Math.min(from + ACCOUNTS_AT_ONCE, ordered.size())));
            CopyRows rows = new CopyRows(some.size());
            decide(some, asOf, rules).forEach(decided -> DecisionRows.add(rows, runId, decided));
            decisions.replaceAccounts(runId, some, rows);
            rollouts.enter(runId, some, rules);
        }
    }
}
