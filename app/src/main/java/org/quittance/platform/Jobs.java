package org.quittance.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How background work is declared, so that all of it fails and retries alike.
 *
 * <p>A job is a row in the job table: it is written in the transaction that wants it, survives a restart, and is run by one node. A job
 * that fails is tried again after growing pauses; whatever it does must therefore be repeatable.
 */
public final class Jobs {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration DAILY_PAUSE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST_TRIES = 8;

    private Jobs() {}

    /** Work on one thing, named by its number. */
    @FunctionalInterface
    public interface Work {
        void on(long subject);
    }

    /** Work of every day at one time of it. A day that fails is tried again until it is done; one on which no node ran is made up for. */
    public static RecurringTask<Void> daily(ZoneId zone, LocalTime at, String name, Runnable work) {
        return Tasks.recurring(name, Schedules.daily(zone, at))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(DAILY_PAUSE))
                .execute((instance, context) -> work.run());
    }

    /** Thrown by work that knows when it has to be done: it is tried again at that moment, not after a growing pause. */
    public abstract static class NotYet extends RuntimeException {

        private final transient Instant until;

        protected NotYet(Instant until, String why) {
            super(why, null, false, false);
            this.until = until;
        }

        /** Never at once again, whatever the clock of whoever has put it off says. */
        private Instant next(Instant done) {
            Instant soonest = done.plus(SHORTEST_PAUSE);
            return until.isBefore(soonest) ? soonest : until;
        }
    }

    public static OneTimeTask<Void> once(String name, Work work) {
        return new OneTimeTask<>(name, Void.class, Jobs::tryAgain) {

            // What is not due yet has not failed: one line says so, and the job comes back at its moment.
            @Override
            public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
                try {
                    return super.execute(instance, context);
                } catch (NotYet notYet) {
                    LOG.info("{}", notYet.getMessage());
                    return (complete, operations) ->
                            operations.reschedule(complete, notYet.next(complete.getTimeDone()));
                }
            }

            @Override
            public void executeOnce(TaskInstance<Void> instance, ExecutionContext context) {
                work.on(Long.parseLong(instance.getId()));
            }
        };
    }

    private static void tryAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        if (failures + 1 < MOST_TRIES) {
            operations.reschedule(complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << failures)));
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(Duration.ofHours(6)));
        }
    }

    /** Work that comes round, on one node at a time. It fails by itself: the next round comes as if it had not. */
    public static RecurringTask<Void> every(Duration pause, String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run());
    }
}
