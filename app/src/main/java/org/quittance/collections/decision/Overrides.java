package org.quittance.collections.decision;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK;
import static org.quittance.db.collections.Tables.CONTACT_BLOCK_LIFT;
import static org.quittance.db.collections.Tables.SNOOZE;
import static org.quittance.db.collections.Tables.SNOOZE_TAKEN_BACK;
import static org.quittance.db.correspondence.Tables.UNREAD_ANSWER_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.db.collections.tables.Snooze;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where a person's judgement goes before the strategy's, always with a reason. */
@Service
public class Overrides {

    private static final int FARTHEST_DAYS = 90;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Redecision redecision;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Overrides(
            DSLContext sql,
            VisibleAccounts visible,
            Redecision redecision,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.redecision = redecision;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an override. */
    public enum Outcome {
        DONE("Done."),
        NOT_FOUND("There is no such account or customer among those that you work."),
        NEEDS_A_REASON("Say why: whoever looks next wants to know."),
        NOT_AHEAD("Enter a day after today."),
        TOO_FAR_AHEAD("Nothing is put off for more than 90 days; enter an earlier day."),
        ANSWER_UNREAD("They have written, and nobody has read it: read the answer first, then put the account off."),
        NOTHING_TO_LIFT("The customer may be contacted already.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Whether it was not taken back. */
    public static Condition stands(Snooze snooze) {
        return notExists(selectOne().from(SNOOZE_TAKEN_BACK).where(SNOOZE_TAKEN_BACK.SNOOZE_ID.eq(snooze.ID)));
    }

    /** Puts an account off: until the day it is on no worklist, and no notice is sent by itself. */
    @Transactional
    public Outcome snooze(long accountId, LocalDate until, String reason, Viewer viewer) {
        Optional<Long> customer = visible.customerOf(viewer, accountId);
        if (customer.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        Outcome outcome = check(until, reason);
        if (outcome == Outcome.DONE && hasWritten(customer.get())) {
            return Outcome.ANSWER_UNREAD;
        }
        if (outcome == Outcome.DONE) {
            write(customer.get(), new PutOff(accountId, until, reason, false), viewer.login());
            redecision.decide(Set.of(accountId));
        }
        return outcome;
    }

    /** What the customer has written goes before whoever puts the account off without knowing it. */
    private boolean hasWritten(long customer) {
        return sql.fetchExists(UNREAD_ANSWER_VIEW, UNREAD_ANSWER_VIEW.CUSTOMER_ID.eq(customer));
    }

    /** Whether an account may be put off like that. */
    public Outcome check(LocalDate until, String reason) {
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        if (!until.isAfter(clock.today())) {
            return Outcome.NOT_AHEAD;
        }
        return until.isAfter(clock.today().plusDays(FARTHEST_DAYS)) ? Outcome.TOO_FAR_AHEAD : Outcome.DONE;
    }

    /** Brings an account back before its day. */
    @Transactional
    public Outcome wake(long accountId, Viewer viewer) {
        Optional<Long> customer = visible.customerOf(viewer, accountId);
        if (customer.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        write(customer.get(), new PutOff(accountId, clock.today(), "Brought back", false), viewer.login());
        redecision.decide(Set.of(accountId));
        return Outcome.DONE;
    }

    /**
     * Orders that the customer is not contacted about any of its accounts: insolvency, a complaint, a lawyer who answers.
     *
     * @param until the last day of it; null while it is open-ended
     */
    @Transactional
    public Outcome blockContact(long customerId, @Nullable LocalDate until, String reason, Viewer viewer) {
        LocalDate today = clock.today();
        Set<Long> accounts = visible.ofCustomer(viewer, customerId);
        if (accounts.isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        if (until != null && !until.isAfter(today)) {
            return Outcome.NOT_AHEAD;
        }
        sql.insertInto(CONTACT_BLOCK)
                .set(CONTACT_BLOCK.CUSTOMER_ID, customerId)
                .set(CONTACT_BLOCK.SINCE, today)
                .set(CONTACT_BLOCK.UNTIL, until)
                .set(CONTACT_BLOCK.REASON, reason)
                .set(CONTACT_BLOCK.ACTOR, viewer.login())
                .execute();
        note(customerId, Set.of(), "Do not contact", reason, viewer.login());
        audit.record(viewer.login(), "contact.blocked", "customer", customerId, reason);
        redecision.decide(visible.allOfCustomer(customerId));
        return Outcome.DONE;
    }

    /** Lifts every order not to contact the customer that is in force. */
    @Transactional
    public Outcome liftBlock(long customerId, String reason, Viewer viewer) {
        if (visible.ofCustomer(viewer, customerId).isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        List<Long> blocks = sql.select(CONTACT_BLOCK.ID)
                .from(CONTACT_BLOCK)
                .where(CONTACT_BLOCK.CUSTOMER_ID.eq(customerId))
                .and(notExists(selectOne()
                        .from(CONTACT_BLOCK_LIFT)
                        .where(CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID.eq(CONTACT_BLOCK.ID))))
                .fetch(CONTACT_BLOCK.ID);
        if (blocks.isEmpty()) {
            return Outcome.NOTHING_TO_LIFT;
        }
        var lifts = sql.insertInto(
                CONTACT_BLOCK_LIFT,
                CONTACT_BLOCK_LIFT.CONTACT_BLOCK_ID,
                CONTACT_BLOCK_LIFT.REASON,
                CONTACT_BLOCK_LIFT.ACTOR);
        for (Long block : blocks) {
            lifts = lifts.values(block, reason, viewer.login());
        }
        lifts.onConflictDoNothing().execute();
        note(customerId, Set.of(), "May be contacted again", reason, viewer.login());
        audit.record(viewer.login(), "contact.unblocked", "customer", customerId, reason);
        redecision.decide(visible.allOfCustomer(customerId));
        return Outcome.DONE;
    }

    /** An account that was put off, with the row of the timeline that tells of it. */
    public record Snoozed(long id, long activityId) {}

    /** Writes down that a call or a visit has put an account off; whoever calls has checked it, and decides the account again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Snoozed writeSnooze(long customerId, long accountId, LocalDate until, String reason, String actor) {
        return write(customerId, new PutOff(accountId, until, reason, true), actor);
    }

    private record PutOff(long accountId, LocalDate until, String reason, boolean withDeed) {}

    private Snoozed write(long customerId, PutOff order, String actor) {
        long accountId = order.accountId();
        LocalDate until = order.until();
        String reason = order.reason();
        long id = sql.insertInto(
                        SNOOZE,
                        SNOOZE.ACCOUNT_ID,
                        SNOOZE.UNTIL,
                        SNOOZE.REASON,
                        SNOOZE.ACTOR,
                        SNOOZE.RECORDED_AT,
                        SNOOZE.WITH_DEED)
                .values(accountId, until, reason, actor, clock.now(), order.withDeed())
                .returningResult(SNOOZE.ID)
                .fetchSingle()
                .value1();
        long activity = note(
                customerId,
                Set.of(AccountId.of(accountId)),
                until.isAfter(clock.today()) ? "Put off until " + Sentences.day(until) : "No longer put off",
                reason,
                actor);
        audit.record(actor, "account.snoozed", "account", accountId, Sentences.said("until " + until, reason));
        return new Snoozed(id, activity);
    }

    /** Takes back that accounts were put off: what held before holds again. Whoever calls decides the accounts again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackSnoozes(Set<Long> snoozes, String actor) {
        var insert = sql.insertInto(SNOOZE_TAKEN_BACK, SNOOZE_TAKEN_BACK.SNOOZE_ID, SNOOZE_TAKEN_BACK.ACTOR);
        for (Long snooze : snoozes) {
            insert = insert.values(snooze, actor);
        }
        if (!snoozes.isEmpty()) {
            insert.execute();
        }
    }

    private long note(long customerId, Set<AccountId> accounts, String what, String reason, String actor) {
        return timeline.log(new Activity(
                CustomerId.of(customerId),
                accounts,
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                clock.today(),
                actor,
                null,
                what,
                reason,
                null));
    }
}
