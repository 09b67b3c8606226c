package org.quittance.ledger;

import static org.quittance.db.ledger.Tables.PORTFOLIO_RULE;
import static org.quittance.db.ledger.Tables.PORTFOLIO_RULE_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.NameRange;
import org.quittance.core.portfolio.PortfolioRule;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.db.ledger.tables.records.PortfolioRuleRecord;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rules by which accounts fall into portfolios, by version.
 *
 * <p>A version holds for accounts that come in from then on. What lies somewhere already moves when somebody has it moved ({@link PortfolioMoves}).
 */
@Service
public class PortfolioRuleBook {

    private static final long ADOPTION_LOCK = 0x51_75_69_74_50_52L;

    private final DSLContext sql;
    private final AuditTrail audit;

    PortfolioRuleBook(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * One version, with who adopted it, when, and why.
     *
     * @param version counted from one; 0 where nobody has adopted any
     */
    public record Version(int version, PortfolioRules rules, String reason, String actor, Instant recordedAt) {}

    /** A version that somebody would like to have; {@code after} is the one that they have seen, 0 for none. */
    public record Draft(int after, PortfolioRules rules, String reason) {}

    /** Why a version is not adopted, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has adopted other rules since you opened this page. Open it again and compare."),
        NOTHING_CHANGED("These are the rules in force. Change one of them."),
        NO_REASON("Say why the rules change; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The one that holds; empty where nobody has adopted any. */
    @Transactional(readOnly = true)
    public Optional<Version> inForce() {
        return versions().stream().findFirst();
    }

    /** All of them, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        Map<Integer, List<PortfolioRuleRecord>> rules = sql.selectFrom(PORTFOLIO_RULE)
                .orderBy(PORTFOLIO_RULE.VERSION, PORTFOLIO_RULE.PLACE)
                .fetchGroups(PORTFOLIO_RULE.VERSION, row -> row);
        return sql.selectFrom(PORTFOLIO_RULE_VERSION)
                .orderBy(PORTFOLIO_RULE_VERSION.VERSION.desc())
                .fetch(row -> new Version(
                        row.getVersion(),
                        new PortfolioRules(rules.getOrDefault(row.getVersion(), List.of()).stream()
                                .map(PortfolioRuleBook::rule)
                                .toList()),
                        row.getReason(),
                        row.getActor(),
                        row.getRecordedAt()));
    }

    /** Adopts a version, which holds at once; empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(Draft draft, Viewer viewer) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADOPTION_LOCK));
        Optional<Version> last = inForce();
        if (last.map(Version::version).orElse(0) != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (last.map(Version::rules).orElse(PortfolioRules.NONE).equals(draft.rules())) {
            return Optional.of(Refusal.NOTHING_CHANGED);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        int version = draft.after() + 1;
        sql.insertInto(PORTFOLIO_RULE_VERSION)
                .set(PORTFOLIO_RULE_VERSION.VERSION, version)
                .set(PORTFOLIO_RULE_VERSION.REASON, draft.reason().strip())
                .set(PORTFOLIO_RULE_VERSION.ACTOR, viewer.login())
                .execute();
        List<PortfolioRule> rules = draft.rules().inOrder();
        for (int i = 0; i < rules.size(); i++) {
            row(version, i + 1, rules.get(i)).insert();
        }
        audit.record(
                viewer.login(),
                "portfolio-rules.adopted",
                "portfolio-rules",
                version,
                "%d rules: %s".formatted(rules.size(), draft.reason().strip()));
        return Optional.empty();
    }

    private PortfolioRuleRecord row(int version, int place, PortfolioRule rule) {
        PortfolioRuleRecord row = sql.newRecord(PORTFOLIO_RULE);
        Money amount = rule.openFrom() == null ? rule.openBelow() : rule.openFrom();
        row.setVersion(version);
        row.setPlace(place);
        row.setPortfolioId(rule.portfolioId());
        row.setEntities(sorted(rule.entities()));
        row.setCountries(sorted(rule.countries()));
        row.setSegments(sorted(rule.segments()));
        row.setNameFrom(rule.names().from());
        row.setNameTo(rule.names().to());
        row.setCurrency(amount == null ? null : amount.currency().getCurrencyCode());
        row.setOpenFromMinor(rule.openFrom() == null ? null : rule.openFrom().minor());
        row.setOpenBelowMinor(rule.openBelow() == null ? null : rule.openBelow().minor());
        return row;
    }

    private static PortfolioRule rule(PortfolioRuleRecord row) {
        return new PortfolioRule(
                row.getPortfolioId(),
                Set.of(row.getEntities()),
                Set.of(row.getCountries()),
                Set.of(row.getSegments()),
                NameRange.of(row.getNameFrom(), row.getNameTo()),
                money(row.getOpenFromMinor(), row.getCurrency()),
                money(row.getOpenBelowMinor(), row.getCurrency()));
    }

    private static @Nullable Money money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
    }

    private static String[] sorted(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}
