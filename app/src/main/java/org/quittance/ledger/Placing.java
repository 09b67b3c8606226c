package org.quittance.ledger;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.AccountProfile;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.identity.Viewer;
import org.quittance.platform.CopyRows;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out which accounts would go where, and leaves it in the temporary table {@code account_placing} of the caller's transaction: the same for a preview
 * and for the deed.
 *
 * <p>Profiles of accounts are read as a stream, the rules decide about each, and only those that would move are kept.
 */
@Component
class Placing {

    private static final SqlFile TABLE = SqlFile.beside(Placing.class, "placing.sql");
    private static final SqlFile PROFILES = SqlFile.beside(Placing.class, "profiles.sql");
    private static final String TARGET = "account_placing (account_id, from_id, to_id, rule_place)";
    private static final int ROWS_AT_ONCE = 5_000;

    private final DSLContext sql;

    Placing(DSLContext sql) {
        this.sql = sql;
    }

    /** Whom rules are applied to: all accounts, or some; and whether those that a person has put somewhere are among them. */
    record Scope(Optional<Long[]> accounts, boolean andByHand) {

        private Condition on(String column) {
            return accounts.map(ids -> condition(column + " = any({0})", val(ids)))
                    .orElse(trueCondition());
        }
    }

    /** Where each account of the scope goes by the rules. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void byRules(PortfolioRules rules, Scope scope) {
        TABLE.runAll(sql);
        Condition items = rules.askForAmounts() ? scope.on("i.account_id") : falseCondition();
        CopyRows rows = new CopyRows(ROWS_AT_ONCE);
        try (Cursor<Record> profiles = sql.resultQuery(
                        PROFILES.text(), scope.on("a.id"), items, inline(scope.andByHand()))
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            for (Record row : profiles) {
                long from = row.get("portfolio_id", Long.class);
                Optional<PortfolioRules.Choice> choice =
                        rules.choose(profile(row)).filter(found -> found.portfolioId() != from);
                if (choice.isPresent()) {
                    rows.value(row.get("account_id", Long.class).longValue())
                            .value(from)
                            .value(choice.get().portfolioId())
                            .value(choice.get().place())
                            .end();
                }
                if (rows.rows() >= ROWS_AT_ONCE) {
                    rows.into(TARGET, sql);
                    rows = new CopyRows(ROWS_AT_ONCE);
                }
            }
        }
        rows.into(TARGET, sql);
    }

    /** That the chosen accounts of those that the viewer sees go to one portfolio. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void byHand(AccountChoice choice, long portfolioId, Viewer viewer) {
        TABLE.runAll(sql);
        sql.execute(
                "insert into account_placing (account_id, from_id, to_id) {0}",
                sql.select(ACCOUNT_VIEW.ACCOUNT_ID, ACCOUNT_VIEW.PORTFOLIO_ID, val(portfolioId))
                        .from(ACCOUNT_VIEW)
                        .where(choice.condition())
                        .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                        .and(ACCOUNT_VIEW.PORTFOLIO_ID.ne(portfolioId)));
    }

    private static AccountProfile profile(Record row) {
        return new AccountProfile(
                row.get("entity_code", String.class),
                row.get("country", String.class).strip(),
                row.get("segment", String.class),
                row.get("name", String.class),
                open(row.get("currencies", String[].class), row.get("minors", Long[].class)));
    }

    private static List<Money> open(String @Nullable [] currencies, Long @Nullable [] minors) {
        List<Money> open = new ArrayList<>();
        if (currencies != null && minors != null) {
            for (int i = 0; i < currencies.length; i++) {
                open.add(Money.ofMinor(minors[i], currencies[i]));
            }
        }
        return open;
    }
}
