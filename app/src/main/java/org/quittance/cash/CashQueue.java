package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.cash.Tables.IDENTIFICATION;
import static org.quittance.db.cash.Tables.PARKING;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;
import static org.quittance.db.cash.Tables.UNDO;
import static org.quittance.db.cash.Tables.VERDICT;
import static org.quittance.db.cash.Tables.WAITING_VIEW;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.ENTITY_VIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.db.cash.tables.Parking;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What needs a person: money that is not identified, or lies on account without an invoice. */
@Service
@Transactional(readOnly = true)
public class CashQueue {

    private static final Parking LATEST = PARKING.as("latest");
    private static final Table<?> PARKED = lateral(select(PARKING.OWNER, PARKING.UNTIL_DAY, PARKING.NEXT_STEP)
                    .from(PARKING)
                    .where(PARKING.PAYMENT_ID.eq(PAYMENT.ID))
                    .orderBy(PARKING.ID.desc())
                    .limit(1))
            .as(LATEST.getName());
    private static final Field<String> LAST_DECISION = field(select(VERDICT.DECISION)
            .from(VERDICT)
            .where(VERDICT.PAYMENT_ID.eq(PAYMENT.ID))
            .orderBy(VERDICT.ID.desc())
            .limit(1));
    private static final Condition WAS_TAKEN_BACK =
            exists(selectOne().from(UNDO).where(UNDO.PAYMENT_ID.eq(PAYMENT.ID)).and(UNDO.SCOPE.eq("IDENTIFICATION")));
    private static final Field<String> REASON = when(
                    RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(0L), inline(QueueReason.ON_ACCOUNT.name()))
            .when(WAS_TAKEN_BACK, inline(QueueReason.TAKEN_BACK.name()))
            .when(LAST_DECISION.eq("PROPOSED"), inline(QueueReason.PROPOSAL.name()))
            .when(LAST_DECISION.eq("UNIDENTIFIED"), inline(QueueReason.PAYER_UNKNOWN.name()))
            .otherwise(inline(QueueReason.NOT_DECIDED.name()));
    private static final Field<Long> OPEN = RECEIVED_VIEW.UNIDENTIFIED_MINOR.plus(RECEIVED_VIEW.ON_ACCOUNT_MINOR);

    private final DSLContext sql;
    private final Proposals proposals;
    private final SettledDocuments settled;
    private final BusinessClock clock;

    CashQueue(DSLContext sql, Proposals proposals, SettledDocuments settled, BusinessClock clock) {
        this.sql = sql;
        this.proposals = proposals;
        this.settled = settled;
        this.clock = clock;
    }

    /** What is to be decided in one currency. */
    public record Total(String currency, int payments, Money open) {}

