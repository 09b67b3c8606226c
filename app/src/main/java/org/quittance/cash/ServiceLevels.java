package org.quittance.cash;

import static org.quittance.db.cash.Tables.SERVICE_LEVEL;

import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Within how many days unallocated cash is to be cleared. */
@Service
public class ServiceLevels {

    private static final String UNIDENTIFIED = "UNIDENTIFIED";
    private static final String ON_ACCOUNT = "ON_ACCOUNT";

    private final DSLContext sql;
    private final AuditTrail audit;

    ServiceLevels(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Days from the booking of a payment: missed by the day after. */
    public record Days(int unidentified, int onAccount) {

        public Days {
            if (unidentified < 1 || onAccount < 1 || unidentified > 365 || onAccount > 365) {
                throw new IllegalArgumentException("A service level is 1 to 365 days");
            }
        }

        public int of(QueueReason reason) {
            return switch (reason) {
                case ON_ACCOUNT -> onAccount;
                case PROPOSAL, PAYER_UNKNOWN, TAKEN_BACK, NOT_DECIDED -> unidentified;
            };
        }

        public boolean isMissed(QueueReason reason, long ageDays) {
            return ageDays > of(reason);
        }
    }

    @Transactional(readOnly = true)
    public Days days() {
        var days = sql.selectFrom(SERVICE_LEVEL).fetchMap(SERVICE_LEVEL.REASON, SERVICE_LEVEL.DAYS);
        return new Days(days.getOrDefault(UNIDENTIFIED, 1), days.getOrDefault(ON_ACCOUNT, 1));
    }

    @Transactional
    public void set(Days days, Viewer viewer) {
        sql.update(SERVICE_LEVEL)
                .set(SERVICE_LEVEL.DAYS, days.unidentified())
                .where(SERVICE_LEVEL.REASON.eq(UNIDENTIFIED))
                .execute();
        sql.update(SERVICE_LEVEL)
                .set(SERVICE_LEVEL.DAYS, days.onAccount())
                .where(SERVICE_LEVEL.REASON.eq(ON_ACCOUNT))
                .execute();
        audit.record(viewer.login(), "service-level.set", "policy", "cash", days.toString());
    }
}
