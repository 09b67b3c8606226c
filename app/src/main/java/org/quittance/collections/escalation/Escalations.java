package org.quittance.collections.escalation;

import static org.quittance.db.collections.Tables.ESCALATION;
import static org.quittance.db.collections.Tables.ESCALATION_EVENT;
import static org.quittance.db.collections.Tables.ESCALATION_NOW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationOutcome.Done;
import org.quittance.collections.escalation.EscalationOutcome.NotFound;
import org.quittance.collections.escalation.EscalationOutcome.Refused;
import org.quittance.collections.strategy.StepBook;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Escalation;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.Escalation.Officer;
import org.quittance.core.collections.Escalation.Rank;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationOwner;
import org.quittance.core.collections.EscalationOwner.Colleague;
import org.quittance.core.collections.EscalationOwner.Outside;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.db.collections.tables.records.EscalationNowRecord;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes accounts to somebody who has to answer, and keeps what they say: opened by one, answered or approved by another, in force until it is
 * lifted.
 *
 * <p>What was asked and what was done are rows that are only added to; {@code escalation_now} is their projection, kept in the same
 * transaction. Each deed decides the account again, so that no list asks for what has been asked already.
 */
@Service
public class Escalations {

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final EscalationServiceLevels levels;
    private final HandSteps steps;
    private final Redecision redecision;
    private final EscalationAsker asker;
    private final People people;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Escalations(
            DSLContext sql,
            VisibleAccounts visible,
            EscalationServiceLevels levels,
            HandSteps steps,
            Redecision redecision,
            EscalationAsker asker,
            People people,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.levels = levels;
        this.steps = steps;
        this.redecision = redecision;
        this.asker = asker;
        this.people = people;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an escalation today, and asks its owner by mail; the step of the strategy that asked for it counts as taken. */
    @Transactional
    public EscalationOutcome open(EscalationDraft draft, Viewer viewer) {
        return takeOver(draft, clock.today(), viewer);
    }

    /** Opens one that was asked for on a day before, as a former system or a letter has it: of that nobody is asked by mail. */
    @Transactional
    public EscalationOutcome takeOver(EscalationDraft draft, LocalDate askedOn, Viewer viewer) {
        if (askedOn.isAfter(clock.today())) {
            throw new IllegalArgumentException("Nothing was asked for on %s yet".formatted(askedOn));
        }
        Optional<Long> customer = visible.customerOf(viewer, draft.accountId());
        if (customer.isEmpty()) {
            return new NotFound();
        }
        Set<Long> accounts = Set.of(draft.accountId());
        redecision.hold(accounts);
        List<State> others = sql.select(ESCALATION_NOW.STATE)
                .from(ESCALATION_NOW)
                .where(ESCALATION_NOW.ACCOUNT_ID.eq(draft.accountId()))
                .and(ESCALATION_NOW.PATH.eq(draft.path()))
                .fetch(ESCALATION_NOW.STATE);
        Optional<EscalationOwner> owner = owner(draft.to(), draft.accountId());
        Optional<Objection> objection =
                Escalation.objectionToOpening(draft.path(), others, draft.reason(), officer(viewer), owner);
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        noteSteps(draft.path(), accounts, askedOn, viewer.login());
        int days = levels.levels().of(draft.path());
        Escalation escalation = new Escalation(
                draft.path(),
                viewer.login(),
                askedOn,
                owner.orElseThrow(),
                levels.levels().dueOn(draft.path(), askedOn, calendarOf(draft.accountId())),
                State.OPEN);
        long id = write(draft, escalation, days);
        String words = "To %s, answer due on %s. %s"
                .formatted(
                        escalation.owner().name(),
                        Sentences.day(escalation.dueOn()),
                        draft.reason().strip());
        note(
                customer.get(),
                draft.accountId(),
                new Said("Escalated E%d: %s".formatted(id, draft.path().label()), words, askedOn),
                viewer);
        audit.record(viewer.login(), "escalation.opened", "escalation", id, draft.path() + ": " + words);
        redecision.decide(accounts);
        if (askedOn.equals(clock.today())) {
            asker.ask(id);
        }
        return new Done(id);
    }

    /** The steps of the ladder that this escalation is; none where a person escalates what no strategy has asked for yet. */
    private void noteSteps(EscalationPath path, Set<Long> accounts, LocalDate on, String actor) {
        List<ItemStep> taken = steps.due(accounts, clock.today(), action -> action.isTakenBy(path));
        steps.taken(taken, accounts, Action.ESCALATE, new StepBook.Deed(on, null, actor));
    }

    private long write(EscalationDraft draft, Escalation escalation, int workingDays) {
        Named owner = Named.of(escalation.owner());
        long id = sql.insertInto(ESCALATION)
                .set(ESCALATION.ACCOUNT_ID, draft.accountId())
                .set(ESCALATION.PATH, draft.path())
                .set(ESCALATION.REASON, draft.reason().strip())
                .set(ESCALATION.OWNER_LOGIN, owner.login())
                .set(ESCALATION.OWNER_NAME, owner.name())
                .set(ESCALATION.OWNER_EMAIL, owner.email())
                .set(ESCALATION.ASKED_BY, escalation.askedBy())
                .set(ESCALATION.ASKED_ON, escalation.askedOn())
                .set(ESCALATION.DUE_ON, escalation.dueOn())
                .set(ESCALATION.WORKING_DAYS, workingDays)
                .returningResult(ESCALATION.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(ESCALATION_NOW)
                .set(ESCALATION_NOW.ESCALATION_ID, id)
                .set(ESCALATION_NOW.ACCOUNT_ID, draft.accountId())
                .set(ESCALATION_NOW.PATH, draft.path())
                .set(ESCALATION_NOW.STATE, State.OPEN)
                .set(ESCALATION_NOW.OWNER_LOGIN, owner.login())
                .set(ESCALATION_NOW.OWNER_NAME, owner.name())
                .set(ESCALATION_NOW.OWNER_EMAIL, owner.email())
                .set(ESCALATION_NOW.ASKED_BY, escalation.askedBy())
                .set(ESCALATION_NOW.ASKED_ON, escalation.askedOn())
                .set(ESCALATION_NOW.DUE_ON, escalation.dueOn())
                .execute();
        return id;
    }

    /**
     * Answers, approves, refuses, withdraws or lifts.
     *
     * @param saidBy who said so, where that is not the viewer; empty for the viewer, or for the owner outside who is answered for
     */
    @Transactional
    public EscalationOutcome act(long id, Deed deed, String saidBy, String words, Viewer viewer) {
        EscalationNowRecord row = held(id, viewer).orElse(null);
        if (row == null || deed == Deed.HAND_OVER) {
            return new NotFound();
        }
        Escalation escalation = escalation(row);
        Optional<Objection> objection = escalation.objection(deed, officer(viewer), words);
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        String by = saidBy.isBlank() ? spokenFor(escalation, deed, viewer) : saidBy.strip();
        sql.insertInto(ESCALATION_EVENT)
                .set(ESCALATION_EVENT.ESCALATION_ID, id)
                .set(ESCALATION_EVENT.ASKED_BY, escalation.askedBy())
                .set(ESCALATION_EVENT.DEED, deed)
                .set(ESCALATION_EVENT.SAID_BY, by)
                .set(ESCALATION_EVENT.WORDS, words.strip())
                .set(ESCALATION_EVENT.DONE_ON, clock.today())
                .set(ESCALATION_EVENT.ACTOR, viewer.login())
                .execute();
        sql.update(ESCALATION_NOW)
                .set(ESCALATION_NOW.STATE, deed.to())
                .set(ESCALATION_NOW.ANSWERED_ON, clock.today())
                .where(ESCALATION_NOW.ESCALATION_ID.eq(id))
                .execute();
        asker.isOver(id, viewer.login());
        record(row, deed.to().label() + " by " + by, words, viewer);
        return new Done(id);
    }

    private static String spokenFor(Escalation escalation, Deed deed, Viewer viewer) {
        return switch (escalation.owner()) {
            case Outside outside when deed == Deed.ANSWER -> outside.name();
            case Outside _, Colleague _ -> viewer.name();
        };
    }

    /** Hands an open escalation to somebody else; the day on which the answer is due stays. */
    @Transactional
    public EscalationOutcome handOver(long id, Addressee to, String words, Viewer viewer) {
        EscalationNowRecord row = held(id, viewer).orElse(null);
        if (row == null) {
            return new NotFound();
        }
        Escalation escalation = escalation(row);
        Optional<EscalationOwner> owner = owner(to, row.getAccountId());
        Optional<Objection> objection = escalation
                .objection(Deed.HAND_OVER, officer(viewer), words)
                .or(() -> owner.isEmpty()
                        ? Optional.of(Objection.NEEDS_AN_OWNER)
                        : Escalation.objectionToOwner(escalation.path(), escalation.askedBy(), owner.get()));
        if (objection.isPresent()) {
            return new Refused(objection.get());
        }
        Named named = Named.of(owner.orElseThrow());
        sql.insertInto(ESCALATION_EVENT)
                .set(ESCALATION_EVENT.ESCALATION_ID, id)
                .set(ESCALATION_EVENT.ASKED_BY, escalation.askedBy())
                .set(ESCALATION_EVENT.DEED, Deed.HAND_OVER)
                .set(ESCALATION_EVENT.SAID_BY, viewer.name())
                .set(ESCALATION_EVENT.WORDS, words.strip())
                .set(ESCALATION_EVENT.OWNER_LOGIN, named.login())
                .set(ESCALATION_EVENT.OWNER_NAME, named.name())
                .set(ESCALATION_EVENT.OWNER_EMAIL, named.email())
                .set(ESCALATION_EVENT.DONE_ON, clock.today())
                .set(ESCALATION_EVENT.ACTOR, viewer.login())
                .execute();
        sql.update(ESCALATION_NOW)
                .set(ESCALATION_NOW.OWNER_LOGIN, named.login())
                .set(ESCALATION_NOW.OWNER_NAME, named.name())
                .set(ESCALATION_NOW.OWNER_EMAIL, named.email())
                .where(ESCALATION_NOW.ESCALATION_ID.eq(id))
                .execute();
        record(row, "Handed over to " + named.name(), words, viewer);
        asker.ask(id);
        return new Done(id);
    }

    /** What stands against a deed of the viewer, but for the words that are still to be typed: what a page offers. */
    @Transactional(readOnly = true)
    public Set<Deed> offered(EscalationLine line, Viewer viewer) {
        return sql.selectFrom(ESCALATION_NOW)
                .where(ESCALATION_NOW.ESCALATION_ID.eq(line.id()))
                .fetchOptional(row -> {
                    Escalation escalation = escalation(row);
                    Set<Deed> offered = EnumSet.allOf(Deed.class);
                    offered.removeIf(deed ->
                            escalation.objection(deed, officer(viewer), "words").isPresent());
                    return offered;
                })
                .orElse(EnumSet.noneOf(Deed.class));
    }

    /** The row, locked until the transaction ends, of an account that the viewer sees. */
    private Optional<EscalationNowRecord> held(long id, Viewer viewer) {
        return sql.selectFrom(ESCALATION_NOW)
                .where(ESCALATION_NOW.ESCALATION_ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .filter(row -> visible.customerOf(viewer, row.getAccountId()).isPresent());
    }

    private void record(EscalationNowRecord row, String what, String words, Viewer viewer) {
        long id = row.getEscalationId();
        long customer = visible.customerOf(Viewer.system("collections"), row.getAccountId())
                .orElseThrow();
        String title = "Escalation E%d (%s): %s".formatted(id, row.getPath().label(), what);
        note(customer, row.getAccountId(), new Said(title, words.strip(), clock.today()), viewer);
        audit.record(viewer.login(), "escalation.changed", "escalation", id, Sentences.said(what, words.strip()));
        redecision.decide(Set.of(row.getAccountId()));
    }

    /** What was asked or said, and on which day: what is taken over was so on a day before. */
    private record Said(String what, String words, LocalDate on) {}

    private void note(long customer, long account, Said said, Viewer viewer) {
        timeline.log(new Activity(
                CustomerId.of(customer),
                AccountId.of(account),
                Activity.Kind.NOTE,
                Activity.Direction.INTERNAL,
                said.on(),
                viewer.login(),
                null,
                said.what(),
                said.words(),
                null));
    }

    /** The owner as a row has it. */
    private record Named(@Nullable String login, String name, String email) {

        static Named of(EscalationOwner owner) {
            return switch (owner) {
                case Colleague colleague -> new Named(colleague.login(), colleague.name(), "");
                case Outside outside -> new Named(null, outside.name(), outside.email());
            };
        }
    }

    /** Empty where nobody was chosen, or a colleague who does not work here any more or does not see the account. */
    private Optional<EscalationOwner> owner(Addressee to, long account) {
        String login = to.login();
        if (login != null && !login.isBlank()) {
            return people.credentials(login)
                    .filter(credentials -> credentials.disabledAt() == null)
                    .map(credentials -> credentials.viewer())
                    .filter(viewer -> visible.customerOf(viewer, account).isPresent())
                    .map(viewer -> new Colleague(viewer.login(), viewer.name(), ranks(viewer.roles())));
        }
        return to.name().isBlank()
                ? Optional.empty()
                : Optional.of(new Outside(to.name().strip(), to.email().strip()));
    }

    /** The ranks of a colleague who owns it already ask nothing more. */
    private static Escalation escalation(EscalationNowRecord row) {
        String login = row.getOwnerLogin();
        return new Escalation(
                row.getPath(),
                row.getAskedBy(),
                row.getAskedOn(),
                login == null
                        ? new Outside(row.getOwnerName(), row.getOwnerEmail())
                        : new Colleague(login, row.getOwnerName(), Set.of()),
                row.getDueOn(),
                row.getState());
    }

    private static Officer officer(Viewer viewer) {
        return new Officer(viewer.login(), ranks(viewer.roles()));
    }

    private static Set<Rank> ranks(Set<Role> roles) {
        Set<Rank> ranks = EnumSet.noneOf(Rank.class);
        for (Role role : roles) {
            switch (role) {
                case COLLECTOR -> ranks.add(Rank.COLLECTOR);
                case TEAM_LEAD -> ranks.add(Rank.TEAM_LEAD);
                case MANAGER -> ranks.add(Rank.MANAGER);
                case CASH, AUDITOR, ADMINISTRATOR -> {}
            }
        }
        return ranks;
    }

    /** The calendar of the legal entity's country, or that of the euro. */
    private BusinessCalendar calendarOf(long account) {
        String country = sql.select(ACCOUNT_VIEW.ENTITY_COUNTRY)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.ACCOUNT_ID.eq(account))
                .fetchSingle()
                .value1();
        return BusinessCalendars.named(country).orElse(BusinessCalendars.TARGET);
    }
}
