package org.quittance.disputes;

import static org.quittance.db.disputes.Tables.ROUTE;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.dispute.DisputeRoute;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps where disputes of each reason go: rows that are only added to, of which the latest holds. */
@Service
public class DisputeRoutes {

    private static final int CHANGES_SHOWN = 50;

    private final DSLContext sql;
    private final AuditTrail audit;

    DisputeRoutes(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A route that somebody has set. */
    public record Change(DisputeRoute route, String actor, Instant at) {}

    /** One for each reason, in their order; the standard's for reasons of which nobody has said anything. */
    @Transactional(readOnly = true)
    public Map<DisputeReason, DisputeRoute> routes() {
        Map<DisputeReason, DisputeRoute> routes = new EnumMap<>(DisputeReason.class);
        for (DisputeReason reason : DisputeReason.values()) {
            routes.put(reason, DisputeRoute.standard(reason));
        }
        sql.selectDistinct(ROUTE.REASON, ROUTE.OWNER_LOGIN, ROUTE.WORKING_DAYS, ROUTE.OPENS_ITSELF)
                .on(ROUTE.REASON)
                .from(ROUTE)
                .orderBy(ROUTE.REASON, ROUTE.ID.desc())
                .forEach(row -> routes.put(
                        row.value1(), new DisputeRoute(row.value1(), row.value2(), row.value3(), row.value4())));
        return routes;
    }

    DisputeRoute of(DisputeReason reason) {
        return Objects.requireNonNull(routes().get(reason));
    }

    /** What was changed by whom, the newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return sql.selectFrom(ROUTE)
                .orderBy(ROUTE.ID.desc())
                .limit(CHANGES_SHOWN)
                .fetch(row -> new Change(
                        new DisputeRoute(
                                row.getReason(), row.getOwnerLogin(), row.getWorkingDays(), row.getOpensItself()),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    /** Sets the routes that differ from those that hold; a dispute that is open keeps its owner and its day. Returns how many were changed. */
    @Transactional
    public int set(Collection<DisputeRoute> wanted, Viewer viewer) {
        Map<DisputeReason, DisputeRoute> before = routes();
        List<DisputeRoute> changed = wanted.stream()
                .filter(route -> !route.equals(before.get(route.reason())))
                .toList();
        for (DisputeRoute route : changed) {
            sql.insertInto(ROUTE)
                    .set(ROUTE.REASON, route.reason())
                    .set(ROUTE.OWNER_LOGIN, route.owner())
                    .set(ROUTE.WORKING_DAYS, route.workingDays())
                    .set(ROUTE.OPENS_ITSELF, route.opensItself())
                    .set(ROUTE.ACTOR, viewer.login())
                    .execute();
        }
        if (!changed.isEmpty()) {
            audit.record(viewer.login(), "dispute-routes.set", "policy", "disputes", changed.toString());
        }
        return changed.size();
    }
}
