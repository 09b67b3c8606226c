package org.quittance.collections.strategy;

import static org.quittance.db.collections.Tables.POLICY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.PriorityFactor;
import org.quittance.core.collections.PriorityWeights;
import org.quittance.core.collections.Weight;
import org.quittance.core.money.Money;
import org.quittance.db.collections.tables.records.PolicyRecord;
import org.quittance.platform.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each fact is worth when accounts are put in order, by version: the latest that has begun holds, none is ever changed, and a past day
 * keeps the order that it had.
 */
@Service
public class PriorityBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long ADOPTION_LOCK = 0x51_75_69_74_74_50L;

    private final DSLContext sql;
    private final RuleBook rules;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PriorityBook(
            DSLContext sql, RuleBook rules, AuditTrail audit, BusinessClock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One version, with who adopted it, when, and why.
     *
     * @param changes what differs from the version before it, in words; empty for the first
     * @param reason none for those that were kept before reasons were asked for
     */
    public record Version(
            int version,
            LocalDate from,
            PriorityWeights weights,
            List<String> changes,
            @Nullable String reason,
            String actor,
            Instant recordedAt) {

        public Version {
            changes = List.copyOf(changes);
        }
    }

    /** A version that somebody would like to have; {@code after} is the one that they have seen. */
    public record Draft(int after, PriorityWeights weights, String reason) {}

    /** Why a version is not adopted, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has adopted other weights since you opened this page. Open it again and compare."),
        NOTHING_CHANGED("These are the weights in force. Change one of them."),
        NO_REASON("Say why the order changes; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The amount, or what other currencies give for it, that the weights of amounts are counted by. */
    @Transactional
    public Money referenceAmount() {
        rules.rules(clock.today());
        return document(sql.selectFrom(POLICY)
                        .orderBy(POLICY.VERSION.desc())
                        .limit(1)
                        .fetchSingle())
                .rateReference();
    }

    /** All versions, the newest first; at least the standard. */
    @Transactional
    public List<Version> versions() {
        rules.rules(clock.today());
        List<Version> versions = new ArrayList<>();
        PriorityWeights before = null;
        for (PolicyRecord row : sql.selectFrom(POLICY).orderBy(POLICY.VERSION).fetch()) {
            PriorityWeights own = document(row).weights();
            versions.add(new Version(
                    row.getVersion(),
                    row.getEffectiveFrom(),
                    own,
                    before == null ? List.of() : changes(before, own),
                    row.getReason(),
                    row.getActor(),
                    row.getCreatedAt()));
            before = own;
        }
        return versions.reversed();
    }

    /** Adopts a version, which holds from today on: the list is put in its order at once. Empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(Draft draft, String actor) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADOPTION_LOCK));
        LocalDate today = clock.today();
        Version last = versions().getFirst();
        if (last.version() != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        List<String> changes = changes(last.weights(), draft.weights());
        if (changes.isEmpty()) {
            return Optional.of(Refusal.NOTHING_CHANGED);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        PolicyDocument next = document(sql.fetchSingle(POLICY, POLICY.VERSION.eq(last.version())))
                .with(draft.weights());
        sql.insertInto(POLICY, POLICY.VERSION, POLICY.EFFECTIVE_FROM, POLICY.DEFINITION, POLICY.ACTOR, POLICY.REASON)
                .values(last.version() + 1, today, JSON.writeValueAsString(next), actor, draft.reason())
                .execute();
        audit.record(actor, "priority.adopted", "policy", last.version() + 1, String.join("; ", changes));
        events.publishEvent(new StrategiesChanged(today));
        return Optional.empty();
    }

    private static PolicyDocument document(PolicyRecord row) {
        return JSON.readValue(row.getDefinition(), PolicyDocument.class);
    }

    private static List<String> changes(PriorityWeights before, PriorityWeights now) {
        List<String> changes = new ArrayList<>();
        for (PriorityFactor factor : PriorityFactor.values()) {
            if (!before.of(factor).equals(now.of(factor))) {
                changes.add(
                        "%s: %s, was %s".formatted(factor.label(), words(now.of(factor)), words(before.of(factor))));
            }
        }
        return changes;
    }

    private static String words(Weight weight) {
        return "%d, at most %d".formatted(weight.points(), weight.most());
    }
}
