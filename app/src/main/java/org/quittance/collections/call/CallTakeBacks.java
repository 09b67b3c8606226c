package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.CALL_NOTED;
import static org.quittance.db.collections.Tables.CALL_REVIEW;
import static org.quittance.db.collections.Tables.CALL_TAKEN_BACK;
import static org.quittance.db.correspondence.Tables.ACTIVITY_VIEW;
import static org.quittance.db.ledger.Tables.CUSTOMER_VIEW;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.PromiseView;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.core.call.TakingBack;
import org.quittance.core.call.TakingBack.Since;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.dispute.Dispute;
import org.quittance.correspondence.Timeline;
import org.quittance.db.collections.tables.records.CallNotedRecord;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.disputes.Disputes;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a call back that was noted by mistake, with the contact, the promises, the disputes and the order to put off that it wrote, and
 * decides its accounts again at once.
 *
 * <p>Nothing is deleted: what is taken back is named as that, with who and when, and no longer counts. What was dialled stays dialled, and
 * what was sent in the meantime stays sent.
 */
@Service
public class CallTakeBacks {

    private static final String REASON = "Taken back with the call that noted it";

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Promises promises;
    private final Disputes disputes;
    private final DisputeList disputeList;
    private final Overrides overrides;
    private final HandSteps steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CallTakeBacks(
            DSLContext sql,
            VisibleAccounts visible,
            Promises promises,
            Disputes disputes,
            DisputeList disputeList,
            Overrides overrides,
            HandSteps steps,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.promises = promises;
        this.disputes = disputes;
        this.disputeList = disputeList;
        this.overrides = overrides;
        this.steps = steps;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A call that was noted a moment ago.
     *
     * @param outcome how it ended, in a word or two
     */
    public record Recent(long activityId, long customerId, String customerName, String outcome, Instant at) {}

    /** What became of the wish to take a call back. */
    public sealed interface Outcome {

        record Done(Recent call) implements Outcome {}

        /** All of it stands. */
        record Refused(String sentence) implements Outcome {}
    }

    /** The last call that the viewer has noted and may still take back. */
    @Transactional(readOnly = true)
    public Optional<Recent> last(Viewer viewer) {
        return recent(DSL.noCondition(), viewer).stream().findFirst();
    }

    /** Those about the customer that the viewer may still take back, by the rows of the timeline, the last first. */
    @Transactional(readOnly = true)
    public List<Long> ofCustomer(long customer, Viewer viewer) {
        return recent(CALL_NOTED.CUSTOMER_ID.eq(customer), viewer).stream()
                .map(Recent::activityId)
                .toList();
    }

    private List<Recent> recent(Condition which, Viewer viewer) {
        return sql.select(
                        CALL_NOTED.ACTIVITY_ID,
                        CALL_NOTED.CUSTOMER_ID,
                        CUSTOMER_VIEW.NAME,
                        ACTIVITY_VIEW.OUTCOME,
                        CALL_NOTED.NOTED_AT)
                .from(CALL_NOTED)
                // What was taken back is not in the view.
                .join(ACTIVITY_VIEW)
                .on(ACTIVITY_VIEW.ACTIVITY_ID.eq(CALL_NOTED.ACTIVITY_ID))
                .join(CUSTOMER_VIEW)
                .on(CUSTOMER_VIEW.CUSTOMER_ID.eq(CALL_NOTED.CUSTOMER_ID))
                .where(CALL_NOTED.ACTOR.eq(viewer.login()))
                .and(CALL_NOTED.NOTED_AT.ge(clock.now().minus(TakingBack.WITHIN)))
                .and(which)
                .orderBy(CALL_NOTED.NOTED_AT.desc(), CALL_NOTED.ACTIVITY_ID.desc())
                .fetch(row -> new Recent(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Takes a call back with all that it wrote, or nothing of it. */
    @Transactional
    public Outcome takeBack(long activityId, Viewer viewer) {
        CallNotedRecord noted = sql.fetchOne(CALL_NOTED, CALL_NOTED.ACTIVITY_ID.eq(activityId));
        if (noted == null) {
            return new Outcome.Refused("There is no such call that could be taken back.");
        }
        Set<Long> accounts = Set.of(noted.getAccountIds());
        if (!visible.ofCustomer(viewer, noted.getCustomerId()).containsAll(accounts)) {
            return new Outcome.Refused(Overrides.Outcome.NOT_FOUND.sentence());
        }
        redecision.hold(accounts);
        Optional<TakingBack.Refusal> refusal = new TakingBack(
                        noted.getActor(), noted.getNotedAt(), since(noted, viewer))
                .refusal(viewer.login(), clock.now());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get().sentence());
        }
        Recent call = recent(CALL_NOTED.ACTIVITY_ID.eq(activityId), viewer).getFirst();
        write(noted, viewer);
        redecision.decide(accounts);
        return new Outcome.Done(call);
    }

    private Set<Since> since(CallNotedRecord noted, Viewer viewer) {
        Set<Since> since = EnumSet.noneOf(Since.class);
        if (sql.fetchExists(CALL_TAKEN_BACK, CALL_TAKEN_BACK.ACTIVITY_ID.eq(noted.getActivityId()))) {
            since.add(Since.TAKEN_BACK);
        }
        if (sql.fetchExists(CALL_REVIEW, CALL_REVIEW.ACTIVITY_ID.eq(noted.getActivityId()))) {
            since.add(Since.CHECKED);
        }
        Set<Long> promised = Set.of(noted.getPromiseIds());
        if (!promised.isEmpty()
                && promises.ofCustomer(viewer, noted.getCustomerId()).stream()
                        .map(PromiseView::check)
                        .filter(check -> promised.contains(check.promise().id().value()))
                        .anyMatch(check -> check.inTime().isPositive())) {
            since.add(Since.PROMISE_PAID);
        }
        if (disputed(noted, viewer).stream()
                .anyMatch(line -> line.state() != Dispute.State.OPEN && line.state() != Dispute.State.WITHDRAWN)) {
            since.add(Since.DISPUTE_ANSWERED);
        }
        return since;
    }

    private List<DisputeLine> disputed(CallNotedRecord noted, Viewer viewer) {
        Set<Long> ids = Set.of(noted.getDisputeIds());
        return ids.isEmpty()
                ? List.of()
                : disputeList.ofCustomer(viewer, noted.getCustomerId()).stream()
                        .filter(line -> ids.contains(line.id()))
                        .toList();
    }

    private void write(CallNotedRecord noted, Viewer viewer) {
        sql.insertInto(CALL_TAKEN_BACK)
                .set(CALL_TAKEN_BACK.ACTIVITY_ID, noted.getActivityId())
                .set(CALL_TAKEN_BACK.ACTOR, viewer.login())
                .set(CALL_TAKEN_BACK.TAKEN_BACK_AT, clock.now())
                .execute();
        @Nullable Long deed = noted.getDeedId();
        if (deed != null) {
            steps.takeBack(deed, viewer.login());
        }
        overrides.takeBackSnoozes(Set.of(noted.getSnoozeIds()), viewer.login());
        // A promise that was withdrawn in the meantime stays withdrawn.
        Arrays.stream(noted.getPromiseIds()).forEach(id -> promises.withdraw(PromiseId.of(id), REASON, viewer));
        disputed(noted, viewer).stream()
                .filter(DisputeLine::isOpen)
                .forEach(line -> disputes.withdraw(line.id(), REASON, viewer));
        timeline.takeBack(Arrays.stream(noted.getActivityIds()).collect(Collectors.toSet()), viewer.login());
        audit.record(
                viewer.login(),
                "call.taken-back",
                "activity",
                noted.getActivityId(),
                "customer " + noted.getCustomerId());
    }
}
