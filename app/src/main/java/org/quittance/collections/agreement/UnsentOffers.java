package org.quittance.collections.agreement;

import static org.quittance.db.collections.Tables.SETTLEMENT;
import static org.quittance.db.collections.Tables.SETTLEMENT_LETTER;

import java.util.HashSet;
import org.jooq.DSLContext;
import org.quittance.collections.decision.Redecision;
import org.quittance.correspondence.MessageCameBack;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.MessageNotSent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Decides an account again when the message with its offer was called back, refused or returned: the customer does not have it. */
@Component
class UnsentOffers {

    private final DSLContext sql;
    private final Redecision redecision;

    UnsentOffers(DSLContext sql, Redecision redecision) {
        this.sql = sql;
        this.redecision = redecision;
    }

    @ApplicationModuleListener
    public void on(MessageNotSent event) {
        decide(event.message());
    }

    @ApplicationModuleListener
    public void on(MessageCameBack event) {
        decide(event.message());
    }

    private void decide(MessageId message) {
        redecision.decide(new HashSet<>(sql.select(SETTLEMENT.ACCOUNT_ID)
                .from(SETTLEMENT_LETTER)
                .join(SETTLEMENT)
                .on(SETTLEMENT.ID.eq(SETTLEMENT_LETTER.SETTLEMENT_ID))
                .where(SETTLEMENT_LETTER.MESSAGE_ID.eq(message.value()))
                .fetch(SETTLEMENT.ACCOUNT_ID)));
    }
}