    /** Some rows of the queue, with their proposals: those that still stand, at most {@code alternatives} each. */
    public List<QueueRow> rows(Viewer viewer, QueueFilter filter, int from, int most, int alternatives) {
        List<Row> rows = sql.select(
                        PAYMENT.ID,
                        PAYMENT.ENTITY_ID,
                        ENTITY_VIEW.CODE,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.CURRENCY,
                        PAYMENT.AMOUNT_MINOR,
                        OPEN,
                        PAYMENT.PAYER_NAME,
                        PAYMENT.REMITTANCE,
                        REASON,
                        LATEST.OWNER,
                        LATEST.UNTIL_DAY,
                        LATEST.NEXT_STEP)
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .join(ENTITY_VIEW)
                .on(ENTITY_VIEW.ENTITY_ID.eq(PAYMENT.ENTITY_ID))
                .leftJoin(PARKED)
                .on(trueCondition())
                .where(wanted(viewer, filter))
                .orderBy(order(filter))
                .offset(from)
                .limit(most)
                .fetch(CashQueue::row);
        Map<Long, Proposals.Said> said = proposals.of(rows.stream().map(Row::id).toList(), viewer);
        Map<Long, List<SettledDocument>> named = settled.namedIn(
                rows.stream()
                        .map(row -> new SettledDocuments.Text(row.id(), row.entityId(), row.remittance()))
                        .toList(),
                viewer);
        return rows.stream()
                .map(row -> row.with(
                        said.getOrDefault(row.id(), Proposals.Said.NOTHING),
                        alternatives,
                        named.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** What the filter leaves, by currency. */
    public List<Total> totals(Viewer viewer, QueueFilter filter) {
        return sql.select(PAYMENT.CURRENCY, count(), sum(OPEN).cast(Long.class))
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .leftJoin(PARKED)
                .on(trueCondition())
                .where(wanted(viewer, filter))
                .groupBy(PAYMENT.CURRENCY)
                .orderBy(PAYMENT.CURRENCY)
                .fetch(row -> new Total(row.value1(), row.value2(), Money.ofMinor(row.value3(), row.value1())));
    }

    /** The ages by which unallocated cash is summed up. */
    public static final List<String> AGE_BANDS = List.of("0-5 days", "6-10", "11-30", "31-60", "over 60");

    private static final List<Integer> AGE_LIMITS = List.of(5, 10, 30, 60, 36_500);

    /**
     * Unallocated cash of one currency by age.
     *
     * @param bandsMinor one amount for each of {@link #AGE_BANDS}
     */
    public record Ages(String currency, boolean isOnAccount, List<Long> bandsMinor) {

        public Ages {
            bandsMinor = List.copyOf(bandsMinor);
        }

        public long totalMinor() {
            return bandsMinor.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** All unallocated cash that the viewer may see, parked or not. */
    public List<Ages> ages(Viewer viewer) {
        LocalDate today = clock.today();
        QueueFilter all = new QueueFilter(
                QueueFilter.Show.ALL, null, null, null, null, null, "booked", QueueFilter.Order.ASCENDING);
        Field<Boolean> onAccount = field(RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(inline(0L)));
        List<Field<Long>> bands = new ArrayList<>();
        int younger = -1;
        for (int limit : AGE_LIMITS) {
            bands.add(coalesce(
                            sum(OPEN)
                                    .filterWhere(PAYMENT.BOOKING_DATE.between(
                                            today.minusDays(limit), today.minusDays(younger + 1L)))
                                    .cast(Long.class),
                            inline(0L))
                    .as("band_" + bands.size()));
            younger = limit;
        }
        return sql.select(PAYMENT.CURRENCY, onAccount)
                .select(bands)
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .leftJoin(PARKED)
                .on(trueCondition())
                .where(wanted(viewer, all))
                .groupBy(PAYMENT.CURRENCY, onAccount)
                .orderBy(PAYMENT.CURRENCY, onAccount)
                .fetch(row -> new Ages(
                        row.get(PAYMENT.CURRENCY),
                        row.get(onAccount),
                        bands.stream().map(row::get).toList()));
    }

    private record Row(
            long id,
            long entityId,
            String entityCode,
            LocalDate bookingDate,
            Money amount,
            Money open,
            String payerName,
            String remittance,
            QueueReason reason,
            QueueRow.@Nullable Parked parked) {

        QueueRow with(Proposals.Said said, int alternatives, List<SettledDocument> settled) {
            List<Proposal> standing = reason == QueueReason.ON_ACCOUNT
                    ? List.of()
                    : said.proposals().stream()
                            .filter(proposal -> !proposal.rest(open).isNegative())
                            .limit(alternatives)
                            .toList();
            return new QueueRow(
                    id,
                    entityCode,
                    bookingDate,
                    amount,
                    open,
                    payerName,
                    remittance,
                    reason,
                    parked,
                    said.evidence(),
                    standing,
                    settled);
        }
    }

    private static Row row(Record row) {
        String currency = row.get(PAYMENT.CURRENCY);
        String owner = row.get(LATEST.OWNER);
        return new Row(
                row.get(PAYMENT.ID),
                row.get(PAYMENT.ENTITY_ID),
                row.get(ENTITY_VIEW.CODE),
                row.get(PAYMENT.BOOKING_DATE),
                Money.ofMinor(row.get(PAYMENT.AMOUNT_MINOR), currency),
                Money.ofMinor(row.get(OPEN), currency),
                row.get(PAYMENT.PAYER_NAME),
                row.get(PAYMENT.REMITTANCE),
                QueueReason.valueOf(row.get(REASON)),
                owner == null
                        ? null
                        : new QueueRow.Parked(owner, row.get(LATEST.UNTIL_DAY), row.get(LATEST.NEXT_STEP)));
    }

    private Condition wanted(Viewer viewer, QueueFilter filter) {
        LocalDate today = clock.today();
        List<Condition> all = new ArrayList<>();
        Long[] waiting = sql.select(WAITING_VIEW.PAYMENT_ID).from(WAITING_VIEW).fetchArray(WAITING_VIEW.PAYMENT_ID);
        // Asked for first, and of both sides: joined in one statement, the planner would read every payment ever
        // received.
        all.add(PAYMENT.ID.eq(any(waiting)).and(RECEIVED_VIEW.PAYMENT_ID.eq(any(waiting))));
        all.add(OPEN.gt(0L));
        all.add(HeldStatements.HELD.not());
        all.add(RECEIVED_VIEW.UNIDENTIFIED_MINOR.gt(0L).or(visible(viewer)));
        all.add(
                switch (filter.show()) {
                    case TO_DO ->
                        coalesce(LATEST.UNTIL_DAY, inline(LocalDate.EPOCH)).le(today);
                    case PARKED -> LATEST.UNTIL_DAY.gt(today);
                    case ALL -> noCondition();
                });
        all.add(filter.entityId() == null ? noCondition() : PAYMENT.ENTITY_ID.eq(filter.entityId()));
        all.add(filter.currency() == null ? noCondition() : PAYMENT.CURRENCY.eq(filter.currency()));
        all.add(
                filter.reason() == null
                        ? noCondition()
                        : REASON.eq(filter.reason().name()));
        all.add(filter.owner() == null ? noCondition() : LATEST.OWNER.eq(filter.owner()));
        all.add(
                filter.olderThanDays() == null
                        ? noCondition()
                        : PAYMENT.BOOKING_DATE.le(today.minusDays(filter.olderThanDays())));
        return all.stream().reduce(noCondition(), Condition::and);
    }

    /** Money that belongs to nobody yet is everybody's at the desk; what is on an account is seen by those who see the account. */
    private static Condition visible(Viewer viewer) {
        return exists(selectOne()
                .from(IDENTIFICATION)
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(IDENTIFICATION.ACCOUNT_ID))
                .where(IDENTIFICATION.PAYMENT_ID.eq(PAYMENT.ID))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID)));
    }

    private static List<OrderField<?>> order(QueueFilter filter) {
        Field<?> by = switch (filter.column()) {
            case "booked" -> PAYMENT.BOOKING_DATE;
            case "payer" -> PAYMENT.PAYER_NAME;
            default -> OPEN;
        };
        OrderField<?> first = filter.order() == QueueFilter.Order.DESCENDING ? by.desc() : by.asc();
        return List.of(first, PAYMENT.BOOKING_DATE, PAYMENT.ID);
    }
}
