package org.quittance.collections.decision;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.SNOOZE;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.call.TakingBack;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.db.collections.tables.Snooze;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back that an account was put off by a slip of the finger: what held before holds again. It can be done for as long as a call can be taken
 * back, by who has put it off. An account that a call has put off comes back with the call.
 */
@Service
public class SnoozeTakeBacks {

    private static final Snooze LATER = SNOOZE.as("later");

    private final DSLContext sql;
    private final Overrides overrides;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SnoozeTakeBacks(
            DSLContext sql,
            Overrides overrides,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.overrides = overrides;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** An account that was put off a moment ago. */
    public record Recent(
            long snoozeId, long accountId, long customerId, String customerName, LocalDate until, Instant at) {}

    /** What the viewer has put off last and may still take back. */
    @Transactional(readOnly = true)
    public Optional<Recent> last(Viewer viewer) {
        return recent(DSL.noCondition(), viewer);
    }

    private Optional<Recent> recent(Condition which, Viewer viewer) {
        return sql.select(
                        SNOOZE.ID,
                        SNOOZE.ACCOUNT_ID,
                        ACCOUNT_VIEW.CUSTOMER_ID,
                        ACCOUNT_VIEW.CUSTOMER_NAME,
                        SNOOZE.UNTIL,
                        SNOOZE.RECORDED_AT)
                .from(SNOOZE)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(SNOOZE.ACCOUNT_ID))
                .where(SNOOZE.ACTOR.eq(viewer.login()))
                .and(SNOOZE.UNTIL.gt(clock.today()))
                .and(SNOOZE.RECORDED_AT.ge(clock.now().minus(TakingBack.WITHIN)))
                .and(Overrides.stands(SNOOZE))
                .and(SNOOZE.WITH_DEED.isFalse())
                // What was corrected or brought back since is not what holds.
                .and(notExists(selectOne()
                        .from(LATER)
                        .where(LATER.ACCOUNT_ID.eq(SNOOZE.ACCOUNT_ID))
                        .and(LATER.ID.gt(SNOOZE.ID))
                        .and(Overrides.stands(LATER))))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .and(which)
                .orderBy(SNOOZE.RECORDED_AT.desc(), SNOOZE.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Recent(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /**
     * What was taken back.
     *
     * @param until what holds again in its place; null where the account is put off no more
     */
    public record TakenBack(Recent snoozed, @Nullable LocalDate until) {}

    /** Takes it back; empty where it is too late for that, was done already, or is somebody else's. */
    @Transactional
    public Optional<TakenBack> takeBack(long snoozeId, Viewer viewer) {
        Optional<Recent> seen = recent(SNOOZE.ID.eq(snoozeId), viewer);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> account = Set.of(seen.get().accountId());
        redecision.hold(account);
        // Somebody may have been faster.
        Optional<Recent> snoozed = recent(SNOOZE.ID.eq(snoozeId), viewer);
        return snoozed.map(back -> {
            overrides.takeBackSnoozes(Set.of(back.snoozeId()), viewer.login());
            @Nullable LocalDate before = putOffUntil(back.accountId());
            note(back, before, viewer);
            redecision.decide(account);
            return new TakenBack(back, before);
        });
    }

    private void note(Recent back, @Nullable LocalDate before, Viewer viewer) {
        timeline.log(new Activity(
                CustomerId.of(back.customerId()),
                Set.of(AccountId.of(back.accountId())),
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                null,
                before == null ? "No longer put off" : "Put off until " + Sentences.day(before),
                "Taken back: put off until " + Sentences.day(back.until()),
                null));
        audit.record(viewer.login(), "account.snooze-taken-back", "account", back.accountId(), "until " + back.until());
    }

    /** The latest order holds, and one that is over puts off no more. */
    private @Nullable LocalDate putOffUntil(long account) {
        return sql.select(SNOOZE.UNTIL)
                .from(SNOOZE)
                .where(SNOOZE.ACCOUNT_ID.eq(account))
                .and(Overrides.stands(SNOOZE))
                .orderBy(SNOOZE.ID.desc())
                .limit(1)
                .fetchOptional(SNOOZE.UNTIL)
                .filter(until -> until.isAfter(clock.today()))
                .orElse(null);
    }
}
