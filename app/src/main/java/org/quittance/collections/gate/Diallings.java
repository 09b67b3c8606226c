package org.quittance.collections.gate;

import static org.jooq.impl.DSL.field;
import static org.quittance.db.collections.Tables.DIALLING;
import static org.quittance.db.ledger.Tables.CONTACT_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.contact.LawBook;
import org.quittance.core.contact.Attempt;
import org.quittance.core.contact.Channel;
import org.quittance.core.contact.ContactGate;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.contact.Matter;
import org.quittance.core.contact.Rule;
import org.quittance.core.contact.Rulebook;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Refusal;
import org.quittance.correspondence.Refusals;
import org.quittance.correspondence.Timeline;
import org.quittance.db.collections.tables.records.DiallingRecord;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dials through the contact gate: a number is given out only where the customer may be called at this moment, and every answer is kept.
 *
 * <p>The credit manager may set a rule of our own aside for one call, with a reason. Laws, contact blocks and what a contact person has
 * asked for stay.
 */
@Service
public class Diallings {

    /** Of how many contact persons a call is prepared for. */
    private static final int MOST_FORESEEN = 6;

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final Matters matters;
    private final ContactFacts contactFacts;
    private final CallFacts facts;
    private final LawBook laws;
    private final Refusals refusals;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Diallings(
            DSLContext sql,
            VisibleAccounts visible,
            Matters matters,
            ContactFacts contactFacts,
            CallFacts facts,
            LawBook laws,
            Refusals refusals,
            Timeline timeline,
            AuditTrail audit,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.matters = matters;
        this.contactFacts = contactFacts;
        this.facts = facts;
        this.laws = laws;
        this.refusals = refusals;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of the wish to dial. */
    public sealed interface Outcome {

        /** It was asked, and the answer is kept under the number. */
        record Asked(long dialling) implements Outcome {}

        /** It was not even asked. */
        record NotAsked(Obstacle why) implements Outcome {}
    }

    /** Why nothing was asked, each with a sentence. */
    public enum Obstacle {
        NOT_FOUND("There is no such contact with a telephone number among the customers that you work."),
        NOT_YOURS("The credit manager sets a rule of ours aside."),
        NOT_WAIVABLE("Nobody sets this rule aside: it is a law, or somebody's order."),
        NEEDS_A_REASON("Say why the rule is set aside; whoever asks later reads it.");

        private final String sentence;

        Obstacle(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private record Person(long customerId, long contactId, String name, String number) {}

    /** A person's decision to set rules aside; none by default. */
    private record Waiver(Set<Rule> rules, String reason) {
        static final Waiver NONE = new Waiver(Set.of(), "");
    }

    /** Asks whether the contact person may be called now. */
    @Transactional
    public Outcome dial(long customerId, long contactId, Viewer viewer) {
        return person(customerId, contactId, viewer)
                .<Outcome>map(person -> new Outcome.Asked(ask(person, Waiver.NONE, viewer)))
                .orElseGet(() -> new Outcome.NotAsked(Obstacle.NOT_FOUND));
    }

    /**
     * What the gate would answer now about each of the customer's contact persons with a number: for preparing a call. Nothing is kept of it; only
     * {@link #dial} asks the gate.
     */
    @Transactional
    public Map<Long, ContactVerdict> outlook(long customerId, Viewer viewer) {
        return outlooks(Set.of(customerId), viewer).getOrDefault(customerId, Map.of());
    }

    /** The same of many customers, by customer and contact person, with no more statements than for one; without those whom the viewer does not work. */
    @Transactional
    public Map<Long, Map<Long, ContactVerdict>> outlooks(Collection<Long> customers, Viewer viewer) {
        Set<Long> worked = visible.ofCustomers(viewer, customers).keySet();
        if (worked.isEmpty()) {
            return Map.of();
        }
        LocalDate today = clock.today();
        Map<Long, Set<Long>> accounts = visible.allOfCustomers(worked);
        Map<Long, Rulebook> rulebooks = laws.rulebooks(worked, today);
        Map<Long, Matter> debts = matters.ofCustomers(accounts);
        Map<Long, CallFacts.Known> known = facts.of(worked, today);
        Map<Long, Map<Long, ContactVerdict>> outlooks = new HashMap<>();
        accounts.forEach((customer, of) -> outlooks.put(
                customer,
                outlook(new Case(
                        of,
                        Objects.requireNonNull(rulebooks.get(customer)),
                        Objects.requireNonNull(debts.get(customer)),
                        Objects.requireNonNull(known.get(customer))))));
        return outlooks;
    }

    /** Whom a call goes to: all of the customer's accounts, the rules that hold for them, and what is known. */
    private record Case(Set<Long> accounts, Rulebook rulebook, Matter matter, CallFacts.Known known) {

        ContactVerdict ask(long contact, Waiver waiver, Instant now) {
            Attempt attempt = new Attempt(
                    Channel.CALL,
                    Attempt.Origin.BY_HAND,
                    "",
                    known.called(contact, rulebook.policy()),
                    matter.debt(),
                    matter.handedOver(),
                    accounts,
                    Set.of(),
                    waiver.rules());
            return ContactGate.ask(attempt, known.calls(), rulebook, now);
        }
    }

    private Map<Long, ContactVerdict> outlook(Case about) {
        Map<Long, ContactVerdict> outlook = new LinkedHashMap<>();
        about.known().people().keySet().stream()
                .limit(MOST_FORESEEN)
                .forEach(contact -> outlook.put(contact, about.ask(contact, Waiver.NONE, clock.now())));
        return outlook;
    }

    /** Sets the rule aside that stood in the way of a call, for this call, and asks again. */
    @Transactional
    public Outcome waive(long diallingId, String reason, Viewer viewer) {
        Optional<Dialling> before = one(diallingId, viewer);
        Optional<Person> person =
                before.flatMap(dialling -> person(dialling.customerId(), dialling.contactId(), viewer));
        if (before.isEmpty() || person.isEmpty()) {
            return new Outcome.NotAsked(Obstacle.NOT_FOUND);
        }
        if (!viewer.is(Role.MANAGER)) {
            return new Outcome.NotAsked(Obstacle.NOT_YOURS);
        }
        Optional<Rule> rule = before.get().waivable();
        if (rule.isEmpty()) {
            return new Outcome.NotAsked(Obstacle.NOT_WAIVABLE);
        }
        if (reason.isBlank()) {
            return new Outcome.NotAsked(Obstacle.NEEDS_A_REASON);
        }
        Set<Rule> waived = EnumSet.of(rule.get());
        waived.addAll(before.get().waived());
        String why = reason.strip();
        note(
                person.get(),
                "Rule set aside",
                "%s for a call to %s: %s"
                        .formatted(rule.get().code(), person.get().name(), why),
                viewer);
        audit.record(
                viewer.login(),
                "dialling.waived",
                "customer",
                person.get().customerId(),
                rule.get().code() + ": " + why);
        return new Outcome.Asked(ask(person.get(), new Waiver(waived, why), viewer));
    }

    /** A dialling of a customer that the viewer works. */
    @Transactional(readOnly = true)
    public Optional<Dialling> one(long diallingId, Viewer viewer) {
        return sql.selectFrom(DIALLING)
                .where(DIALLING.ID.eq(diallingId))
                .fetchOptional(Diallings::dialling)
                .filter(dialling ->
                        !visible.ofCustomer(viewer, dialling.customerId()).isEmpty());
    }

    /**
     * What the gate said last today when the viewer wanted to dial the customer, or when a rule was set aside for it: to the contact person
     * where they were dialled, else to anybody.
     *
     * @param contactId whom the viewer speaks of; null for whoever it was
     */
    @Transactional(readOnly = true)
    public Optional<Dialling> last(long customerId, @Nullable Long contactId, Viewer viewer) {
        Condition theirs = contactId == null ? DSL.noCondition() : DIALLING.CONTACT_ID.eq(contactId);
        return sql.selectFrom(DIALLING)
                .where(DIALLING.CUSTOMER_ID.eq(customerId))
                .and(DIALLING.BUSINESS_DATE.eq(clock.today()))
                .and(DIALLING.ACTOR.eq(viewer.login()).or(DIALLING.WAIVER_REASON.ne("")))
                .orderBy(field(theirs).desc(), DIALLING.ID.desc())
                .limit(1)
                .fetchOptional(Diallings::dialling);
    }

    /** The last dialling of the customer today, where the gate refused it and that still stands. */
    @Transactional(readOnly = true)
    public Optional<Dialling> standingRefusal(long customerId, Viewer viewer) {
        return last(customerId, null, viewer)
                .filter(dialling -> dialling.refused()
                        .filter(refused -> refused.standsAt(clock.now()))
                        .isPresent());
    }

    private Optional<Person> person(long customerId, long contactId, Viewer viewer) {
        if (visible.ofCustomer(viewer, customerId).isEmpty()) {
            return Optional.empty();
        }
        return sql.select(CONTACT_VIEW.NAME, CONTACT_VIEW.PHONE)
                .from(CONTACT_VIEW)
                .where(CONTACT_VIEW.CUSTOMER_ID.eq(customerId))
                .and(CONTACT_VIEW.CONTACT_ID.eq(contactId))
                .and(CONTACT_VIEW.PHONE.ne(""))
                .fetchOptional(row -> new Person(customerId, contactId, row.value1(), row.value2()));
    }

    private long ask(Person person, Waiver waiver, Viewer viewer) {
        LocalDate today = clock.today();
        contactFacts.hold(person.customerId());
        Set<Long> accounts = visible.allOfCustomer(person.customerId());
        Case about = new Case(
                accounts,
                laws.rulebook(person.customerId(), accounts, today),
                matters.ofCustomer(person.customerId()),
                facts.of(person.customerId(), today));
        ContactVerdict verdict = about.ask(person.contactId(), waiver, clock.now());
        long id = record(person, verdict, waiver, viewer);
        noteRefusal(person, verdict, viewer);
        return id;
    }

    private long record(Person person, ContactVerdict verdict, Waiver waiver, Viewer viewer) {
        DiallingRecord row = sql.newRecord(DIALLING);
        row.setCustomerId(person.customerId());
        row.setContactId(person.contactId());
        row.setContactName(person.name());
        row.setNumber(person.number());
        switch (verdict) {
            case ContactVerdict.Go _ -> row.setAnswer("GO");
            case ContactVerdict.Later(var until, var rule, var why) -> {
                row.setAnswer("LATER");
                row.setUntil(until);
                row.setRule(rule.code());
                row.setReason(why);
            }
            case ContactVerdict.Refused(var rule, var why) -> {
                row.setAnswer("REFUSED");
                row.setRule(rule.code());
                row.setReason(why);
            }
        }
        row.setWaived(waiver.rules().stream().map(Rule::code).sorted().toArray(String[]::new));
        row.setWaiverReason(waiver.reason());
        row.setActor(viewer.login());
        row.setBusinessDate(clock.today());
        row.setAt(clock.now());
        row.insert();
        return row.getId();
    }

    private void noteRefusal(Person person, ContactVerdict verdict, Viewer viewer) {
        CustomerId customer = CustomerId.of(person.customerId());
        String what = "Call to " + person.name();
        switch (verdict) {
            case ContactVerdict.Go _ -> {}
            case ContactVerdict.Later(var until, var rule, var why) -> {
                refusals.note(new Refusal(customer, Channel.CALL, null, what, rule.code(), why, until, viewer.login()));
                note(person, "Not called yet", "%s: %s (rule: %s)".formatted(what, why, rule.code()), viewer);
            }
            case ContactVerdict.Refused(var rule, var why) -> {
                refusals.note(new Refusal(customer, Channel.CALL, null, what, rule.code(), why, null, viewer.login()));
                note(person, "Not called", "%s: %s (rule: %s)".formatted(what, why, rule.code()), viewer);
            }
        }
    }

    private void note(Person person, String outcome, String body, Viewer viewer) {
        timeline.log(new Activity(
                CustomerId.of(person.customerId()),
                Set.of(),
                Activity.Kind.SYSTEM,
                Activity.Direction.INTERNAL,
                clock.today(),
                viewer.login(),
                person.contactId(),
                outcome,
                body,
                null));
    }

    private static Dialling dialling(DiallingRecord row) {
        return new Dialling(
                row.getId(),
                row.getCustomerId(),
                row.getContactId(),
                row.getContactName(),
                row.getNumber(),
                row.getRule().isEmpty() ? null : row.getRule(),
                row.getReason(),
                row.getUntil(),
                Arrays.stream(row.getWaived())
                        .flatMap(code -> Rule.ofCode(code).stream())
                        .collect(Collectors.toSet()),
                row.getWaiverReason(),
                row.getActor(),
                row.getAt());
    }
}
