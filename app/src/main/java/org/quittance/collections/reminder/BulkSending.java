package org.quittance.collections.reminder;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.Brake;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.RecallOutcome;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.Jobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends many customers at once what is proposed for them, on the word of one person.
 *
 * <p>Nothing is queued for {@link #CALL_BACK_TIME}; then {@link #AT_ONCE} customers are written to, and the next after {@link #PAUSE}, so that a mail
 * server is not flooded and the rest can be called back. Each customer is decided again when its turn comes, in a transaction of its own that also notes
 * what became of it: a program that is killed goes on with the next. The gates are asked about each message when it leaves, as always. One that is unusually
 * large waits until the credit manager lets it go.
 */
@Service
public class BulkSending {

    /** How long the whole can be called back before anything is queued. */
    public static final Duration CALL_BACK_TIME = Duration.ofSeconds(60);

    /** So many customers at most. */
    public static final int MOST_CUSTOMERS = 500;

    static final String JOB = "bulk-sending";
    static final int LOCKS = 0x51_75_42_4B;
    static final int AT_ONCE = 20;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final BulkStore bulks;
    private final Reminders reminders;
    private final Brakes brakes;
    private final Outbox outbox;
    private final People people;
    private final SchedulerClient jobs;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    BulkSending(
            BulkStore bulks,
            Reminders reminders,
            Brakes brakes,
            Outbox outbox,
            People people,
            SchedulerClient jobs,
            AuditTrail audit,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.bulks = bulks;
        this.reminders = reminders;
        this.brakes = brakes;
        this.outbox = outbox;
        this.people = people;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What somebody wants sent.
     *
     * @param chosen from which part of the worklist, in words
     */
    public record Wish(Set<Long> customers, String chosen, String actor) {

        public Wish {
            customers = Collections.unmodifiableSet(new LinkedHashSet<>(customers));
            if (customers.isEmpty() || customers.size() > MOST_CUSTOMERS || chosen.isBlank()) {
                throw new IllegalArgumentException("%d customers are sent nothing in bulk".formatted(customers.size()));
            }
        }
    }

    /** What became of a word about a sending in bulk. */
    public enum Outcome {
        DONE("Done."),
        NO_SUCH_BULK("There is no such sending."),
        NOT_YOURS("Whoever has begun it, a team lead or the credit manager calls it back."),
        NOT_THE_MANAGER("The credit manager lets an unusually large sending go."),
        NEEDS_A_REASON("Say why it may go; whoever asks later reads it here."),
        OVER("It is over already."),
        NOT_STOPPED("It does not wait for anybody.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Begins one; the answer is its number. */
    @Transactional
    public long begin(Wish wish) {
        Instant startsAt = clock.now().plus(CALL_BACK_TIME);
        String stopped = brakes.wouldStop(wish.customers().size())
                .map(Brake.Stop::sentence)
                .orElse("");
        long id = bulks.insert(wish, stopped, clock.now(), startsAt);
        if (stopped.isEmpty()) {
            jobs.scheduleIfNotExists(new TaskInstance<>(JOB, Long.toString(id)), startsAt);
        }
        audit.record(
                wish.actor(),
                "bulk-sending.begun",
                "bulk-sending",
                id,
                "%d customers: %s".formatted(wish.customers().size(), wish.chosen()));
        return id;
    }

    /** Lets an unusually large one go. */
    @Transactional
    public Outcome release(long id, String reason, Viewer viewer) {
        Optional<BulkView> bulk = bulks.lock(id);
        if (bulk.isEmpty()) {
            return Outcome.NO_SUCH_BULK;
        }
        if (!viewer.is(Role.MANAGER)) {
            return Outcome.NOT_THE_MANAGER;
        }
        if (reason.isBlank()) {
            return Outcome.NEEDS_A_REASON;
        }
        if (!bulk.get().waitsForRelease()) {
            return Outcome.NOT_STOPPED;
        }
        bulks.noteRelease(id, reason.strip(), viewer.login(), clock.now());
        jobs.scheduleIfNotExists(
                new TaskInstance<>(JOB, Long.toString(id)),
                later(clock.now(), bulk.get().startsAt()));
        audit.record(viewer.login(), "bulk-sending.released", "bulk-sending", id, reason.strip());
        return Outcome.DONE;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Ends it, and calls back what of it is still in the outbox. */
    @Transactional
    public Outcome callBack(long id, Viewer viewer) {
        Optional<BulkView> bulk = bulks.lock(id);
        if (bulk.isEmpty()) {
            return Outcome.NO_SUCH_BULK;
        }
        if (!bulk.get().actor().equals(viewer.login()) && !viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            return Outcome.NOT_YOURS;
        }
        int recalled = 0;
        for (MessageId message : bulks.messages(id)) {
            if (outbox.recall(message, viewer.login()) instanceof RecallOutcome.Recalled) {
                recalled++;
            }
        }
        if (bulk.get().end() != null && recalled == 0) {
            return Outcome.OVER;
        }
        if (bulk.get().end() == null) {
            bulks.noteEnd(id, BulkView.Outcome.CALLED_BACK, viewer.login(), clock.now());
        }
        audit.record(
                viewer.login(),
                "bulk-sending.called-back",
                "bulk-sending",
                id,
                "%d messages were still in the outbox".formatted(recalled));
        return Outcome.DONE;
    }

    /** Tells the job that the next customers are not due yet. */
    private static final class GoesOn extends Jobs.NotYet {
        private GoesOn(long id, Instant at) {
            super(at, "Bulk sending " + id + " goes on at " + at);
        }
    }

    /** The work of the job: some customers, then a pause. */
    void goOn(long id) {
        Optional<Instant> startsAt = find(id).map(BulkView::startsAt).filter(clock.now()::isBefore);
        if (startsAt.isPresent()) {
            throw new GoesOn(id, startsAt.get());
        }
        for (int i = 0; i < AT_ONCE; i++) {
            if (!Boolean.TRUE.equals(transaction.execute(_ -> writeToNext(id)))) {
                return;
            }
        }
        throw new GoesOn(id, clock.now().plus(PAUSE));
    }

    /** Returns whether there may be another. */
    private boolean writeToNext(long id) {
        Optional<BulkView> bulk = bulks.lock(id).filter(BulkView::isMoving);
        if (bulk.isEmpty()) {
            return false;
        }
        String actor = bulk.get().actor();
        Optional<Long> customer = bulks.next(id);
        if (customer.isEmpty()) {
            bulks.noteEnd(id, BulkView.Outcome.DONE, actor, clock.now());
            brakes.noteSent(bulk.get().counts().queued(), actor);
            return false;
        }
        // Whoever has left, or lost an account, since then sends nothing about it.
        people.credentials(actor)
                .map(person -> reminders.queue(customer.get(), person.viewer()))
                .ifPresentOrElse(
                        outcome -> note(id, customer.get(), outcome),
                        () -> bulks.noteLeftOut(id, customer.get(), actor + " is not here any more.", clock.now()));
        return true;
    }

    private void note(long id, long customer, ReminderOutcome outcome) {
        switch (outcome) {
            case ReminderOutcome.Queued queued -> bulks.noteQueued(id, customer, queued.message(), clock.now());
            case ReminderOutcome.NotQueued(var why) -> bulks.noteLeftOut(id, customer, why.sentence(), clock.now());
        }
    }

    @Transactional(readOnly = true)
    public Optional<BulkView> find(long id) {
        return bulks.find(id);
    }

    /** Those that the viewer has begun, of leads and managers all, the newest first. */
    @Transactional(readOnly = true)
    public List<BulkView> newest(Viewer viewer, int most) {
        return bulks.newest(viewer.isAny(Role.TEAM_LEAD, Role.MANAGER) ? null : viewer.login(), most);
    }

    /** Those that are unusually large and wait for the credit manager, the newest first. */
    @Transactional(readOnly = true)
    public List<BulkView> waitingForRelease() {
        return bulks.waitingForRelease();
    }

    /** Those whose turn has not come, by name. */
    @Transactional(readOnly = true)
    public Set<Long> customers(long id) {
        return bulks.customers(id);
    }

    @Transactional(readOnly = true)
    public List<BulkView.LeftOut> leftOut(long id) {
        return bulks.leftOut(id);
    }
}
