package org.quittance.collections.call;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.CALL_TAKEN_BACK;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.gate.Dialling;
import org.quittance.collections.gate.Diallings;
import org.quittance.core.call.RefusedDial;
import org.quittance.core.call.RefusedDial.Caller;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ties a call that is noted to what was dialled for it, and asks how there was one where the contact gate had refused. */
@Component
class CallClearance {

    private final DSLContext sql;
    private final Diallings diallings;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CallClearance(DSLContext sql, Diallings diallings, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.diallings = diallings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the call can be noted. */
    sealed interface Answer {

        /**
         * It can.
         *
         * @param dialling what was dialled for it, or refused before it; null where neither was
         * @param otherwise how they were called although it was refused; empty where it was not
         */
        record Cleared(@Nullable Long dialling, String otherwise) implements Answer {}

        /** Not before it is said how there was a call. */
        record Open(String question) implements Answer {}
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Answer of(CallReport report, Viewer viewer) {
        Optional<Dialling> last = diallings.last(report.customerId(), report.contactId(), viewer);
        RefusedDial refused = last.flatMap(Dialling::refused)
                .filter(dial -> dial.standsAt(clock.now()))
                .orElse(null);
        if (refused == null) {
            return new Answer.Cleared(dialledFor(report, last), "");
        }
        if (refused.leavesOpen(report.told())) {
            return new Answer.Open(refused.question());
        }
        if (report.told().caller() == Caller.THEY) {
            return new Answer.Cleared(null, "");
        }
        audit.record(viewer.login(), "call.although.refused", "customer", report.customerId(), report.otherwise());
        return new Answer.Cleared(last.orElseThrow().id(), report.otherwise());
    }

    /** A number that was given out is one call's; the next call is dialled anew, or from elsewhere. */
    private @Nullable Long dialledFor(CallReport report, Optional<Dialling> last) {
        return last.filter(Dialling::mayBeDialled)
                .filter(_ -> report.told().caller() == Caller.WE)
                .map(Dialling::id)
                .filter(id -> !sql.fetchExists(selectOne()
                        .from(CALL_NOTED)
                        .where(CALL_NOTED.DIALLING_ID.eq(id))
                        .and(notExists(selectOne()
                                .from(CALL_TAKEN_BACK)
                                .where(CALL_TAKEN_BACK.ACTIVITY_ID.eq(CALL_NOTED.ACTIVITY_ID))))))
                .orElse(null);
    }
}
