package org.quittance.collections;

import static org.quittance.db.platform.Tables.SETTING;

import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether notices go out by themselves after the nightly run, or wait for a person to send them. */
@Service
public class AutomaticSending {

    private static final String NAME = "collections.automatic-sending";

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
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(NAME))
                .fetchOptional(SETTING.VALUE)
                .map(Mode::valueOf)
                .orElse(Mode.PROPOSE);
    }

    @Transactional
    public void switchTo(Mode mode, String actor) {
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(NAME, mode.name())
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, mode.name())
                .execute();
        audit.record(actor, "automatic-sending.switched", "setting", NAME, mode.label());
    }
}
