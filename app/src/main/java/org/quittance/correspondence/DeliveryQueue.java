package org.quittance.correspondence;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.correspondence.Tables.MESSAGE;
import static org.quittance.db.platform.Tables.SCHEDULED_TASK;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
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

    private final SchedulerClient jobs;
    private final DSLContext sql;

    DeliveryQueue(SchedulerClient jobs, DSLContext sql) {
        this.jobs = jobs;
        this.sql = sql;
    }

    void add(MessageId id, Instant when) {
        jobs.scheduleIfNotExists(new TaskInstance<>(JOB, id.toString()), when);
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUpWhatWaits() {
        sql.select(MESSAGE.ID, MESSAGE.SEND_AFTER)
                .from(MESSAGE)
                .where(MESSAGE.STATE.in(MessageState.QUEUED.name(), MessageState.SENDING.name()))
                .and(notExists(selectOne()
                        .from(SCHEDULED_TASK)
                        .where(SCHEDULED_TASK.TASK_NAME.eq(JOB))
                        .and(SCHEDULED_TASK.TASK_INSTANCE.eq(MESSAGE.ID.cast(SQLDataType.CLOB)))))
                .orderBy(MESSAGE.ID)
                .forEach(row -> add(MessageId.of(row.value1()), row.value2()));
    }
}
