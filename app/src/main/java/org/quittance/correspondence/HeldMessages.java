package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MESSAGE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that a gate keeps for later. Where something changes before their moment, every gate is asked again at once: nobody shall read a reason that
 * no longer holds, or find a letter in the queue about what is paid.
 *
 * <p>Asking is left to the worker whose message it is, as at any other moment; a letter on paper is asked about when somebody takes letters out.
 */
@Service
public class HeldMessages {

    /** A put-off message has a reason and a moment; one that can still be called back has no reason, one that waits for a server no moment. */
    private static final Condition HELD = MESSAGE.STATE
            .eq(DSL.inline(MessageState.QUEUED.name()))
            .and(MESSAGE.STATE_REASON.ne(""))
            .and(MESSAGE.ATTEMPTS.eq(0));

    private final DSLContext sql;
    private final DeliveryQueue queue;
    private final BusinessClock clock;

    HeldMessages(DSLContext sql, DeliveryQueue queue, BusinessClock clock) {
        this.sql = sql;
        this.queue = queue;
        this.clock = clock;
    }

    /** The rules by which messages are put off have changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAgainAboutAll() {
        askAgain(DSL.noCondition());
    }

    /** Something has happened to those customers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askAgainAbout(Collection<Long> customers) {
        askAgain(MESSAGE.CUSTOMER_ID.eq(DSL.any(customers.toArray(Long[]::new))));
    }

    /** Whether there are any: mostly there are none, and nobody has to find out whom they are for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isEmpty() {
        return !sql.fetchExists(MESSAGE, HELD.and(MESSAGE.SEND_AFTER.gt(clock.now())));
    }

    /** Those that somebody is at, are being asked about. */
    private void askAgain(Condition which) {
        Instant now = clock.now();
        List<Long> held = sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(HELD, MESSAGE.SEND_AFTER.gt(now), which)
                .orderBy(MESSAGE.ID)
                .forUpdate()
                .skipLocked()
                .fetch(MESSAGE.ID);
        if (held.isEmpty()) {
            return;
        }
        sql.update(MESSAGE)
                .set(MESSAGE.SEND_AFTER, now)
                .where(MESSAGE.ID.eq(DSL.any(held.toArray(Long[]::new))))
                .execute();
        sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(DSL.any(held.toArray(Long[]::new))))
                .and(MESSAGE.CHANNEL.ne(MessageStore.BY_POST))
                .orderBy(MESSAGE.ID)
                .forEach(row -> queue.bringForward(MessageId.of(row.value1()), now));
    }
}
