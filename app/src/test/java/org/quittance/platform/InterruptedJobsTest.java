package org.quittance.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.db.platform.Tables.SCHEDULED_TASK;

import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What a killed program had in hand is free again at the next start of the only node. */
@ApplicationTest
class InterruptedJobsTest {

    @Autowired
    private DSLContext sql;

    @Test
    @Transactional
    void whatWasInHandGoesOnAtOnce() {
        sql.insertInto(SCHEDULED_TASK)
                .set(SCHEDULED_TASK.TASK_NAME, "bulk-sending")
                .set(SCHEDULED_TASK.TASK_INSTANCE, "interrupted")
                .set(SCHEDULED_TASK.EXECUTION_TIME, Instant.EPOCH)
                .set(SCHEDULED_TASK.PICKED, true)
                .set(SCHEDULED_TASK.PICKED_BY, "a node that was killed")
                .set(SCHEDULED_TASK.LAST_HEARTBEAT, Instant.EPOCH)
                .set(SCHEDULED_TASK.VERSION, 7L)
                .execute();

        new InterruptedJobs(sql).giveBack();

        var job = sql.selectFrom(SCHEDULED_TASK)
                .where(SCHEDULED_TASK.TASK_INSTANCE.eq("interrupted"))
                .fetchSingle();
        assertThat(job.getPicked()).isFalse();
        assertThat(job.getPickedBy()).isNull();
        assertThat(job.getLastHeartbeat()).isNull();
        assertThat(job.getVersion()).isEqualTo(8L);
    }
}
