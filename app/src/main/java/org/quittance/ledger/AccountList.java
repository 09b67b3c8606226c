package org.quittance.ledger;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.quittance.db.ledger.Tables.ACCOUNT_MOVE;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with the portfolio in which they lie, for whoever hands them on. */
@Service
@Transactional(readOnly = true)
public class AccountList {

    private final DSLContext sql;

    AccountList(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One account.
     *
     * @param isByHand whether a person has put it into its portfolio, so that rules leave it there
     * @param open what is open per currency, by code
     */
    public record Row(
            long accountId,
            long customerId,
            String customerName,
            String entityCode,
            String accountNumber,
            String country,
            String segment,
            String portfolio,
            boolean isByHand,
            List<Money> open) {

        public Row {
            open = List.copyOf(open);
        }
    }

    /** By customer and account. */
    public List<Row> rows(Viewer viewer, AccountFilter filter, int offset, int most) {
        Field<List<Money>> open = multiset(select(OPEN_ITEM.CURRENCY, sum(OPEN_ITEM.OPEN_MINOR))
                        .from(OPEN_ITEM)
                        .where(OPEN_ITEM.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .groupBy(OPEN_ITEM.CURRENCY)
                        .orderBy(OPEN_ITEM.CURRENCY))
                .convertFrom(rows -> rows.map(row -> Money.ofMinor(row.value2().longValueExact(), row.value1())));
        Field<Boolean> byHand = coalesce(
                DSL.field(select(ACCOUNT_MOVE.BY_HAND)
                        .from(ACCOUNT_MOVE)
                        .where(ACCOUNT_MOVE.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                        .orderBy(ACCOUNT_MOVE.MOVE_ID.desc())
                        .limit(1)),
                inline(false));
        return sql.select(ACCOUNT_VIEW.fields())
                .select(open, byHand)
                .from(ACCOUNT_VIEW)
                .where(filter.condition())
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ACCOUNT_ID)
                .offset(offset)
                .limit(most)
                .fetch(row -> new Row(
                        row.get(ACCOUNT_VIEW.ACCOUNT_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                        row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                        row.get(ACCOUNT_VIEW.ENTITY_CODE),
                        row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                        row.get(ACCOUNT_VIEW.COUNTRY),
                        row.get(ACCOUNT_VIEW.SEGMENT),
                        row.get(ACCOUNT_VIEW.PORTFOLIO_NAME),
                        row.get(byHand),
                        row.get(open)));
    }

    public int count(Viewer viewer, AccountFilter filter) {
        return sql.fetchCount(select(inline(1))
                .from(ACCOUNT_VIEW)
                .where(filter.condition())
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
    }
}
