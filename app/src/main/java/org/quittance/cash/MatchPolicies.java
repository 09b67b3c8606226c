package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.cash.Tables.MATCH_POLICY;
import static org.quittance.db.cash.Tables.MATCH_POLICY_LIMIT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchPolicy.Allowance;
import org.quittance.core.cash.MatchPolicy.Discount;
import org.quittance.core.cash.MatchPolicy.Limits;
import org.quittance.core.cash.MatchPolicy.Sequence;
import org.quittance.db.cash.tables.records.MatchPolicyRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each legal entity lets the matcher do on its own: versions, each valid from a day, none ever changed.
 *
 * <p>An entity that has none follows {@link MatchPolicy#standard}.
 */
@Service
public class MatchPolicies {

    private static final Limits NOTHING = new Limits(0, 0, 0, 0);

    private final DSLContext sql;
    private final CashLocks locks;
    private final AuditTrail audit;
    private final BusinessClock clock;

    MatchPolicies(DSLContext sql, CashLocks locks, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.locks = locks;
        this.audit = audit;
        this.clock = clock;
    }

    /** One version, with who adopted it, when, and why. */
    public record Version(
            int version, LocalDate validFrom, MatchPolicy policy, String reason, String actor, Instant recordedAt) {}

    /** A version that somebody would like to have; {@code after} is the one that they have seen, 0 for none. */
    public record Draft(int after, LocalDate validFrom, MatchPolicy policy, String reason) {}

    /** Why a version is not adopted, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has adopted another version since you opened this page. Open it again and compare."),
        IN_THE_PAST("What is decided is decided: a version is valid from today at the earliest."),
        NO_REASON("Say why the policy changes; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** All versions of an entity, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(long entityId) {
        List<MatchPolicyRecord> rows = sql.selectFrom(MATCH_POLICY)
                .where(MATCH_POLICY.ENTITY_ID.eq(entityId))
                .orderBy(MATCH_POLICY.VERSION.desc())
                .fetch();
        Long[] ids = rows.stream().map(MatchPolicyRecord::getId).toArray(Long[]::new);
        Map<Long, Map<Currency, Limits>> limits = new HashMap<>();
        sql.selectFrom(MATCH_POLICY_LIMIT)
                .where(MATCH_POLICY_LIMIT.POLICY_ID.eq(any(ids)))
                .forEach(row -> limits.computeIfAbsent(row.getPolicyId(), _ -> new HashMap<>())
                        .put(
                                Currency.getInstance(row.getCurrency()),
                                new Limits(
                                        row.getToleranceMinor(),
                                        row.getSmallDifferenceMinor(),
                                        row.getBankChargeMinor(),
                                        row.getExchangeDifferenceMinor())));
        return rows.stream()
                .map(row -> version(row, limits.getOrDefault(row.getId(), Map.of())))
                .toList();
    }

    /** The policies of one entity, to ask for several days. */
    @Transactional(readOnly = true)
    public Valid of(long entityId) {
        return new Valid(versions(entityId));
    }

    /** Which version counts when: the last that is valid from the day or before; of several of one day the latest adopted. */
    public record Valid(List<Version> versions) {

        public Valid {
            versions = versions.stream()
                    .sorted(Comparator.comparing(Version::validFrom)
                            .thenComparingInt(Version::version)
                            .reversed())
                    .toList();
        }

        public Optional<Version> versionOn(LocalDate day) {
            return versions.stream()
                    .filter(one -> !one.validFrom().isAfter(day))
                    .findFirst();
        }

        public MatchPolicy on(LocalDate day) {
            return versionOn(day).map(Version::policy).orElseGet(MatchPolicy::standard);
        }
    }

    /** Adopts a version; empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(long entityId, Draft draft, Viewer viewer) {
        locks.policy(entityId);
        int last = versions(entityId).stream().mapToInt(Version::version).max().orElse(0);
        if (last != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (draft.validFrom().isBefore(clock.today())) {
            return Optional.of(Refusal.IN_THE_PAST);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        insert(entityId, last + 1, draft, viewer.login());
        audit.record(
                viewer.login(),
                "match-policy.adopted",
                "entity",
                entityId,
                "version %d from %s: %s"
                        .formatted(last + 1, draft.validFrom(), draft.reason().strip()));
        return Optional.empty();
    }

    private void insert(long entityId, int version, Draft draft, String actor) {
        MatchPolicy policy = draft.policy();
        MatchPolicyRecord row = sql.newRecord(MATCH_POLICY);
        row.setEntityId(entityId);
        row.setVersion(version);
        row.setValidFrom(draft.validFrom());
        row.setApplyFrom(BigDecimal.valueOf(policy.applyFrom()));
        row.setTolerancePerMillion(Math.toIntExact(policy.tolerancePerMillion()));
        row.setDiscountBasisPoints(policy.discount().basisPoints());
        row.setDiscountDays(policy.discount().days());
        row.setDiscountGraceDays(policy.discount().graceDays());
        row.setSequence(policy.sequence().name());
        row.setAllowed(policy.allowed().stream().map(Allowance::name).sorted().toArray(String[]::new));
        row.setReason(draft.reason().strip());
        row.setActor(actor);
        row.insert();
        long id = row.getId();
        sql.batchInsert(policy.limitsByCurrency().entrySet().stream()
                        .map(one -> {
                            var limit = sql.newRecord(MATCH_POLICY_LIMIT);
                            limit.setPolicyId(id);
                            limit.setCurrency(one.getKey().getCurrencyCode());
                            limit.setToleranceMinor(one.getValue().toleranceMinor());
                            limit.setSmallDifferenceMinor(one.getValue().smallDifferenceMinor());
                            limit.setBankChargeMinor(one.getValue().bankChargeMinor());
                            limit.setExchangeDifferenceMinor(one.getValue().exchangeDifferenceMinor());
                            return limit;
                        })
                        .toList())
                .execute();
    }

    private static Version version(MatchPolicyRecord row, Map<Currency, Limits> limits) {
        MatchPolicy standard = MatchPolicy.standard();
        MatchPolicy policy = new MatchPolicy(
                row.getApplyFrom().doubleValue(),
                Math.min(standard.proposeFrom(), row.getApplyFrom().doubleValue()),
                NOTHING,
                limits,
                row.getTolerancePerMillion(),
                new Discount(row.getDiscountBasisPoints(), row.getDiscountDays(), row.getDiscountGraceDays()),
                Sequence.valueOf(row.getSequence()),
                standard.earlyDays(),
                standard.lookBackDays(),
                standard.subsetItems(),
                Arrays.stream(row.getAllowed()).map(Allowance::valueOf).collect(Collectors.toSet()));
        return new Version(
                row.getVersion(), row.getValidFrom(), policy, row.getReason(), row.getActor(), row.getRecordedAt());
    }
}
