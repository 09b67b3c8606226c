package org.quittance.cash;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.PROPOSAL_LINE;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.UNIDENTIFIED;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.db.cash.tables.Verdict;
import org.quittance.ledger.AccountsChanged;
import org.quittance.ledger.BookChanged;
import org.quittance.platform.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at money that waits for a person, once the ledger is no longer what it was when the matcher looked at it.
 *
 * <p>Two things change it: an invoice that comes in after its money, and an item of a proposal that something else has paid meanwhile. The
 * matcher then decides anew, as {@link AdviceApplication} lets it; what a person has decided is left alone. One job does for all changes
 * until it runs.
 */
@Service
public class SecondLook {

    private static final Logger LOG = LoggerFactory.getLogger(SecondLook.class);
    private static final String ACTOR = "cash application";
    private static final int PAYMENTS_AT_ONCE = 500;
    private static final Duration LOOKED_BACK = Duration.ofDays(120);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Verdict LATER = VERDICT.as("later");

    private final DSLContext sql;
    private final AdviceApplication application;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> task;
    private final BusinessClock clock;
    private final TransactionTemplate outside;

    SecondLook(
            DSLContext sql,
            AdviceApplication application,
            SchedulerClient scheduler,
            @Qualifier("secondLookTask") OneTimeTask<Void> task,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.application = application;
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** At what to look again. */
    public enum Scope {
        /** Proposals of which an item is no longer open by as much as they want. */
        OVERTAKEN("0"),
        /** Whatever the matcher left to a person. */
        ALL("1");

        /** The number of its job. */
        private final String job;

        Scope(String job) {
            this.job = job;
        }

        static Scope ofJob(long job) {
            return Arrays.stream(values())
                    .filter(scope -> scope.job.equals(Long.toString(job)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No second look is numbered " + job));
        }
    }

    /** Has everything looked at again that the matcher left to a person: items have come in. */
    public void afterNewItems() {
        order(Scope.ALL);
    }

    @ApplicationModuleListener
    void on(AccountsChanged changed) {
        order(Scope.OVERTAKEN);
    }

    @ApplicationModuleListener
    void on(BookChanged changed) {
        order(Scope.ALL);
    }

    /** Decides again where something else would be said now, each payment in a transaction of its own. Returns how many were applied. */
    public int look(Scope scope) {
        List<Long> payments = payments(scope);
        int applied = 0;
        for (int from = 0; from < payments.size(); from += PAYMENTS_AT_ONCE) {
            List<Long> some = payments.subList(from, Math.min(payments.size(), from + PAYMENTS_AT_ONCE));
            for (Long payment : application.worthAnotherLook(some)) {
                applied += decide(payment) ? 1 : 0;
            }
        }
        if (!payments.isEmpty()) {
            LOG.info("Second look at {} payments: {} applied", payments.size(), applied);
        }
        return applied;
    }

    private boolean decide(long payment) {
        try {
            return application.reconsider(payment, ACTOR) == AdviceApplication.Outcome.APPLIED;
        } catch (StaleItems overtaken) {
            LOG.info("Second look: {}; the next one sees it", overtaken.getMessage());
            return false;
        }
    }

    private List<Long> payments(Scope scope) {
        Instant since = clock.now().minus(LOOKED_BACK);
        return sql.select(VERDICT.PAYMENT_ID)
                .from(VERDICT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(VERDICT.PAYMENT_ID))
                .where(VERDICT.PAYMENT_ID.in(select(UNIDENTIFIED.PAYMENT_ID).from(UNIDENTIFIED)))
                .and(VERDICT.DECISION.in("PROPOSED", "UNIDENTIFIED"))
                .and(VERDICT.DECIDED_AT.ge(since))
                .and(notExists(selectOne()
                        .from(LATER)
                        .where(LATER.PAYMENT_ID.eq(VERDICT.PAYMENT_ID))
                        .and(LATER.ID.gt(VERDICT.ID))))
                .and(
                        switch (scope) {
                            case ALL -> noCondition();
                            case OVERTAKEN -> isOvertaken();
                        })
                .and(RECEIVED_VIEW.UNIDENTIFIED_MINOR.gt(0L))
                .orderBy(VERDICT.PAYMENT_ID)
                .fetch(VERDICT.PAYMENT_ID);
    }

    private static Condition isOvertaken() {
        return exists(selectOne()
                .from(PROPOSAL_LINE)
                .leftJoin(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ITEM_ID.eq(PROPOSAL_LINE.ITEM_ID))
                .where(PROPOSAL_LINE.VERDICT_ID.eq(VERDICT.ID))
                .and(OPEN_ITEM_VIEW
                        .ITEM_ID
                        .isNull()
                        .or(abs(OPEN_ITEM_VIEW.OPEN_MINOR).lt(abs(PROPOSAL_LINE.AMOUNT_MINOR)))));
    }

    /** Outside the transaction: where the job stands already, its second insertion must not undo what called for it. */
    private void order(Scope scope) {
        outside.executeWithoutResult(_ -> scheduler.scheduleIfNotExists(
                task.instance(scope.job), clock.now().plus(PAUSE)));
    }
}
