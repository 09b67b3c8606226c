package org.quittance.collections.contact;

import static org.quittance.db.collections.Tables.CONTACT_POLICY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.correspondence.HeldMessages;
import org.quittance.db.collections.tables.records.ContactPolicyRecord;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * When and how often customers may be contacted: versions, each valid from a day, none ever changed. Before the first was adopted the
 * {@link ContactPolicy#standard} holds.
 */
@Service
public class ContactPolicies {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long ADOPTION_LOCK = 0x51_75_69_74_74_48L;

    private final DSLContext sql;
    private final AuditTrail audit;
    private final HeldMessages held;
    private final BusinessClock clock;

    ContactPolicies(DSLContext sql, AuditTrail audit, HeldMessages held, BusinessClock clock) {
        this.sql = sql;
        this.audit = audit;
        this.held = held;
        this.clock = clock;
    }

    /** One version, with who adopted it, when, and why. */
    public record Version(
            int version, LocalDate validFrom, ContactPolicy policy, String reason, String actor, Instant recordedAt) {}

    /** A version that somebody would like to have; {@code after} is the one that they have seen, 0 for none. */
    public record Draft(int after, LocalDate validFrom, ContactPolicy policy, String reason) {}

    /** Why a version is not adopted, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has adopted another version since you opened this page. Open it again and compare."),
        IN_THE_PAST("Who was contacted was contacted: a version is valid from today at the earliest."),
        NO_REASON("Say why the rules change; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return sql.selectFrom(CONTACT_POLICY)
                .orderBy(CONTACT_POLICY.VERSION.desc())
                .fetch(ContactPolicies::version);
    }

    /** The version that counts on a day: the last that is valid from then or before; of several of one day the latest adopted. */
    @Transactional(readOnly = true)
    public Optional<Version> versionOn(LocalDate day) {
        return versions().stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Version::validFrom).thenComparingInt(Version::version));
    }

    /** The policy that counts on a day. */
    @Transactional(readOnly = true)
    public ContactPolicy on(LocalDate day) {
        return versionOn(day).map(Version::policy).orElseGet(ContactPolicy::standard);
    }

    /** Adopts a version; empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(Draft draft, Viewer viewer) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADOPTION_LOCK));
        int last = versions().stream().mapToInt(Version::version).max().orElse(0);
        if (last != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (draft.validFrom().isBefore(clock.today())) {
            return Optional.of(Refusal.IN_THE_PAST);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        ContactPolicyRecord row = sql.newRecord(CONTACT_POLICY);
        row.setVersion(last + 1);
        row.setValidFrom(draft.validFrom());
        row.setDefinition(JSON.writeValueAsString(ContactPolicyDocument.of(draft.policy())));
        row.setReason(draft.reason().strip());
        row.setActor(viewer.login());
        row.insert();
        audit.record(
                viewer.login(),
                "contact-policy.adopted",
                "setting",
                "contact-policy",
                "version %d from %s: %s"
                        .formatted(last + 1, draft.validFrom(), draft.reason().strip()));
        if (draft.validFrom().equals(clock.today())) {
            held.rulesHaveChanged();
        }
        return Optional.empty();
    }

    private static Version version(ContactPolicyRecord row) {
        return new Version(
                row.getVersion(),
                row.getValidFrom(),
                JSON.readValue(row.getDefinition(), ContactPolicyDocument.class).policy(),
                row.getReason(),
                row.getActor(),
                row.getRecordedAt());
    }
}
