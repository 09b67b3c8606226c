package org.quittance.cash;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.UNIDENTIFIED;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Derives from what is recorded which payments wait for somebody to say whose they are, and names those that the queue has lost. */
@Service
public class QueueCheck {

    private final DSLContext sql;

    QueueCheck(DSLContext sql) {
        this.sql = sql;
    }

    /** Payments that wait and are not in {@code cash.unidentified}; reads every payment that was ever received. */
    @Transactional(readOnly = true)
    public List<Long> lost() {
        return sql.select(RECEIVED_VIEW.PAYMENT_ID)
                .from(RECEIVED_VIEW)
                .where(RECEIVED_VIEW.UNIDENTIFIED_MINOR.gt(0L))
                .and(notExists(
                        selectOne().from(UNIDENTIFIED).where(UNIDENTIFIED.PAYMENT_ID.eq(RECEIVED_VIEW.PAYMENT_ID))))
                .orderBy(RECEIVED_VIEW.PAYMENT_ID)
                .fetch(RECEIVED_VIEW.PAYMENT_ID);
    }
}
