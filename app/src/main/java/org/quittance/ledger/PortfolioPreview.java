package org.quittance.ledger;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.quittance.db.identity.Tables.PORTFOLIO_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.db.identity.tables.PortfolioView;
import org.quittance.ledger.PortfolioRuleBook.Version;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who would move if the rules in force were carried out now: from whom to whom, how many, how much. Nothing moves. */
@Service
public class PortfolioPreview {

    private static final Table<Record> PLACING = table(name("account_placing"));
    private static final Field<Long> ACCOUNT_ID = field(name("account_placing", "account_id"), SQLDataType.BIGINT);
    private static final Field<Long> FROM_ID = field(name("account_placing", "from_id"), SQLDataType.BIGINT);
    private static final Field<Long> TO_ID = field(name("account_placing", "to_id"), SQLDataType.BIGINT);
    private static final Field<Integer> PLACE = field(name("account_placing", "rule_place"), SQLDataType.INTEGER);
    private static final PortfolioView FROM = PORTFOLIO_VIEW.as("was");
    private static final PortfolioView TO = PORTFOLIO_VIEW.as("becomes");

    private static final Field<List<Money>> OPEN = multiset(select(OPEN_ITEM.CURRENCY, sum(OPEN_ITEM.OPEN_MINOR))
                    .from(OPEN_ITEM)
                    .where(OPEN_ITEM.ACCOUNT_ID.eq(ACCOUNT_ID))
                    .groupBy(OPEN_ITEM.CURRENCY)
                    .orderBy(OPEN_ITEM.CURRENCY))
            .convertFrom(rows -> rows.map(row -> Money.ofMinor(row.value2().longValueExact(), row.value1())));

    private static final int ROWS_AT_ONCE = 2_000;

    private final DSLContext sql;
    private final Placing placing;
    private final PortfolioRuleBook rules;

    PortfolioPreview(DSLContext sql, Placing placing, PortfolioRuleBook rules) {
        this.sql = sql;
        this.placing = placing;
        this.rules = rules;
    }

    /** From one portfolio to another, by one rule. */
    public record Part(String from, String to, int rule, int accounts, List<Money> open) {

        public Part {
            open = List.copyOf(open);
        }
    }

    /** One account that would move. */
    public record Line(
            long customerId,
            String customerName,
            String entityCode,
            String accountNumber,
            String from,
            String to,
            int rule,
            List<Money> open) {

        public Line {
            open = List.copyOf(open);
        }
    }

    /**
     * The whole of it, with some of the accounts.
     *
     * @param lines of the page, by customer
     */
    public record Moves(List<Part> parts, List<Line> lines) {

        public Moves {
            parts = List.copyOf(parts);
            lines = List.copyOf(lines);
        }

        public int accounts() {
            return parts.stream().mapToInt(Part::accounts).sum();
        }

        /** What is open on all of them, per currency by code. */
        public List<Money> open() {
            return parts.stream()
                    .flatMap(part -> part.open().stream())
                    .collect(Collectors.toMap(Money::currency, money -> money, Money::plus))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing(
                            (Money money) -> money.currency().getCurrencyCode()))
                    .toList();
        }
    }

    @Transactional
    public Moves moves(boolean andByHand, int offset, int most) {
        place(andByHand);
        Map<List<Object>, List<Money>> open = sql.select(
                        FROM_ID, TO_ID, PLACE, OPEN_ITEM.CURRENCY, sum(OPEN_ITEM.OPEN_MINOR))
                .from(PLACING)
                .join(OPEN_ITEM)
                .on(OPEN_ITEM.ACCOUNT_ID.eq(ACCOUNT_ID))
                .groupBy(FROM_ID, TO_ID, PLACE, OPEN_ITEM.CURRENCY)
                .orderBy(OPEN_ITEM.CURRENCY)
                .fetchGroups(
                        row -> List.<Object>of(row.value1(), row.value2(), row.value3()),
                        row -> Money.ofMinor(row.value5().longValueExact(), row.value4()));
        List<Part> parts = sql.select(FROM_ID, TO_ID, PLACE, FROM.PORTFOLIO_NAME, TO.PORTFOLIO_NAME, count())
                .from(PLACING)
                .join(FROM)
                .on(FROM.PORTFOLIO_ID.eq(FROM_ID))
                .join(TO)
                .on(TO.PORTFOLIO_ID.eq(TO_ID))
                .groupBy(FROM_ID, TO_ID, PLACE, FROM.PORTFOLIO_NAME, TO.PORTFOLIO_NAME)
                .orderBy(PLACE, FROM.PORTFOLIO_NAME, FROM_ID, TO_ID)
                .fetch(row -> new Part(
                        row.value4(),
                        row.value5(),
                        row.value3(),
                        row.value6(),
                        open.getOrDefault(List.of(row.value1(), row.value2(), row.value3()), List.of())));
        return new Moves(parts, lines(offset, most).fetch(PortfolioPreview::line));
    }

    /** All of them, one by one. */
    @Transactional
    public void each(boolean andByHand, Consumer<Line> taker) {
        place(andByHand);
        try (Cursor<? extends Record> lines =
                lines(0, Integer.MAX_VALUE).fetchSize(ROWS_AT_ONCE).fetchLazy()) {
            for (Record row : lines) {
                taker.accept(line(row));
            }
        }
    }

    private void place(boolean andByHand) {
        placing.byRules(
                rules.inForce().map(Version::rules).orElse(PortfolioRules.NONE),
                new Placing.Scope(Optional.empty(), andByHand));
    }

    private ResultQuery<? extends Record> lines(int offset, int most) {
        return sql.select(ACCOUNT_VIEW.fields())
                .select(PLACE, FROM.PORTFOLIO_NAME, TO.PORTFOLIO_NAME, OPEN)
                .from(PLACING)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(ACCOUNT_ID))
                .join(FROM)
                .on(FROM.PORTFOLIO_ID.eq(FROM_ID))
                .join(TO)
                .on(TO.PORTFOLIO_ID.eq(TO_ID))
                .orderBy(ACCOUNT_VIEW.CUSTOMER_NAME, ACCOUNT_VIEW.ACCOUNT_ID)
                .offset(offset)
                .limit(most);
    }

    private static Line line(Record row) {
        return new Line(
                row.get(ACCOUNT_VIEW.CUSTOMER_ID),
                row.get(ACCOUNT_VIEW.CUSTOMER_NAME),
                row.get(ACCOUNT_VIEW.ENTITY_CODE),
                row.get(ACCOUNT_VIEW.ACCOUNT_NUMBER),
                row.get(FROM.PORTFOLIO_NAME),
                row.get(TO.PORTFOLIO_NAME),
                row.get(PLACE),
                row.get(OPEN));
    }
}
