package org.quittance.respondents;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.respondents.Tables.QUESTION;
import static org.quittance.db.respondents.Tables.QUESTION_END;
import static org.quittance.db.respondents.Tables.QUESTION_REMINDER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.respondent.Asking;
import org.quittance.core.respondent.CompanyDomains;
import org.quittance.core.respondent.Unasked;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.InternalMail;
import org.quittance.correspondence.InternalMessage;
import org.quittance.correspondence.InternalOutbox;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.InternalWording;
import org.quittance.correspondence.letter.Language;
import org.quittance.db.respondents.tables.records.QuestionRecord;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.QuestionDraft.Matter;
import org.quittance.respondents.QuestionDraft.To;
import org.quittance.respondents.QuestionLetter.Occasion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks people in the company by mail, once when their answer is wanted and once more before it is due.
 *
 * <p>A question is about one matter and for one address. It is asked in the transaction that opens the matter or gives it to somebody, and
 * ended in the one that closes it.
 */
@Service
public class Questions {

    /** As whom what came by a link is written down. */
    public static final String ACTOR = "link";

    private static final String REMINDERS = "reminders";

    private final DSLContext sql;
    private final RespondentDirectory directory;
    private final LegalEntities entities;
    private final PublicAddress publicAddress;
    private final InternalOutbox outbox;
    private final ObjectProvider<QuestionSource> sources;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Questions(
            DSLContext sql,
            RespondentDirectory directory,
            LegalEntities entities,
            PublicAddress publicAddress,
            InternalOutbox outbox,
            ObjectProvider<QuestionSource> sources,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.directory = directory;
        this.entities = entities;
        this.publicAddress = publicAddress;
        this.outbox = outbox;
        this.sources = sources;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks, unless something stands against it; {@link #standing} tells what. A question about the same matter that is open ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(QuestionDraft draft) {
        ask(draft, draft.askedBy().login());
    }

    /** In the name of whoever wants to know, at the word of another. */
    private void ask(QuestionDraft draft, String actor) {
        Matter matter = draft.matter();
        end(matter.kind(), matter.id(), QuestionEnd.ASKED_ELSEWHERE, actor);
        LegalEntity entity = entityOf(matter.accountId());
        if (objection(draft, entity).isPresent()) {
            return;
        }
        LocalDate today = clock.today();
        long id = sql.insertInto(QUESTION)
                .set(QUESTION.KIND, matter.kind().name())
                .set(QUESTION.MATTER_ID, matter.id())
                .set(QUESTION.TO_NAME, draft.to().name())
                .set(QUESTION.TO_ADDRESS, draft.to().address())
                .set(QUESTION.BY_LINK, draft.to() instanceof To.Outside)
                .set(QUESTION.DUE_ON, draft.dueOn())
                .set(
                        QUESTION.REMIND_ON,
                        Asking.remindOn(
                                today,
                                draft.dueOn(),
                                BusinessCalendars.named(entity.country()).orElse(BusinessCalendars.TARGET)))
                .set(QUESTION.ASKED_BY, draft.askedBy().login())
                .returningResult(QUESTION.ID)
                .fetchSingle()
                .value1();
        write(id, draft, entity, Occasion.QUESTION, actor);
    }

    private Optional<Unasked> objection(QuestionDraft draft, LegalEntity entity) {
        Optional<MailAddress> address =
                MailAddress.parse(draft.to().address(), draft.to().name());
        return Unasked.of(
                new Unasked.Wish(
                        address.map(MailAddress::address).orElse(""),
                        draft.to() instanceof To.SignsIn,
                        address.flatMap(found -> directory.byAddress(found.address()))
                                .isPresent(),
                        directory.domains().getOrDefault(entity.id(), CompanyDomains.NONE)),
                new Unasked.Means(
                        MailAddress.parse(entity.email(), entity.name()).isPresent(),
                        publicAddress.address().isPresent()));
    }

    private long write(long question, QuestionDraft draft, LegalEntity entity, Occasion occasion, String actor) {
        String own = directory
                .byAddress(draft.to().address())
                .map(Respondent::language)
                .orElse("");
        InternalWording words =
                InternalWording.in(Language.ofCode(own.isEmpty() ? entity.language() : own), entity.country());
        Matter matter = draft.matter();
        List<Attachment> files = source(matter.kind()).attachments(matter.id());
        QuestionLetter letter = new QuestionLetter(
                draft,
                entity,
                words,
                new QuestionLetter.Enclosure(Asking.lastDayOfLink(clock.today(), draft.dueOn()), !files.isEmpty()));
        return outbox.queue(new InternalMail(
                AnswerLinks.PURPOSE,
                question,
                words.language(),
                new MailAddress(entity.email().strip(), entity.name()),
                new MailAddress(draft.to().address().strip(), draft.to().name()),
                letter.subject(occasion),
                letter.text(occasion),
                files,
                actor));
    }

    /** The words for somebody who is asked about an account: in their language where it is known, else in that of the legal entity. */
    @Transactional(readOnly = true)
    public InternalWording wording(LinkedQuestion question, long account) {
        return wording(question.toAddress(), entityOf(account));
    }

    private InternalWording wording(String address, LegalEntity entity) {
        String own = directory.byAddress(address).map(Respondent::language).orElse("");
        return InternalWording.in(Language.ofCode(own.isEmpty() ? entity.language() : own), entity.country());
    }

    /** Asks the one of the matter once more now, with another link; the ones that were sent stay good. False where nobody is to be asked. */
    @Transactional
    public boolean askAgain(QuestionKind kind, long matter, Viewer viewer) {
        Optional<QuestionDraft> draft = source(kind).draft(matter);
        draft.ifPresent(wanted -> {
            Optional<QuestionRecord> open = open(kind, matter)
                    .filter(question ->
                            question.getToAddress().equals(wanted.to().address()));
            if (open.isPresent()) {
                write(
                        open.get().getId(),
                        wanted,
                        entityOf(wanted.matter().accountId()),
                        Occasion.QUESTION,
                        viewer.login());
            } else {
                ask(wanted, viewer.login());
            }
        });
        return draft.isPresent();
    }

    /** Ends the open question about a matter, if there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(QuestionKind kind, long matter, QuestionEnd how, String actor) {
        open(kind, matter)
                .ifPresent(question -> sql.insertInto(QUESTION_END)
                        .set(QUESTION_END.QUESTION_ID, question.getId())
                        .set(QUESTION_END.HOW, how.name())
                        .set(QUESTION_END.ACTOR, actor)
                        .onConflictDoNothing()
                        .execute());
    }

    /** Makes the links of the open question useless. */
    @Transactional
    public void revoke(QuestionKind kind, long matter, Viewer viewer) {
        end(kind, matter, QuestionEnd.REVOKED, viewer.login());
        audit.record(viewer.login(), "answer-link.revoked", word(kind), matter, "");
    }

    /** Sends the reminders of today; returns how many. Once for each question, whether or not anything stands against it by now. */
    @Transactional
    public int remind() {
        List<QuestionRecord> due = sql.selectFrom(QUESTION)
                .where(QUESTION.REMIND_ON.le(clock.today()))
                .andNotExists(sql.selectOne().from(QUESTION_END).where(QUESTION_END.QUESTION_ID.eq(QUESTION.ID)))
                .andNotExists(
                        sql.selectOne().from(QUESTION_REMINDER).where(QUESTION_REMINDER.QUESTION_ID.eq(QUESTION.ID)))
                .orderBy(QUESTION.ID)
                .fetch();
        int sent = 0;
        for (QuestionRecord question : due) {
            Long mail = remind(question);
            int noted = sql.insertInto(QUESTION_REMINDER)
                    .set(QUESTION_REMINDER.QUESTION_ID, question.getId())
                    .set(QUESTION_REMINDER.MAIL_ID, mail)
                    .execute();
            sent += mail == null ? 0 : noted;
        }
        return sent;
    }

    private @Nullable Long remind(QuestionRecord question) {
        return source(QuestionKind.valueOf(question.getKind()))
                .draft(question.getMatterId())
                .filter(draft -> draft.to().address().equals(question.getToAddress()))
                .map(draft -> {
                    LegalEntity entity = entityOf(draft.matter().accountId());
                    return objection(draft, entity).isPresent()
                            ? null
                            : write(question.getId(), draft, entity, Occasion.REMINDER, REMINDERS);
                })
                .orElse(null);
    }

    /** How it stands with a matter whose answer is waited for; empty where nobody is to give it. */
    @Transactional(readOnly = true)
    public Optional<QuestionStanding> standing(QuestionKind kind, long matter) {
        Optional<QuestionStanding> asked = sql.select(QUESTION.fields())
                .select(QUESTION_END.HOW, QUESTION_END.ACTOR, QUESTION_END.RECORDED_AT)
                .select(QUESTION_REMINDER.RECORDED_AT)
                .from(QUESTION)
                .leftJoin(QUESTION_END)
                .on(QUESTION_END.QUESTION_ID.eq(QUESTION.ID))
                .leftJoin(QUESTION_REMINDER)
                .on(QUESTION_REMINDER.QUESTION_ID.eq(QUESTION.ID))
                .and(QUESTION_REMINDER.MAIL_ID.isNotNull())
                .where(QUESTION.KIND.eq(kind.name()))
                .and(QUESTION.MATTER_ID.eq(matter))
                .orderBy(QUESTION.ID.desc())
                .limit(1)
                .fetchOptional(this::asked);
        boolean isElsewhere = asked.orElse(null) instanceof QuestionStanding.Asked question
                && question.end() != null
                && question.end().how() == QuestionEnd.ASKED_ELSEWHERE;
        return isElsewhere || asked.isEmpty() ? unasked(kind, matter) : asked;
    }

    private Optional<QuestionStanding> unasked(QuestionKind kind, long matter) {
        return source(kind)
                .draft(matter)
                .map(draft -> objection(draft, entityOf(draft.matter().accountId()))
                        .<QuestionStanding>map(QuestionStanding.Unsent::new)
                        .orElseGet(QuestionStanding.NotYet::new));
    }

    private QuestionStanding asked(Record row) {
        long id = row.get(QUESTION.ID);
        InternalMessage mail = outbox.newestAbout(new InternalMessage.About(AnswerLinks.PURPOSE, id))
                .orElseThrow();
        var reminded = row.get(QUESTION_REMINDER.RECORDED_AT);
        String how = row.get(QUESTION_END.HOW);
        return new QuestionStanding.Asked(
                row.get(QUESTION.TO_NAME),
                row.get(QUESTION.TO_ADDRESS),
                row.get(QUESTION.BY_LINK),
                mail,
                reminded == null ? null : LocalDate.ofInstant(reminded, ZoneOffset.UTC),
                Asking.lastDayOfLink(
                        LocalDate.ofInstant(mail.progress().queuedAt(), ZoneOffset.UTC), row.get(QUESTION.DUE_ON)),
                how == null
                        ? null
                        : new QuestionStanding.End(
                                QuestionEnd.valueOf(how),
                                Objects.requireNonNull(row.get(QUESTION_END.ACTOR)),
                                Objects.requireNonNull(row.get(QUESTION_END.RECORDED_AT))));
    }

    private Optional<QuestionRecord> open(QuestionKind kind, long matter) {
        return sql.selectFrom(QUESTION)
                .where(QUESTION.KIND.eq(kind.name()))
                .and(QUESTION.MATTER_ID.eq(matter))
                .andNotExists(sql.selectOne().from(QUESTION_END).where(QUESTION_END.QUESTION_ID.eq(QUESTION.ID)))
                .orderBy(QUESTION.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    private QuestionSource source(QuestionKind kind) {
        return sources.stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody keeps " + kind));
    }

    private LegalEntity entityOf(long account) {
        return entities.byId(sql.select(ACCOUNT_VIEW.ENTITY_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .fetchSingle()
                .value1());
    }

    private static String word(QuestionKind kind) {
        return switch (kind) {
            case ESCALATION -> "escalation";
            case DISPUTE -> "dispute";
        };
    }
}
