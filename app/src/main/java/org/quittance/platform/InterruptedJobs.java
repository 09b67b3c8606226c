package org.quittance.platform;

import static org.quittance.db.platform.Tables.SCHEDULED_TASK;

import jakarta.annotation.PostConstruct;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Gives back at a start what a program that was killed had in hand.
 *
 * <p>Where several nodes share a database, the others wait for heartbeats that no longer come. Where this process has just started the database itself, nobody
 * else can have anything in hand, and the work goes on at once.
 */
@Component
@ConditionalOnBooleanProperty(InterruptedJobs.ALONE)
public final class InterruptedJobs {

    /** Set by whoever has started the database of this process. */
    public static final String ALONE = "quittance.alone";

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedJobs.class);

    private final DSLContext sql;

    InterruptedJobs(DSLContext sql) {
        this.sql = sql;
    }

    @PostConstruct
    void giveBack() {
        int jobs = sql.update(SCHEDULED_TASK)
                .set(SCHEDULED_TASK.PICKED, false)
                .setNull(SCHEDULED_TASK.PICKED_BY)
                .setNull(SCHEDULED_TASK.LAST_HEARTBEAT)
                .set(SCHEDULED_TASK.VERSION, SCHEDULED_TASK.VERSION.plus(1))
                .where(SCHEDULED_TASK.PICKED)
                .execute();
        if (jobs > 0) {
            LOG.info("{} jobs were interrupted and go on", jobs);
        }
    }
}
