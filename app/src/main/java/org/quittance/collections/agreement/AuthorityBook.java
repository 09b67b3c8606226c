package org.quittance.collections.agreement;

import static org.quittance.db.collections.Tables.AUTHORITY_LIMIT;
import static org.quittance.db.collections.Tables.AUTHORITY_VERSION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.collections.Officers;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Authority.Level;
import org.quittance.core.agreement.AuthorityLimits;
import org.quittance.core.agreement.AuthorityLimits.Limits;
import org.quittance.core.agreement.Ceiling;
import org.quittance.core.agreement.Ceiling.AnyAmount;
import org.quittance.core.agreement.Ceiling.UpTo;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.money.Money;
import org.quittance.db.collections.tables.records.AuthorityLimitRecord;
import org.quittance.db.collections.tables.records.AuthorityVersionRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far each level goes, by version: the latest holds, none is ever changed. Before the first was adopted {@link AuthorityLimits#standard}
 * holds.
 *
 * <p>What was given up, offered or approved keeps its verdict; what waits is decided about by the limits of the day of the decision.
 */
@Service
public class AuthorityBook {

    /** Told to whoever would give up more than anybody may approve. */
    public static final String BEYOND_EVERYBODY =
            "It is more than anybody may approve. Give less up, or ask the credit manager for higher limits.";

    private static final long ADOPTION_LOCK = 0x51_75_69_74_74_4cL;

    private final DSLContext sql;
    private final RuleBook ruleBook;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AuthorityBook(DSLContext sql, RuleBook ruleBook, AuditTrail audit, BusinessClock clock) {
        this.sql = sql;
        this.ruleBook = ruleBook;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One version, with who adopted it, when, and why.
     *
     * @param changes what differs from the version before it, or from the standard, in words
     */
    public record Version(
            int version,
            AuthorityLimits limits,
            List<String> changes,
            String reason,
            String actor,
            Instant recordedAt) {

        public Version {
            changes = List.copyOf(changes);
        }
    }

    /** A version that somebody would like to have; {@code after} is the one that they have seen, 0 for none. */
    public record Draft(int after, AuthorityLimits limits, String reason) {}

    /** Why a version is not adopted, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has adopted other limits since you opened this page. Open it again and compare."),
        NOTHING_CHANGED("These are the limits in force. Change one of them."),
        UNKNOWN_CURRENCY(
                "There is no recent exchange rate for this currency, so that no other could be held against it."
                        + " Enter one, or choose another."),
        NO_REASON("Say why the limits change; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Those that hold now. */
    @Transactional(readOnly = true)
    public AuthorityLimits inForce() {
        return sql.selectFrom(AUTHORITY_VERSION)
                .orderBy(AUTHORITY_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional()
                .map(latest -> limits(
                        sql.selectFrom(AUTHORITY_LIMIT)
                                .where(AUTHORITY_LIMIT.VERSION.eq(latest.getVersion()))
                                .fetch(),
                        Currency.getInstance(latest.getCurrency())))
                .orElseGet(AuthorityLimits::standard);
    }

    /** Who approves which repayment plans. */
    @Transactional(readOnly = true)
    public Authority plans() {
        return inForce().plans();
    }

    /** What the viewer may give up alone, and who approves more, in words. */
    @Transactional(readOnly = true)
    public String givingUp(Viewer viewer) {
        return inForce().discretion().sentence(Officers.of(viewer).levels());
    }

    /** Whom it takes for the viewer to give an amount up today. */
    @Transactional
    public Discretion.Need need(Money amount, Viewer viewer) {
        return inForce()
                .discretion()
                .need(new Discretion.Wish(Officers.of(viewer), amount, clock.today()), yardstick());
    }

    /** Why the viewer may not decide so about what another would give up; empty where they may. */
    @Transactional
    public Optional<Authority.Withheld> withheld(Discretion.Wish wish, RequestDecision decision, Viewer viewer) {
        return approver(viewer).withheld(wish, decision);
    }

    /** The viewer with what they may decide about today. */
    @Transactional
    public Approver approver(Viewer viewer) {
        return new Approver(Officers.of(viewer), inForce(), yardstick());
    }

    /** By which amounts of other currencies are held against the limits today. */
    @Transactional
    public Yardstick yardstick() {
        return ruleBook.rules(clock.today()).policy().yardstick();
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        Map<Integer, List<AuthorityLimitRecord>> limits = sql.selectFrom(AUTHORITY_LIMIT)
                .orderBy(AUTHORITY_LIMIT.VERSION, AUTHORITY_LIMIT.LEVEL)
                .fetchGroups(AUTHORITY_LIMIT.VERSION, row -> row);
        List<Version> versions = new ArrayList<>();
        AuthorityLimits before = AuthorityLimits.standard();
        for (AuthorityVersionRecord row : sql.selectFrom(AUTHORITY_VERSION)
                .orderBy(AUTHORITY_VERSION.VERSION)
                .fetch()) {
            AuthorityLimits own =
                    limits(limits.getOrDefault(row.getVersion(), List.of()), Currency.getInstance(row.getCurrency()));
            versions.add(new Version(
                    row.getVersion(),
                    own,
                    own.changesFrom(before),
                    row.getReason(),
                    row.getActor(),
                    row.getRecordedAt()));
            before = own;
        }
        return versions.reversed();
    }

    /** Adopts a version, which holds at once; empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(Draft draft, Viewer viewer) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADOPTION_LOCK));
        int last = versions().stream().mapToInt(Version::version).max().orElse(0);
        List<String> changes = draft.limits().changesFrom(inForce());
        if (last != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (changes.isEmpty()) {
            return Optional.of(Refusal.NOTHING_CHANGED);
        }
        if (!yardstick().knows(draft.limits().currency())) {
            return Optional.of(Refusal.UNKNOWN_CURRENCY);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        write(last + 1, draft, viewer.login());
        audit.record(
                viewer.login(),
                "authority-limits.adopted",
                "policy",
                "authority-limits",
                "version %d, %s: %s"
                        .formatted(
                                last + 1,
                                String.join("; ", changes),
                                draft.reason().strip()));
        return Optional.empty();
    }

    private void write(int version, Draft draft, String actor) {
        sql.insertInto(AUTHORITY_VERSION)
                .set(AUTHORITY_VERSION.VERSION, version)
                .set(AUTHORITY_VERSION.CURRENCY, draft.limits().currency().getCurrencyCode())
                .set(AUTHORITY_VERSION.REASON, draft.reason().strip())
                .set(AUTHORITY_VERSION.ACTOR, actor)
                .execute();
        var rows = sql.insertInto(
                AUTHORITY_LIMIT,
                AUTHORITY_LIMIT.VERSION,
                AUTHORITY_LIMIT.LEVEL,
                AUTHORITY_LIMIT.ALONE_MINOR,
                AUTHORITY_LIMIT.APPROVING_MINOR,
                AUTHORITY_LIMIT.PLANS_MINOR,
                AUTHORITY_LIMIT.PLAN_DAYS);
        for (Level level : Level.values()) {
            Limits limits = draft.limits().of(level);
            rows = rows.values(
                    version,
                    level,
                    limits.alone().minor(),
                    minor(limits.approving()),
                    minor(limits.plans()),
                    limits.planDays());
        }
        rows.execute();
    }

    private static @Nullable Long minor(Ceiling ceiling) {
        return switch (ceiling) {
            case UpTo(Money most) -> most.minor();
            case AnyAmount() -> null;
        };
    }

    private static AuthorityLimits limits(List<AuthorityLimitRecord> rows, Currency currency) {
        return new AuthorityLimits(rows.stream()
                .collect(Collectors.toMap(
                        AuthorityLimitRecord::getLevel,
                        row -> new Limits(
                                Money.ofMinor(row.getAloneMinor(), currency),
                                ceiling(row.getApprovingMinor(), currency),
                                ceiling(row.getPlansMinor(), currency),
                                row.getPlanDays()))));
    }

    private static Ceiling ceiling(@Nullable Long minor, Currency currency) {
        return minor == null ? new AnyAmount() : new UpTo(Money.ofMinor(minor, currency));
    }
}
