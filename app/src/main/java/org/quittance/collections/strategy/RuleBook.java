package org.quittance.collections.strategy;

import static org.quittance.db.collections.Tables.POLICY;
import static org.quittance.db.ledger.Tables.RATE_VIEW;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.quittance.core.collections.PriorityWeights;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.RateTable;
import org.quittance.db.collections.tables.records.PolicyRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules of a day: the strategies in force, and the policy, whose standard is written down when it is first asked for. */
@Service
public class RuleBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AUTHOR_OF_THE_STANDARD = "quittance";

    private final DSLContext sql;
    private final StrategyBook strategies;

    RuleBook(DSLContext sql, StrategyBook strategies) {
        this.sql = sql;
        this.strategies = strategies;
    }

    @Transactional
    public Rules rules(LocalDate asOf) {
        PolicyRecord policy = policyRow(asOf);
        PolicyDocument document = JSON.readValue(policy.getDefinition(), PolicyDocument.class);
        return new Rules(strategies.inForce(asOf), policy.getId(), document.policy(byRate(document, asOf)));
    }

    /** The rules of a day as they would be by other weights. */
    @Transactional
    public Rules rules(LocalDate asOf, PriorityWeights weights) {
        PolicyRecord policy = policyRow(asOf);
        PolicyDocument document =
                JSON.readValue(policy.getDefinition(), PolicyDocument.class).with(weights);
        return new Rules(strategies.inForce(asOf), policy.getId(), document.policy(byRate(document, asOf)));
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
