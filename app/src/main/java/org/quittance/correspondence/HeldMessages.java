package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MESSAGE;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that a gate keeps for later. Where something changes before their moment, every gate is asked again at once: nobody shall read a reason that
 * no longer holds, or find a letter in the queue about what is paid.
 *
 * <p>Asking is left to the worker whose message it is, as at any other moment; a letter on paper is asked about when somebody takes letters out.
 */
@Service
public class HeldMessages {

    static final String JOB = "correspondence.ask-again";

    private static final int AT_ONCE = 200;

    /** A put-off message has a reason and a moment; one that can still be called back has no reason, one that waits for a server no moment. */
    private static final Condition HELD =
            MESSAGE.STATE.eq(DSL.inline(MessageState.QUEUED.name())).and(MESSAGE.STATE_REASON.ne(""));

    private final DSLContext sql;
    private final DeliveryQueue queue;
    private final SchedulerClient jobs;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    HeldMessages(
            DSLContext sql,
            DeliveryQueue queue,
            SchedulerClient jobs,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.queue = queue;
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The rules by which messages are put off are others from now on. There may be a night's worth of them, so a job goes through all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rulesHaveChanged() {
        Instant now = clock.now();
        jobs.scheduleIfNotExists(new TaskInstance<>(JOB, Long.toString(now.toEpochMilli())), now);
    }

    /** Something has happened to those customers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAgainAbout(Collection<Long> customers) {
        askAgain(held(MESSAGE.CUSTOMER_ID.eq(DSL.any(customers.toArray(Long[]::new))), Integer.MAX_VALUE));
    }

    /** Whether there are any: mostly there are none, and nobody has to find out whom they are for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isEmpty() {
        return !sql.fetchExists(MESSAGE, HELD.and(MESSAGE.SEND_AFTER.gt(clock.now())));
    }

    /** All of them, some at once. */
    void askAgainAboutAll() {
        long last = 0;
        boolean isMore = true;
        while (isMore) {
            long after = last;
            List<Held> some = Objects.requireNonNull(transaction.execute(_ -> {
                List<Held> next = held(MESSAGE.ID.gt(after), AT_ONCE);
                askAgain(next);
                return next;
            }));
            isMore = some.size() == AT_ONCE;
            last = some.isEmpty() ? after : some.getLast().id();
        }
    }

    private record Held(long id, boolean isByPost) {}

    /** By their numbers. Those that somebody is at, are being asked about. */
    private List<Held> held(Condition which, int most) {
        return sql.select(MESSAGE.ID, MESSAGE.CHANNEL)
                .from(MESSAGE)
                .where(HELD, MESSAGE.SEND_AFTER.gt(clock.now()), which)
                .orderBy(MESSAGE.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Held(row.value1(), row.value2().equals(MessageStore.BY_POST)));
    }

    /** The moment of a message changes only with its job: a job that runs now is about to set both. */
    private void askAgain(List<Held> held) {
        Instant now = clock.now();
        Long[] asked = held.stream()
                .filter(message -> message.isByPost() || queue.bringForward(MessageId.of(message.id()), now))
                .map(Held::id)
                .toArray(Long[]::new);
        sql.update(MESSAGE)
                .set(MESSAGE.SEND_AFTER, now)
                .where(MESSAGE.ID.eq(DSL.any(asked)))
                .execute();
    }
}
