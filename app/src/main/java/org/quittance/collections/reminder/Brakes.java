package org.quittance.collections.reminder;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.collections.Tables.BRAKE;
import static org.quittance.db.collections.Tables.BRAKED_CUSTOMER;
import static org.quittance.db.collections.Tables.BRAKE_END;
import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.collections.Tables.SENDING_RUN;
import static org.quittance.db.correspondence.Tables.UNREAD_ANSWER_VIEW;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.contact.ContactPolicies;
import org.quittance.collections.decision.Runs;
import org.quittance.core.contact.Brake;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a run of automatic messages that would reach far more customers than usual, until a person lets it go.
 *
 * <p>A brake keeps whom it has stopped. While it holds, nothing goes out by itself: a later run only adds the customers that it would have
 * written to, each once. Released, exactly those get what is then still due; dismissed, nobody does, and the next run is looked at
 * afresh.
 */
@Service
public class Brakes {

    static final String RELEASE_JOB = "send-braked";

    private static final long BRAKE_LOCK = 0x51_75_69_74_74_49L;

    private final DSLContext sql;
    private final Runs runs;
    private final ContactPolicies policies;
    private final SchedulerClient jobs;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Brakes(
            DSLContext sql,
            Runs runs,
            ContactPolicies policies,
            SchedulerClient jobs,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.policies = policies;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A run that was stopped.
     *
     * @param waiting how many customers wait, those included that later runs have added
     * @param end what a person has decided; null while it holds
     */
    public record Stopped(
            long id,
            LocalDate on,
            Brake.Stop why,
            int waiting,
            String actor,
            Instant at,
            @Nullable End end) {}

    /** How it ended, by whom and why. */
    public record End(Ending ending, String reason, String actor, Instant at) {}

    /** What a person decides about a run that was stopped. */
    public enum Ending {
        RELEASED("Released"),
        DISMISSED("Dismissed");

        private final String label;

        Ending(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What became of a decision about a run that was stopped. */
    public enum Outcome {
        DONE("Done."),
        NOT_YOURS("The credit manager decides about a run that was stopped."),
        NEEDS_A_REASON("Say why; whoever asks later reads it here."),
        NOT_HELD("No such run is stopped any more: somebody has decided about it.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Asked by a run before its first message; the answer is its brake, empty where it may go. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Long> ask(String actor) {
        sql.execute("select pg_advisory_xact_lock({0})", val(BRAKE_LOCK));
        Condition due = due();
        int customers = countCustomers(due);
        Optional<Long> holding = holding().map(Stopped::id);
        if (holding.isEmpty()) {
            LocalDate today = clock.today();
            Brake brake = policies.on(today).brake();
            holding =
                    brake.ask(customers, sentBefore(today, brake.sendingDays())).map(stop -> stop(stop, actor));
        }
        holding.ifPresent(brake -> add(brake, due));
        return holding;
    }

    /**
     * The accounts of the published run for which something is due by itself, which nobody has put off, and whose customer has written
     * nothing that is still to be read.
     */
    Condition due() {
        return runs.published()
                .<Condition>map(run -> DECISION.RUN_ID
                        .eq(run)
                        .and(DECISION.AUTOMATIC_ITEMS.gt(0))
                        .and(DECISION.SNOOZED_UNTIL.isNull().or(DECISION.SNOOZED_UNTIL.le(clock.today())))
                        .and(DECISION.CUSTOMER_ID.notIn(
                                select(UNREAD_ANSWER_VIEW.CUSTOMER_ID).from(UNREAD_ANSWER_VIEW))))
                .orElseGet(() -> DECISION.RUN_ID.isNull());
    }

    /** How many customers the night would write to, were it now and did it send. */
    @Transactional(readOnly = true)
    public int customersDue() {
        return countCustomers(due());
    }

    private int countCustomers(Condition due) {
        return sql.select(countDistinct(DECISION.CUSTOMER_ID))
                .from(DECISION)
                .where(due)
                .fetchSingle()
                .value1();
    }

    /** Customers written to on each day before, the latest first. */
    private List<Integer> sentBefore(LocalDate today, int sendingDays) {
        return sql.select(sum(SENDING_RUN.CUSTOMERS))
                .from(SENDING_RUN)
                .where(SENDING_RUN.BUSINESS_DATE.lt(today))
                .groupBy(SENDING_RUN.BUSINESS_DATE)
                .orderBy(SENDING_RUN.BUSINESS_DATE.desc())
                .limit(sendingDays)
                .fetch(row -> row.value1().intValueExact());
    }

    private long stop(Brake.Stop stop, String actor) {
        long id = sql.insertInto(BRAKE)
                .set(BRAKE.BUSINESS_DATE, clock.today())
                .set(BRAKE.CUSTOMERS, stop.customers())
                .set(BRAKE.USUAL, stop.usual())
                .set(BRAKE.MOST, stop.most())
                .set(BRAKE.ACTOR, actor)
                .set(BRAKE.AT, clock.now())
                .returning(BRAKE.ID)
                .fetchSingle()
                .getId();
        audit.record(actor, "sending.braked", "brake", id, stop.sentence());
        return id;
    }

    private void add(long brake, Condition due) {
        sql.insertInto(BRAKED_CUSTOMER, BRAKED_CUSTOMER.BRAKE_ID, BRAKED_CUSTOMER.CUSTOMER_ID)
                .select(selectDistinct(inline(brake), DECISION.CUSTOMER_ID)
                        .from(DECISION)
                        .where(due))
                .onConflictDoNothing()
                .execute();
    }

    /** What speaks against writing to so many customers today; empty where it is not unusual. */
    @Transactional(readOnly = true)
    public Optional<Brake.Stop> wouldStop(int customers) {
        LocalDate today = clock.today();
        Brake brake = policies.on(today).brake();
        return brake.ask(customers, sentBefore(today, brake.sendingDays()));
    }

    /** Notes what a run has sent, so that the next ones know what is usual. */
    @Transactional
    public void noteSent(int customers, String actor) {
        if (customers > 0) {
            sql.insertInto(SENDING_RUN)
                    .set(SENDING_RUN.BUSINESS_DATE, clock.today())
                    .set(SENDING_RUN.CUSTOMERS, customers)
                    .set(SENDING_RUN.ACTOR, actor)
                    .set(SENDING_RUN.AT, clock.now())
                    .execute();
        }
    }

    /** The brake that holds, if one does. */
    @Transactional(readOnly = true)
    public Optional<Stopped> holding() {
        return stopped(BRAKE_END.BRAKE_ID.isNull(), 1).stream().findFirst();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Stopped> latest(int most) {
        return stopped(BRAKE.ID.isNotNull(), most);
    }

    /** Lets exactly those go that were stopped: each gets what is due at that moment. */
    @Transactional
    public Outcome release(long brake, String reason, Viewer viewer) {
        Outcome outcome = end(brake, Ending.RELEASED, reason, viewer);
        if (outcome == Outcome.DONE) {
            jobs.scheduleIfNotExists(new TaskInstance<>(RELEASE_JOB, Long.toString(brake)), clock.now());
        }
        return outcome;
    }

    /** Sends nothing of it. */
    @Transactional
    public Outcome dismiss(long brake, String reason, Viewer viewer) {
        return end(brake, Ending.DISMISSED, reason, viewer);
    }

    private Outcome end(long brake, Ending ending, String reason, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            return Outcome.NOT_YOURS;
        }
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        // A run that is being asked about waits, so that it adds nobody to a brake that has ended.
        sql.execute("select pg_advisory_xact_lock({0})", val(BRAKE_LOCK));
        int ended = sql.insertInto(
                        BRAKE_END,
                        BRAKE_END.BRAKE_ID,
                        BRAKE_END.OUTCOME,
                        BRAKE_END.REASON,
                        BRAKE_END.ACTOR,
                        BRAKE_END.AT)
                .select(select(BRAKE.ID, val(ending.name()), val(reason.strip()), val(viewer.login()), val(clock.now()))
                        .from(BRAKE)
                        .where(BRAKE.ID.eq(brake))
                        .and(notExists(selectOne().from(BRAKE_END).where(BRAKE_END.BRAKE_ID.eq(brake)))))
                .execute();
        if (ended == 0) {
            return Outcome.NOT_HELD;
        }
        audit.record(
                viewer.login(),
                switch (ending) {
                    case RELEASED -> "sending.released";
                    case DISMISSED -> "sending.dismissed";
                },
                "brake",
                brake,
                reason.strip());
        return Outcome.DONE;
    }

    /** Who has released it; empty where nobody has. */
    Optional<String> releasedBy(long brake) {
        return sql.select(BRAKE_END.ACTOR)
                .from(BRAKE_END)
                .where(BRAKE_END.BRAKE_ID.eq(brake))
                .and(BRAKE_END.OUTCOME.eq(Ending.RELEASED.name()))
                .fetchOptional(BRAKE_END.ACTOR);
    }

    /** Those that wait behind the brake, some at a time, in the order of their numbers. */
    List<Long> customers(long brake, long after, int most) {
        return sql.select(BRAKED_CUSTOMER.CUSTOMER_ID)
                .from(BRAKED_CUSTOMER)
                .where(BRAKED_CUSTOMER.BRAKE_ID.eq(brake))
                .and(BRAKED_CUSTOMER.CUSTOMER_ID.gt(after))
                .orderBy(BRAKED_CUSTOMER.CUSTOMER_ID)
                .limit(most)
                .fetch(BRAKED_CUSTOMER.CUSTOMER_ID);
    }

    private List<Stopped> stopped(Condition which, int most) {
        Field<Integer> waiting = select(count())
                .from(BRAKED_CUSTOMER)
                .where(BRAKED_CUSTOMER.BRAKE_ID.eq(BRAKE.ID))
                .asField("waiting");
        return sql.select(BRAKE.fields())
                .select(BRAKE_END.OUTCOME, BRAKE_END.REASON, BRAKE_END.ACTOR, BRAKE_END.AT)
                .select(waiting)
                .from(BRAKE)
                .leftJoin(BRAKE_END)
                .on(BRAKE_END.BRAKE_ID.eq(BRAKE.ID))
                .where(which)
                .orderBy(BRAKE.ID.desc())
                .limit(most)
                .fetch(row -> stopped(row, row.get(waiting)));
    }

    private static Stopped stopped(Record row, int waiting) {
        String outcome = row.get(BRAKE_END.OUTCOME);
        return new Stopped(
                row.get(BRAKE.ID),
                row.get(BRAKE.BUSINESS_DATE),
                new Brake.Stop(row.get(BRAKE.CUSTOMERS), row.get(BRAKE.USUAL), row.get(BRAKE.MOST)),
                waiting,
                row.get(BRAKE.ACTOR),
                row.get(BRAKE.AT),
                outcome == null
                        ? null
                        : new End(
                                Ending.valueOf(outcome),
                                row.get(BRAKE_END.REASON),
                                row.get(BRAKE_END.ACTOR),
                                row.get(BRAKE_END.AT)));
    }
}
