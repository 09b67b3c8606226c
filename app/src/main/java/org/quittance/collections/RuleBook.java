package org.quittance.collections;

import static org.quittance.db.collections.Tables.POLICY;
import static org.quittance.db.collections.Tables.STRATEGY;
import static org.quittance.db.ledger.Tables.RATE_VIEW;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.audit.AuditTrail;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.Strategies;
import org.quittance.core.collections.Strategy;
import org.quittance.core.collections.StrategyProblem;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.RateTable;
import org.quittance.db.collections.tables.records.PolicyRecord;
import org.quittance.db.collections.tables.records.StrategyRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the strategy and the policy, each version of them. The standard ones are written down when they are first asked for. */
@Service
public class RuleBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUTHOR_OF_THE_STANDARD = "quittance";

    private final DSLContext sql;
    private final AuditTrail audit;

    RuleBook(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The strategy in force on the day. */
    @Transactional
    public Strategy strategy(LocalDate asOf) {
        return strategy(strategyRow(asOf));
    }

    /** Writes the next version of the strategy down; what is wrong with it, if it was refused. */
    @Transactional
    public List<StrategyProblem> changeStrategy(String name, List<Step> steps, LocalDate effectiveFrom, String actor) {
        List<StrategyProblem> problems = Strategies.problems(name, steps);
        if (!problems.isEmpty()) {
            return problems;
        }
        int version = 1
                + sql.select(STRATEGY.VERSION)
                        .from(STRATEGY)
                        .orderBy(STRATEGY.VERSION.desc())
                        .limit(1)
                        .fetchOptional(STRATEGY.VERSION)
                        .orElse(0);
        write(version, StrategyDocument.of(name, steps), effectiveFrom, actor);
        audit.record(actor, "strategy.changed", "strategy", version, name + ", from " + effectiveFrom);
        return List.of();
    }

    @Transactional
    Rules rules(LocalDate asOf) {
        StrategyRecord strategy = strategyRow(asOf);
        PolicyRecord policy = policyRow(asOf);
        PolicyDocument document = JSON.readValue(policy.getDefinition(), PolicyDocument.class);
        return new Rules(strategy.getId(), strategy(strategy), policy.getId(), document.policy(byRate(document, asOf)));
    }

    private static Strategy strategy(StrategyRecord row) {
        return JSON.readValue(row.getDefinition(), StrategyDocument.class).strategy(row.getVersion());
    }

    private StrategyRecord strategyRow(LocalDate asOf) {
        if (!sql.fetchExists(STRATEGY)) {
            Strategy standard = Strategies.standard(Currency.getInstance("EUR"));
            write(1, StrategyDocument.of(standard.name(), standard.steps()), LocalDate.EPOCH, AUTHOR_OF_THE_STANDARD);
        }
        return sql.selectFrom(STRATEGY)
                .where(STRATEGY.EFFECTIVE_FROM.le(asOf))
                .orderBy(STRATEGY.VERSION.desc())
                .limit(1)
                .fetchSingle();
    }

    private PolicyRecord policyRow(LocalDate asOf) {
        if (!sql.fetchExists(POLICY)) {
            sql.insertInto(POLICY, POLICY.VERSION, POLICY.EFFECTIVE_FROM, POLICY.DEFINITION, POLICY.ACTOR)
                    .values(
                            1,
                            LocalDate.EPOCH,
                            JSON.writeValueAsString(PolicyDocument.standard()),
                            AUTHOR_OF_THE_STANDARD)
                    .onConflictDoNothing()
                    .execute();
        }
        return sql.selectFrom(POLICY)
                .where(POLICY.EFFECTIVE_FROM.le(asOf))
                .orderBy(POLICY.VERSION.desc())
                .limit(1)
                .fetchSingle();
    }

    private void write(int version, StrategyDocument document, LocalDate effectiveFrom, String actor) {
        sql.insertInto(
                        STRATEGY,
                        STRATEGY.NAME,
                        STRATEGY.VERSION,
                        STRATEGY.EFFECTIVE_FROM,
                        STRATEGY.DEFINITION,
                        STRATEGY.ACTOR)
                .values(document.name(), version, effectiveFrom, JSON.writeValueAsString(document), actor)
                .onConflictDoNothing()
                .execute();
    }

    /** The reference in every currency that the ledger has a young enough rate for. */
    private Yardstick byRate(PolicyDocument policy, LocalDate asOf) {
        List<Rate> rates = sql.select(RATE_VIEW.QUOTE, RATE_VIEW.ON_DAY, RATE_VIEW.RATE, RATE_VIEW.SOURCE)
                .from(RATE_VIEW)
                .where(RATE_VIEW.BASE.eq(policy.rateCurrency()))
                .and(RATE_VIEW.ON_DAY.between(asOf.minusDays(policy.rateAgeDays()), asOf))
                .fetch(row -> new Rate(row.value2(), Currency.getInstance(row.value1()), row.value3(), row.value4()));
        Set<Currency> currencies = rates.stream().map(Rate::currency).collect(Collectors.toSet());
        RateTable table = RateTable.of(Currency.getInstance(policy.rateCurrency()), policy.rateAgeDays(), rates);
        return Yardstick.of(policy.rateReference(), currencies, table, asOf);
    }
}
