package org.quittance.collections;

import static org.quittance.db.collections.Tables.AUTOMATIC_SENDING;

import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether notices go out by themselves after the nightly run, or wait for a person to send them. */
@Service
public class AutomaticSending {

    private final DSLContext sql;
    private final AuditTrail audit;

    AutomaticSending(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** What becomes of a notice that is due. */
    public enum Mode {
        /** It stands on the worklist until a person sends it. Every installation starts so. */
        PROPOSE("Propose"),
        /** The night sends it. */
        ON("Send every night");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Transactional(readOnly = true)
    public Mode mode() {
        return sql.select(AUTOMATIC_SENDING.MODE)
                .from(AUTOMATIC_SENDING)
                .orderBy(AUTOMATIC_SENDING.ID.desc())
                .limit(1)
                .fetchOptional(AUTOMATIC_SENDING.MODE)
                .map(Mode::valueOf)
                .orElse(Mode.PROPOSE);
    }

    @Transactional
    public void switchTo(Mode mode, String actor) {
        sql.insertInto(AUTOMATIC_SENDING, AUTOMATIC_SENDING.MODE, AUTOMATIC_SENDING.ACTOR)
                .values(mode.name(), actor)
                .execute();
        audit.record(actor, "automatic-sending.switched", "setting", "automatic-sending", mode.label());
    }
}
