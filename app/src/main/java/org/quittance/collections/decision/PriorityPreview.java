package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.DECISION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules;
import org.quittance.core.collections.PriorityWeights;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who would stand at the top of the list by other weights.
 *
 * <p>It looks at the first {@value #LOOKED_AT} accounts of the list as it is: whoever stands below them today is not seen, even where the
 * new weights would lift them past all of these.
 */
@Service
public class PriorityPreview {

    /** How many accounts are put in order anew. */
    public static final int LOOKED_AT = 300;

    private static final int SHOWN = 20;

    private final DSLContext sql;
    private final Runs runs;
    private final RuleBook ruleBook;
    private final AccountDecisions decisions;
    private final BusinessClock clock;

    PriorityPreview(DSLContext sql, Runs runs, RuleBook ruleBook, AccountDecisions decisions, BusinessClock clock) {
        this.sql = sql;
        this.runs = runs;
        this.ruleBook = ruleBook;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** One account with its place and points today and by the other weights. */
    public record Line(
            long customerId,
            String customer,
            String entityCode,
            int place,
            int placeToday,
            int points,
            int pointsToday) {}

    private record Now(long customerId, String customer, String entityCode, int place, int points) {}

    /** The first {@value #SHOWN} by the weights, of the accounts that the viewer sees and that have something to do. */
    @Transactional
    public List<Line> first(PriorityWeights weights, Viewer viewer) {
        LocalDate today = clock.today();
        Map<Long, Now> now = now(viewer);
        List<Rules.Decided> decided =
                new ArrayList<>(decisions.decide(now.keySet(), today, ruleBook.rules(today, weights)));
        decided.sort(
                Comparator.comparingInt((Rules.Decided one) -> one.priority().total())
                        .reversed()
                        .thenComparing(one -> one.account().key()));
        List<Line> lines = new ArrayList<>();
        for (Rules.Decided one : decided.stream().limit(SHOWN).toList()) {
            Now was = now.get(one.account().key().accountId());
            if (was != null) {
                lines.add(new Line(
                        was.customerId(),
                        was.customer(),
                        was.entityCode(),
                        lines.size() + 1,
                        was.place(),
                        one.priority().total(),
                        was.points()));
            }
        }
        return lines;
    }

    private Map<Long, Now> now(Viewer viewer) {
        Map<Long, Now> now = new HashMap<>();
        runs.published()
                .ifPresent(run -> sql.select(
                                DECISION.ACCOUNT_ID,
                                DECISION.CUSTOMER_ID,
                                ACCOUNT_VIEW.CUSTOMER_NAME,
                                ACCOUNT_VIEW.ENTITY_CODE,
                                DECISION.POINTS)
                        .from(DECISION)
                        .join(ACCOUNT_VIEW)
                        .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(DECISION.ACCOUNT_ID))
                        .where(DECISION.RUN_ID.eq(run))
                        .and(DECISION.OUTCOME.eq("ACT"))
                        .and(Visibility.of(viewer, DECISION.PORTFOLIO_ID))
                        .orderBy(DECISION.POINTS.desc(), DECISION.ACCOUNT_ID)
                        .limit(LOOKED_AT)
                        .forEach(row -> now.put(
                                row.value1(),
                                new Now(row.value2(), row.value3(), row.value4(), now.size() + 1, row.value5()))));
        return now;
    }
}
