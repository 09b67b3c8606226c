package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.MAILBOX_POSITION;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far each mailbox has been read. */
@Repository
class MailboxPositions {

    private final DSLContext sql;

    MailboxPositions(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Up to where a mailbox has been read.
     *
     * @param validity the number under which its server numbers mails; another one means that it has begun afresh
     * @param readFrom what came in earlier is passed over
     */
    record Position(long validity, long uid, Instant readFrom) {

        Position at(long newUid) {
            return new Position(validity, newUid, readFrom);
        }
    }

    Optional<Position> find(IncomingMailbox box) {
        return sql.selectFrom(MAILBOX_POSITION)
                .where(MAILBOX_POSITION.MAILBOX.eq(box.name()))
                .fetchOptional(row -> new Position(row.getUidValidity(), row.getLastUid(), row.getReadFrom()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(IncomingMailbox box, Position to) {
        sql.insertInto(MAILBOX_POSITION)
                .set(MAILBOX_POSITION.MAILBOX, box.name())
                .set(MAILBOX_POSITION.UID_VALIDITY, to.validity())
                .set(MAILBOX_POSITION.LAST_UID, to.uid())
                .set(MAILBOX_POSITION.READ_FROM, to.readFrom())
                .onConflict(MAILBOX_POSITION.MAILBOX)
                .doUpdate()
                .set(MAILBOX_POSITION.UID_VALIDITY, to.validity())
                .set(MAILBOX_POSITION.LAST_UID, to.uid())
                .set(MAILBOX_POSITION.STUCK_UID, 0L)
                .set(MAILBOX_POSITION.STUCK_TIMES, 0)
                .execute();
    }

    /** How often the reading has stopped short at a mail. */
    int timesStuck(IncomingMailbox box, long uid) {
        return sql.select(MAILBOX_POSITION.STUCK_TIMES)
                .from(MAILBOX_POSITION)
                .where(MAILBOX_POSITION.MAILBOX.eq(box.name()))
                .and(MAILBOX_POSITION.STUCK_UID.eq(uid))
                .fetchOptional(MAILBOX_POSITION.STUCK_TIMES)
                .orElse(0);
    }

    /** Notes that it has stopped short there once more, in a transaction of its own: that of the mail is lost. */
    @Transactional
    public void noteStuck(IncomingMailbox box, Position before, long uid) {
        int times = timesStuck(box, uid) + 1;
        sql.insertInto(MAILBOX_POSITION)
                .set(MAILBOX_POSITION.MAILBOX, box.name())
                .set(MAILBOX_POSITION.UID_VALIDITY, before.validity())
                .set(MAILBOX_POSITION.LAST_UID, before.uid())
                .set(MAILBOX_POSITION.READ_FROM, before.readFrom())
                .set(MAILBOX_POSITION.STUCK_UID, uid)
                .set(MAILBOX_POSITION.STUCK_TIMES, times)
                .onConflict(MAILBOX_POSITION.MAILBOX)
                .doUpdate()
                .set(MAILBOX_POSITION.UID_VALIDITY, before.validity())
                .set(MAILBOX_POSITION.LAST_UID, before.uid())
                .set(MAILBOX_POSITION.STUCK_UID, uid)
                .set(MAILBOX_POSITION.STUCK_TIMES, times)
                .execute();
    }
}
