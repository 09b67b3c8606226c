package org.quittance.ledger;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.quittance.db.identity.Tables.PORTFOLIO_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.CUSTOMER;
import static org.quittance.db.ledger.Tables.ENTITY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.identity.Viewer;
import org.quittance.platform.Sink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger aged at any business date, and the items behind each of its figures.
 *
 * <p>The rule is {@link org.quittance.core.ledger.Ageing}'s: debits by days past due, credits apart, currencies never netted. Here it
 * is spelled in SQL, because the sums of ten million items belong in the database.
 */
@Service
@Transactional(readOnly = true)
public class AgeingReport {

    private static final int ROWS_AT_ONCE = 5_000;

    private final DSLContext sql;

    AgeingReport(DSLContext sql) {
        this.sql = sql;
    }

    /** All lines; there are as many as customers where it is asked by customer. */
    public List<AgeingRow> rows(Viewer viewer, AgeingQuery query) {
        return rows(viewer, query, 0, Integer.MAX_VALUE);
    }

    /** Lines by label, as many as are wanted. */
    public List<AgeingRow> rows(Viewer viewer, AgeingQuery query, int offset, int most) {
        Field<Long> key = key(query.grouping());
        Field<String> label = label(query.grouping());
        List<Field<Long>> bands = new ArrayList<>();
        for (int band = 0; band < query.bands().size(); band++) {
            bands.add(summed(OpenAt.OPEN_MINOR.gt(0L).and(inBand(query, band))).as("band_" + band));
        }
        Field<Long> credits = summed(OpenAt.OPEN_MINOR.lt(0L)).as("credits");
        return sql.select(key, label, OpenAt.CURRENCY)
                .select(bands)
                .select(credits)
                .from(labelled(viewer, query))
                .where(narrowed(viewer, query))
                .groupBy(key, label, OpenAt.CURRENCY)
                .orderBy(label, OpenAt.CURRENCY, key)
                .offset(offset)
                .limit(most)
                .fetch(row -> row(row, key, label, bands, credits));
    }

    /** The items behind a figure of the report, by due date, as many as are wanted. */
    public List<AgedItem> items(Viewer viewer, AgeingQuery query, AgeingFigure figure, int offset, int most) {
        return asked(viewer, query, figure).offset(offset).limit(most).fetch(AgeingReport::agedItem);
    }

