package org.quittance.collections.decision;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.correspondence.AnswersChanged;
import org.quittance.correspondence.HeldMessages;
import org.quittance.disputes.DisputesChanged;
import org.quittance.ledger.AccountsChanged;
import org.quittance.platform.BusinessClock;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides again, at once, about accounts that something has happened to, so that no list shows what was paid.
 *
 * <p>What the ledger posts arrives as an event after its transaction, and is tried again until it is done. What is noted in this module
 * calls {@link #decide} in its own transaction, so that the next page already shows it. Two that decide about the same account wait
 * for each other before they read, so that the last to write has read the most.
 */
@Component
public class Redecision {

    private static final int ACCOUNT_LOCKS = 0x51_75_69_12;
    /** Accounts share locks by their bucket: enough of them not to wait for strangers, few enough for the largest event. */
    private static final int LOCKS = 64;

    private final DSLContext sql;
    private final Runs runs;
    private final RuleBook ruleBook;
    private final AccountDecisions decisions;
    private final HeldMessages held;
    private final BusinessClock clock;

    Redecision(
            DSLContext sql,
            Runs runs,
            RuleBook ruleBook,
            AccountDecisions decisions,
            HeldMessages held,
            BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.held = held;
        this.clock = clock;
    }

    @ApplicationModuleListener
    public void on(AccountsChanged changed) {
        decide(changed.accountIds());
    }

    @ApplicationModuleListener
    public void on(DisputesChanged changed) {
        decide(changed.accountIds());
    }

    /** In the transaction in which the mail is noted, so that the next page already shows what is next. */
    @EventListener
    public void on(AnswersChanged changed) {
        decide(Set.copyOf(sql.select(ACCOUNT_VIEW.ACCOUNT_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(changed.customer().value()))
                .fetch(ACCOUNT_VIEW.ACCOUNT_ID)));
    }

    /**
     * Replaces the accounts' rows in the published run; before the first run there are none to replace. The gates are asked again about messages to
     * their customers that were put off.
     */
    @Transactional
    public void decide(Set<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Optional<Long> published = hold(accounts);
        runs.noteForRunUnderWay(accounts);
        if (published.isPresent()) {
            LocalDate today = clock.today();
            decisions.decideInto(published.get(), accounts, today, ruleBook.rules(today));
        }
        askAgainAboutWhatIsHeld(accounts);
    }

    private void askAgainAboutWhatIsHeld(Set<Long> accounts) {
        if (!held.isEmpty()) {
            held.askAgainAbout(sql.selectDistinct(ACCOUNT_VIEW.CUSTOMER_ID)
                    .from(ACCOUNT_VIEW)
                    .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))))
                    .fetch(ACCOUNT_VIEW.CUSTOMER_ID));
        }
    }

    /** Keeps others from deciding about the accounts until the transaction ends. Returns the published run. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> hold(Set<Long> accounts) {
        Optional<Long> published = runs.holdPublished();
        sql.execute("""
                select pg_advisory_xact_lock({0}, place)
                from (
                    select distinct (a.bucket % {1})::int as place
                    from ledger.account_view a
                    where a.account_id = any({2})
                    order by 1
                ) places
                """, val(ACCOUNT_LOCKS), val(LOCKS), val(accounts.toArray(Long[]::new)));
        return published;
    }

    /** The same for all accounts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Long> holdAll() {
        Optional<Long> published = runs.holdPublished();
        sql.execute(
                "select pg_advisory_xact_lock({0}, place) from generate_series(0, {1} - 1) place order by place",
                val(ACCOUNT_LOCKS), val(LOCKS));
        return published;
    }
}
