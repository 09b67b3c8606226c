package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The jobs that deliver messages, one for each message in the queue.
 *
 * <p>A job is written by whoever changes the message, in the same transaction, also where no background work runs in this
 * process. A message that has lost its job, or has waited without one for a mail server, is given another at the next start.
 */
@Component
class DeliveryQueue {

    static final String JOB = "correspondence.deliver";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryQueue.class);

    private final SchedulerClient jobs;
    private final DSLContext sql;

    DeliveryQueue(SchedulerClient jobs, DSLContext sql) {
        this.jobs = jobs;
        this.sql = sql;
    }

    void add(MessageId id, Instant when) {
        jobs.scheduleIfNotExists(new TaskInstance<>(JOB, id.toString()), when);
    }

    /** Has a message that waits for a later moment looked at already then. Returns false where it is being looked at. */
    boolean bringForward(MessageId id, Instant when) {
        try {
            jobs.schedule(
                    new TaskInstance<>(JOB, id.toString()),
                    when,
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            return true;
        } catch (TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("Message {} is being looked at", id, e);
            return false;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUpWhatWaits() {
        Set<String> known = new HashSet<>();
        jobs.fetchScheduledExecutionsForTask(
                JOB, Void.class, job -> known.add(job.getTaskInstance().getId()));
        sql
                .select(MESSAGE.ID, MESSAGE.SEND_AFTER)
                .from(MESSAGE)
                .where(MESSAGE.CHANNEL.ne(MessageStore.BY_POST))
                .and(MESSAGE.STATE.in(MessageState.QUEUED.name(), MessageState.SENDING.name()))
                .orderBy(MESSAGE.ID)
                .fetch()
                .stream()
                .filter(row -> !known.contains(row.value1().toString()))
                .forEach(row -> add(MessageId.of(row.value1()), row.value2()));
    }
}