    /** All items behind a figure of the report, by due date, in memory that does not grow with them. */
    public <E extends Exception> void eachItem(
            Viewer viewer, AgeingQuery query, AgeingFigure figure, Sink<AgedItem, E> sink) throws E {
        try (var cursor = asked(viewer, query, figure).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record row : cursor) {
                sink.take(agedItem(row));
            }
        }
    }

    /** The items with what the lines are told apart by, and no more: with ten million of them each join is seconds. */
    private Table<?> labelled(Viewer viewer, AgeingQuery query) {
        Table<?> items = open(query, _ -> noCondition());
        boolean isOfSomeAccounts = !viewer.seesEverything() || query.portfolioId() != null;
        return switch (query.grouping()) {
            case ENTITY -> withAccount(items, isOfSomeAccounts).join(ENTITY).on(ENTITY.ID.eq(OpenAt.ENTITY_ID));
            case COLLECTOR ->
                withAccount(items, true).join(PORTFOLIO_VIEW).on(PORTFOLIO_VIEW.PORTFOLIO_ID.eq(ACCOUNT.PORTFOLIO_ID));
            case CUSTOMER -> withAccount(items, true).join(CUSTOMER).on(CUSTOMER.ID.eq(ACCOUNT.CUSTOMER_ID));
            case CURRENCY -> withAccount(items, isOfSomeAccounts);
        };
    }

    private static Table<?> withAccount(Table<?> items, boolean isWanted) {
        return isWanted ? items.join(ACCOUNT).on(ACCOUNT.ID.eq(OpenAt.ACCOUNT_ID)) : items;
    }

    private Table<?> open(AgeingQuery query, Function<Field<Long>, Condition> ofAccount) {
        return OpenAt.isNow(sql, query.asOf(), query.knownAt())
                ? OpenAt.now(query.asOf(), ofAccount)
                : OpenAt.table(query.asOf(), query.knownAt(), ofAccount);
    }

    private SelectLimitStep<? extends Record> asked(Viewer viewer, AgeingQuery query, AgeingFigure figure) {
        Long groupKey = figure.key();
        return sql.select(
                        OpenAt.ITEM_ID,
                        OpenAt.ACCOUNT_ID,
                        ENTITY.CODE,
                        OpenAt.KIND,
                        OpenAt.DOCUMENT,
                        OpenAt.DOCUMENT_DATE,
                        OpenAt.DUE_DATE,
                        OpenAt.CURRENCY,
                        OpenAt.ORIGINAL_MINOR,
                        OpenAt.OPEN_MINOR,
                        CUSTOMER.ID,
                        CUSTOMER.NUMBER,
                        CUSTOMER.NAME)
                .from(open(query, accountsOf(query.grouping(), groupKey)))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(OpenAt.ACCOUNT_ID))
                .join(ENTITY)
                .on(ENTITY.ID.eq(OpenAt.ENTITY_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(ACCOUNT.CUSTOMER_ID))
                .where(narrowed(viewer, query))
                .and(
                        groupKey == null || query.grouping() == AgeingQuery.Grouping.CURRENCY
                                ? noCondition()
                                : key(query.grouping()).eq(groupKey))
                .and(counted(query, figure.band()))
                .orderBy(OpenAt.DUE_DATE, OpenAt.ITEM_ID);
    }

    private static Condition counted(AgeingQuery query, @Nullable Integer band) {
        if (band == null) {
            return noCondition();
        }
        return band < 0 ? OpenAt.OPEN_MINOR.lt(0L) : OpenAt.OPEN_MINOR.gt(0L).and(inBand(query, band));
    }

    private static AgedItem agedItem(Record row) {
        return new AgedItem(
                new ItemLine(
                        row.get(OpenAt.ITEM_ID),
                        row.get(OpenAt.ACCOUNT_ID),
                        row.get(ENTITY.CODE),
                        row.get(OpenAt.KIND),
                        row.get(OpenAt.DOCUMENT),
                        row.get(OpenAt.DOCUMENT_DATE),
                        row.get(OpenAt.DUE_DATE),
                        row.get(OpenAt.CURRENCY),
                        row.get(OpenAt.ORIGINAL_MINOR),
                        row.get(OpenAt.OPEN_MINOR)),
                row.get(CUSTOMER.ID),
                row.get(CUSTOMER.NUMBER),
                row.get(CUSTOMER.NAME));
    }

    private static Function<Field<Long>, Condition> accountsOf(AgeingQuery.Grouping grouping, @Nullable Long groupKey) {
        if (grouping != AgeingQuery.Grouping.CUSTOMER || groupKey == null) {
            return _ -> noCondition();
        }
        return account -> account.in(select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.CUSTOMER_ID.eq(groupKey)));
    }

    private static Condition narrowed(Viewer viewer, AgeingQuery query) {
        return Visibility.of(viewer)
                .and(query.entityId() == null ? noCondition() : OpenAt.ENTITY_ID.eq(query.entityId()))
                .and(query.portfolioId() == null ? noCondition() : ACCOUNT.PORTFOLIO_ID.eq(query.portfolioId()))
                .and(query.currency() == null ? noCondition() : OpenAt.CURRENCY.eq(query.currency()));
    }

    /** Band i holds what fell due after the last due date of band i + 1 and up to its own. */
    private static Condition inBand(AgeingQuery query, int band) {
        AgeingBands bands = query.bands();
        LocalDate asOf = query.asOf();
        Condition notOlder = band == bands.size() - 1
                ? noCondition()
                : OpenAt.DUE_DATE.ge(val(asOf.minusDays(bands.lastDays().get(band))));
        Condition notYounger = band == 0
                ? noCondition()
                : OpenAt.DUE_DATE.lt(val(asOf.minusDays(bands.lastDays().get(band - 1))));
        return notOlder.and(notYounger);
    }

    private static Field<Long> summed(Condition condition) {
        return coalesce(sum(OpenAt.OPEN_MINOR).filterWhere(condition).cast(Long.class), inline(0L));
    }

    private static Field<Long> key(AgeingQuery.Grouping grouping) {
        return switch (grouping) {
            case ENTITY -> ENTITY.ID;
            case COLLECTOR -> ACCOUNT.PORTFOLIO_ID;
            case CUSTOMER -> ACCOUNT.CUSTOMER_ID;
            case CURRENCY -> inline(0L).as("currency_key");
        };
    }

    private static Field<String> label(AgeingQuery.Grouping grouping) {
        return switch (grouping) {
            case ENTITY -> ENTITY.NAME;
            case COLLECTOR -> coalesce(PORTFOLIO_VIEW.COLLECTOR_NAME, PORTFOLIO_VIEW.PORTFOLIO_NAME);
            case CUSTOMER -> CUSTOMER.NAME;
            case CURRENCY -> OpenAt.CURRENCY;
        };
    }

    private static AgeingRow row(
            Record row, Field<Long> key, Field<String> label, List<Field<Long>> bands, Field<Long> credits) {
        return new AgeingRow(
                row.get(key),
                row.get(label),
                row.get(OpenAt.CURRENCY),
                bands.stream().map(row::get).toList(),
                row.get(credits));
    }
}
