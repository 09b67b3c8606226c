package org.quittance.collections.team;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.ledger.Tables.ACCOUNT_MOVE_VIEW;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.decision.Runs;
import org.quittance.collections.decision.WorklistTotals;
import org.quittance.ledger.AccountsMoved;
import org.quittance.ledger.BookChanged;
import org.quittance.ledger.EntryContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the worklist follow accounts into other portfolios, in the transaction that moves them: whoever has them now sees them with the next click.
 *
 * <p>What is to be done about an account does not depend on whose it is; only the copy of its portfolio changes, and the sums by it. Of many
 * accounts the sums are counted anew, and all are decided afterwards, so that a run under way does not bring back what it has read before.
 */
@Component
public class PortfolioFollowing {

    private static final int SINGLY = 2_000;

    private final DSLContext sql;
    private final Redecision redecision;
    private final Runs runs;
    private final WorklistTotals totals;
    private final ApplicationEventPublisher events;

    PortfolioFollowing(
            DSLContext sql, Redecision redecision, Runs runs, WorklistTotals totals, ApplicationEventPublisher events) {
        this.sql = sql;
        this.redecision = redecision;
        this.runs = runs;
        this.totals = totals;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountsMoved moved) {
        if (moved.accounts() > SINGLY) {
            redecision.holdAll().ifPresent(run -> {
                follow(run, moved.moveId(), DECISION.ACCOUNT_ID.eq(ACCOUNT_MOVE_VIEW.ACCOUNT_ID));
                totals.count(run);
            });
            events.publishEvent(new BookChanged(EntryContext.NO_UPLOAD));
        } else {
            Set<Long> accounts = new HashSet<>(sql.select(ACCOUNT_MOVE_VIEW.ACCOUNT_ID)
                    .from(ACCOUNT_MOVE_VIEW)
                    .where(ACCOUNT_MOVE_VIEW.MOVE_ID.eq(moved.moveId()))
                    .fetch(ACCOUNT_MOVE_VIEW.ACCOUNT_ID));
            followSingly(moved.moveId(), accounts);
        }
    }

    private void followSingly(long moveId, Set<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Optional<Long> published = redecision.hold(accounts);
        runs.noteForRunUnderWay(accounts);
        published.ifPresent(run -> {
            totals.takeAway(run, accounts);
            follow(run, moveId, DECISION.ACCOUNT_ID.eq(any(accounts.toArray(Long[]::new))));
            totals.add(run, accounts);
        });
    }

    private void follow(long run, long moveId, Condition which) {
        sql.update(DECISION)
                .set(DECISION.PORTFOLIO_ID, ACCOUNT_MOVE_VIEW.PORTFOLIO_ID)
                .from(ACCOUNT_MOVE_VIEW)
                .where(ACCOUNT_MOVE_VIEW.MOVE_ID.eq(moveId))
                .and(ACCOUNT_MOVE_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID))
                .and(DECISION.RUN_ID.eq(run))
                .and(which)
                .execute();
    }
}
