package org.quittance.collections.contact;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.quittance.db.collections.Tables.LAW_SWITCH;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ENTITY_VIEW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPack.Unswitched;
import org.quittance.core.contact.LawPacks;
import org.quittance.core.contact.Rulebook;
import org.quittance.correspondence.HeldMessages;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which laws on contacting those who owe the legal entities observe: packs switched on and off, each switch with its day, its reason and
 * who did it, none ever changed. What nobody has switched is as the pack says.
 *
 * <p>What concerns several entities keeps to the laws of each.
 */
@Service
public class LawBook {

    private static final long SWITCH_LOCK = 0x51_75_69_4c_61_77L;

    private final DSLContext sql;
    private final ContactPolicies policies;
    private final AuditTrail audit;
    private final HeldMessages held;
    private final BusinessClock clock;

    LawBook(DSLContext sql, ContactPolicies policies, AuditTrail audit, HeldMessages held, BusinessClock clock) {
        this.sql = sql;
        this.policies = policies;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /** Which way a pack is switched. */
    public enum Turned {
        ON("Switched on"),
        OFF("Switched off");

        private final String label;

        Turned(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One switch, with who did it, when and why. */
    public record Switch(
            long number,
            String pack,
            long entity,
            String entityCode,
            Turned turned,
            LocalDate validFrom,
            String reason,
            String actor,
            Instant recordedAt) {}

    /** A switch that somebody would like to make; {@code after} is the last that they have seen, 0 for none. */
    public record Draft(
            long after, String pack, String entityCode, Turned turned, LocalDate validFrom, String reason) {}

    /** Why a pack is not switched, each with a sentence. */
    public enum Refusal {
        NOT_YOURS("The credit manager switches law packs on and off."),
        OVERTAKEN("Somebody has switched a pack since you opened this page. Open it again and compare."),
        NO_SUCH_PACK("There is no such law pack. Choose one of the list."),
        NO_SUCH_ENTITY("There is no such legal entity. Choose one of the list."),
        IN_THE_PAST("Who was contacted was contacted: a switch is valid from today at the earliest."),
        NO_REASON("Say why: an auditor reads it beside the law."),
        NOTHING_CHANGES("It stands that way on that day already.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** All switches, the newest first. */
    @Transactional(readOnly = true)
    public List<Switch> switches() {
        return switches(DSL.noCondition());
    }

    /** Whether a legal entity observes a pack on a day. */
    @Transactional(readOnly = true)
    public boolean isOn(LawPack pack, long entity, LocalDate day) {
        return isOn(pack, switches(LAW_SWITCH.ENTITY_ID.eq(entity)), entity, day);
    }

    /**
     * What an attempt about accounts of a customer is held against on a day.
     *
     * @param accounts those that it is about; none where it is about the customer as a whole, and the entities of all its accounts count
     */
    @Transactional(readOnly = true)
    public Rulebook rulebook(long customer, Collection<Long> accounts, LocalDate day) {
        Condition concerned =
                accounts.isEmpty() ? ACCOUNT_VIEW.CUSTOMER_ID.eq(customer) : ACCOUNT_VIEW.ACCOUNT_ID.in(accounts);
        Set<Long> entities = sql.selectDistinct(ACCOUNT_VIEW.ENTITY_ID)
                .from(ACCOUNT_VIEW)
                .where(concerned)
                .fetchSet(ACCOUNT_VIEW.ENTITY_ID);
        List<Switch> switches = switches(LAW_SWITCH.ENTITY_ID.in(entities));
        return new Rulebook(policies.on(day), observedBy(entities, switches, day));
    }

    /** What attempts about customers are held against on a day, each about all of its accounts. */
    @Transactional(readOnly = true)
    public Map<Long, Rulebook> rulebooks(Collection<Long> customers, LocalDate day) {
        Map<Long, Set<Long>> entities = sql
                .selectDistinct(ACCOUNT_VIEW.CUSTOMER_ID, ACCOUNT_VIEW.ENTITY_ID)
                .from(ACCOUNT_VIEW)
                .where(ACCOUNT_VIEW.CUSTOMER_ID.eq(any(customers.toArray(Long[]::new))))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
        List<Switch> switches = switches();
        ContactPolicy policy = policies.on(day);
        Map<Long, Rulebook> rulebooks = new HashMap<>();
        entities.forEach(
                (customer, of) -> rulebooks.put(customer, new Rulebook(policy, observedBy(of, switches, day))));
        return rulebooks;
    }

    /** What concerns several entities keeps to the laws of each. */
    private static Set<String> observedBy(Set<Long> entities, List<Switch> switches, LocalDate day) {
        return LawPacks.ALL.stream()
                .filter(pack -> entities.stream().anyMatch(entity -> isOn(pack, switches, entity, day)))
                .map(LawPack::code)
                .collect(Collectors.toSet());
    }

    /** The codes of the packs that each legal entity observes on a day, by its code. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> observed(LocalDate day) {
        List<Switch> switches = switches();
        Map<String, Set<String>> observed = new HashMap<>();
        sql.select(ENTITY_VIEW.CODE, ENTITY_VIEW.ENTITY_ID)
                .from(ENTITY_VIEW)
                .forEach(entity -> observed.put(
                        entity.value1(),
                        LawPacks.ALL.stream()
                                .filter(pack -> isOn(pack, switches, entity.value2(), day))
                                .map(LawPack::code)
                                .collect(Collectors.toSet())));
        return observed;
    }

    /** Switches a pack in a legal entity; empty where it is done. */
    @Transactional
    public Optional<Refusal> turn(Draft draft, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(SWITCH_LOCK));
        List<Switch> before = switches();
        Optional<LawPack> pack = LawPacks.ofCode(draft.pack());
        Optional<Long> entity = sql.select(ENTITY_VIEW.ENTITY_ID)
                .from(ENTITY_VIEW)
                .where(ENTITY_VIEW.CODE.eq(draft.entityCode()))
                .fetchOptional(ENTITY_VIEW.ENTITY_ID);
        if (before.stream().mapToLong(Switch::number).max().orElse(0) != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (pack.isEmpty()) {
            return Optional.of(Refusal.NO_SUCH_PACK);
        }
        if (entity.isEmpty()) {
            return Optional.of(Refusal.NO_SUCH_ENTITY);
        }
        if (draft.validFrom().isBefore(clock.today())) {
            return Optional.of(Refusal.IN_THE_PAST);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        if (isOn(pack.get(), before, entity.get(), draft.validFrom()) == (draft.turned() == Turned.ON)) {
            return Optional.of(Refusal.NOTHING_CHANGES);
        }
        keep(draft, entity.get(), viewer);
        return Optional.empty();
    }

    private void keep(Draft draft, long entity, Viewer viewer) {
        String reason = draft.reason().strip();
        sql.insertInto(LAW_SWITCH)
                .set(LAW_SWITCH.PACK, draft.pack())
                .set(LAW_SWITCH.ENTITY_ID, entity)
                .set(LAW_SWITCH.TURNED, draft.turned().name())
                .set(LAW_SWITCH.VALID_FROM, draft.validFrom())
                .set(LAW_SWITCH.REASON, reason)
                .set(LAW_SWITCH.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "law-pack.switched",
                "entity",
                draft.entityCode(),
                "%s %s from %s: %s".formatted(draft.pack(), draft.turned().name(), draft.validFrom(), reason));
        if (draft.validFrom().equals(clock.today())) {
            held.rulesHaveChanged();
        }
    }

    private static boolean isOn(LawPack pack, List<Switch> switches, long entity, LocalDate day) {
        return switches.stream()
                .filter(one -> one.pack().equals(pack.code()) && one.entity() == entity)
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Switch::validFrom).thenComparingLong(Switch::number))
                .map(one -> one.turned() == Turned.ON)
                .orElse(pack.unswitched() == Unswitched.ON);
    }

    private List<Switch> switches(Condition which) {
        return sql.select(LAW_SWITCH.fields())
                .select(DSL.field(select(ENTITY_VIEW.CODE)
                                .from(ENTITY_VIEW)
                                .where(ENTITY_VIEW.ENTITY_ID.eq(LAW_SWITCH.ENTITY_ID)))
                        .as("code"))
                .from(LAW_SWITCH)
                .where(which)
                .orderBy(LAW_SWITCH.ID.desc())
                .fetch(row -> new Switch(
                        row.get(LAW_SWITCH.ID),
                        row.get(LAW_SWITCH.PACK),
                        row.get(LAW_SWITCH.ENTITY_ID),
                        row.get("code", String.class),
                        Turned.valueOf(row.get(LAW_SWITCH.TURNED)),
                        row.get(LAW_SWITCH.VALID_FROM),
                        row.get(LAW_SWITCH.REASON),
                        row.get(LAW_SWITCH.ACTOR),
                        row.get(LAW_SWITCH.RECORDED_AT)));
    }
}
