package org.quittance.correspondence;

import static org.jooq.impl.DSL.noCondition;
import static org.quittance.db.correspondence.Tables.INTERNAL_MAIL;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.platform.BusinessClock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails to people in the company wait before they leave, and are found afterwards: the same steps as in the {@link Outbox}, at most once
 * included, and none of what protects customers.
 */
@Service
public class InternalOutbox {

    static final String JOB = "correspondence.deliver-internal";

    private static final int ATTEMPTS = 8;

    private final InternalMailStore mails;
    private final SchedulerClient jobs;
    private final AuditTrail audit;
    private final BusinessClock clock;

    InternalOutbox(InternalMailStore mails, SchedulerClient jobs, AuditTrail audit, BusinessClock clock) {
        this.mails = mails;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a mail in, in the transaction that wants it sent; it leaves after {@link Outbox#CALL_BACK_TIME}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long queue(InternalMail mail) {
        Instant now = clock.now();
        Instant sendAfter = now.plus(Outbox.CALL_BACK_TIME);
        String headerId = "<" + UUID.randomUUID() + "@" + mail.from().domain() + ">";
        long id = mails.insert(mail, headerId, now, sendAfter, ATTEMPTS);
        add(id, sendAfter);
        audit.record(mail.actor(), "internal-mail.queued", "internal-mail", id, mail.subject() + ", to " + mail.to());
        return id;
    }

    /** Sends a failed mail after all, once a person has checked that it did not arrive. */
    @Transactional
    public RequeueOutcome requeue(long id, String actor) {
        InternalMessage mail = mails.lock(id);
        if (mail.state() != MessageState.FAILED) {
            return new RequeueOutcome.NotFailed(mail.state());
        }
        Instant sendAfter = clock.now().plus(Outbox.CALL_BACK_TIME);
        mails.requeue(mail, sendAfter, mail.progress().attempts() + ATTEMPTS);
        add(id, sendAfter);
        audit.record(
                actor,
                "internal-mail.requeued",
                "internal-mail",
                id,
                mail.progress().reason());
        return new RequeueOutcome.Requeued(sendAfter);
    }

    @Transactional(readOnly = true)
    public Optional<InternalMessage> mail(long id) {
        return mails.find(id);
    }

    /** The newest first, before the given one (exclusive; null for the newest of all). */
    @Transactional(readOnly = true)
    public List<InternalMessage> mails(@Nullable Long before, int most) {
        return mails.before(before, noCondition(), most);
    }

    /** The newest about something. */
    @Transactional(readOnly = true)
    public Optional<InternalMessage> newestAbout(InternalMessage.About about) {
        return mails
                .before(
                        null,
                        INTERNAL_MAIL.PURPOSE.eq(about.purpose()).and(INTERNAL_MAIL.SUBJECT_ID.eq(about.subjectId())),
                        1)
                .stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Attachment> attachment(long id, String name) {
        return mails.attachments(id).stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    private void add(long id, Instant when) {
        jobs.scheduleIfNotExists(new TaskInstance<>(JOB, Long.toString(id)), when);
    }

    /** A mail that has lost its job, or has waited without one for a mail server, is given another. */
    @EventListener(ApplicationReadyEvent.class)
    void takeUpWhatWaits() {
        Set<String> known = new HashSet<>();
        jobs.fetchScheduledExecutionsForTask(
                JOB, Void.class, job -> known.add(job.getTaskInstance().getId()));
        mails.underway().stream()
                .filter(mail -> !known.contains(Long.toString(mail.id())))
                .forEach(mail -> add(mail.id(), mail.progress().sendAfter()));
    }
}
