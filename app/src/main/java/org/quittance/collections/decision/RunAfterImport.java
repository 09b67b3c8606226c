package org.quittance.collections.decision;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import org.quittance.collections.strategy.StrategiesChanged;
import org.quittance.ledger.AccountsChanged;
import org.quittance.ledger.BookChanged;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has all accounts decided when there is nothing to replace single rows in: after an import that touches much of the book, when the first
 * accounts come in before any night has passed, and when another strategy holds from today on.
 */
@Component
class RunAfterImport {

    private final Runs runs;
    private final SchedulerClient scheduler;
    private final OneTimeTask<Void> runTask;
    private final BusinessClock clock;
    private final TransactionTemplate outside;

    RunAfterImport(
            Runs runs,
            SchedulerClient scheduler,
            @Qualifier("runAfterImportTask") OneTimeTask<Void> runTask,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.scheduler = scheduler;
        this.runTask = runTask;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @ApplicationModuleListener
    void on(BookChanged changed) {
        order(RunCause.IMPORT);
    }

    @ApplicationModuleListener
    void on(AccountsChanged changed) {
        if (runs.holdPublished().isEmpty()) {
            order(RunCause.IMPORT);
        }
    }

    /** The worklist follows a strategy from the moment on at which it goes live, not only from the next night. */
    @ApplicationModuleListener
    void on(StrategiesChanged changed) {
        if (!changed.from().isAfter(clock.today())) {
            order(RunCause.STRATEGIES);
        }
    }

    /** Outside the transaction: where the job stands already, its second insertion must not undo what called for it. */
    private void order(RunCause cause) {
        outside.executeWithoutResult(
                _ -> scheduler.scheduleIfNotExists(runTask.instance(Long.toString(cause.id())), clock.now()));
    }
}
