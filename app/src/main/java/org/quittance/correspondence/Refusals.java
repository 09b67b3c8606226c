package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.REFUSAL;

import org.jooq.DSLContext;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what gates have refused and put off; only ever added to. Others read {@code correspondence.refusal_view}. */
@Service
public class Refusals {

    private final DSLContext sql;
    private final BusinessClock clock;

    Refusals(DSLContext sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether a message was put off until that moment, for that reason, before. */
    boolean isNoted(Refusal refusal) {
        MessageId message = refusal.message();
        return message != null
                && sql.fetchExists(
                        REFUSAL,
                        REFUSAL.MESSAGE_ID.eq(message.value()),
                        REFUSAL.RULE.eq(refusal.rule()),
                        REFUSAL.REASON.eq(refusal.reason()),
                        REFUSAL.UNTIL.isNotDistinctFrom(refusal.until()));
    }

    /** Writes it down in the transaction of the answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Refusal refusal) {
        var row = sql.newRecord(REFUSAL);
        row.setCustomerId(refusal.customer().value());
        row.setChannel(refusal.channel().name());
        row.setMessageId(refusal.message() == null ? null : refusal.message().value());
        row.setWhat(refusal.what());
        row.setRule(refusal.rule());
        row.setReason(refusal.reason());
        row.setUntil(refusal.until());
        row.setActor(refusal.actor());
        row.setAt(clock.now());
        row.insert();
    }
}
