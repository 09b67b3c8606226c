package org.quittance.collections.escalation;

import static org.quittance.db.collections.Tables.ESCALATION_LEVEL;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.core.collections.EscalationPath;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps within how many working days each path of escalation is to be answered: rows that are only added to, of which the latest holds. */
@Service
public class EscalationServiceLevels {

    private static final int CHANGES_SHOWN = 50;

    private final DSLContext sql;
    private final AuditTrail audit;

    EscalationServiceLevels(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A level that somebody has set. */
    public record Change(EscalationPath path, int workingDays, String actor, Instant at) {}

    /** Those in force; the standard's for paths of which nobody has said anything. */
    @Transactional(readOnly = true)
    public EscalationLevels levels() {
        return new EscalationLevels(sql.select(ESCALATION_LEVEL.PATH, ESCALATION_LEVEL.WORKING_DAYS)
                .distinctOn(ESCALATION_LEVEL.PATH)
                .from(ESCALATION_LEVEL)
                .orderBy(ESCALATION_LEVEL.PATH, ESCALATION_LEVEL.ID.desc())
                .fetchMap(ESCALATION_LEVEL.PATH, ESCALATION_LEVEL.WORKING_DAYS));
    }

    /** What was changed by whom, the newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return sql.selectFrom(ESCALATION_LEVEL)
                .orderBy(ESCALATION_LEVEL.ID.desc())
                .limit(CHANGES_SHOWN)
                .fetch(row -> new Change(row.getPath(), row.getWorkingDays(), row.getActor(), row.getRecordedAt()));
    }

    /** Sets the levels that differ from those in force; an escalation that is open keeps the day it has. Returns how many were changed. */
    @Transactional
    public int set(EscalationLevels wanted, Viewer viewer) {
        EscalationLevels before = levels();
        Map<EscalationPath, Integer> changed = new EnumMap<>(wanted.workingDays());
        changed.entrySet().removeIf(entry -> before.of(entry.getKey()) == entry.getValue());
        if (changed.isEmpty()) {
            return 0;
        }
        var rows = sql.insertInto(
                ESCALATION_LEVEL, ESCALATION_LEVEL.PATH, ESCALATION_LEVEL.WORKING_DAYS, ESCALATION_LEVEL.ACTOR);
        for (Map.Entry<EscalationPath, Integer> each : changed.entrySet()) {
            rows = rows.values(each.getKey(), each.getValue(), viewer.login());
        }
        rows.execute();
        audit.record(viewer.login(), "service-level.set", "policy", "escalations", changed.toString());
        return changed.size();
    }
}
