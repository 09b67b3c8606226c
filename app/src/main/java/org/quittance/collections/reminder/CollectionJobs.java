package org.quittance.collections.reminder;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalTime;
import java.time.ZoneId;
import org.quittance.collections.AutomaticSending;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunCause;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.trial.TrialRun;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of the night: after the bank's statements, before the first collector. */
@Configuration(proxyBeanMethods = false)
class CollectionJobs {

    static final String NAME = "nightly-run";
    static final LocalTime AT = LocalTime.of(5, 0);

    @Bean
    OneTimeTask<Void> runAfterImportTask(ObjectProvider<NightlyRun> run, BusinessClock clock) {
        return Jobs.once("run-after-import", cause -> {
            RunOutcome outcome =
                    run.getObject().run(clock.today(), RunCause.of(cause).actor());
            if (outcome instanceof RunOutcome.UnderWay) {
                throw new RunUnderWay(clock.now());
            }
        });
    }

    @Bean
    OneTimeTask<Void> strategyTrialTask(ObjectProvider<TrialRun> run) {
        return Jobs.once("strategy-trial", trial -> run.getObject().run(trial));
    }

    @Bean
    OneTimeTask<Void> sendBrakedTask(ObjectProvider<AutomaticSteps> steps) {
        return Jobs.once(Brakes.RELEASE_JOB, brake -> steps.getObject().queueReleased(brake));
    }

    @Bean
    OneTimeTask<Void> bulkSendingTask(ObjectProvider<BulkSending> bulk) {
        return Jobs.once(BulkSending.JOB, id -> bulk.getObject().goOn(id));
    }

    @Bean
    RecurringTask<Void> nightlyRunJob(
            ObjectProvider<NightlyRun> run,
            ObjectProvider<AutomaticSending> sending,
            ObjectProvider<AutomaticSteps> steps,
            BusinessClock clock,
            @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Jobs.daily(zone, AT, NAME, () -> {
            run.getObject().run(clock.today(), NAME);
            switch (sending.getObject().mode()) {
                case ON -> steps.getObject().queueAll(NAME);
                case PROPOSE -> {}
            }
        });
    }
}
