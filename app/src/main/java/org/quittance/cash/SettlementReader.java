package org.quittance.cash;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.PAYMENT;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_JOIN;
import static org.quittance.db.cash.Tables.SETTLEMENT_LINE;
import static org.quittance.db.cash.Tables.SETTLEMENT_PART;
import static org.quittance.db.cash.Tables.SETTLEMENT_REPORT;
import static org.quittance.db.cash.Tables.SETTLEMENT_VIEW;
import static org.quittance.db.cash.Tables.STATEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.SettlementReportView.LineView;
import org.quittance.cash.SettlementReportView.Progress;
import org.quittance.cash.SettlementReportView.State;
import org.quittance.cash.SettlementReportView.Tie;
import org.quittance.core.cash.SettlementJoin;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows settlement reports to a person. */
@Service
@Transactional(readOnly = true)
public class SettlementReader {

    private static final int CANDIDATES_SHOWN = 20;

    private static final Field<Integer> LINES =
            field(select(count()).from(SETTLEMENT_LINE).where(SETTLEMENT_LINE.REPORT_ID.eq(SETTLEMENT_REPORT.ID)));

    private final DSLContext sql;
    private final SettlementLineReader lines;
    private final BusinessClock clock;

    SettlementReader(DSLContext sql, SettlementLineReader lines, BusinessClock clock) {
        this.sql = sql;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @param state which alone to show; null shows all
     */
    public List<SettlementReportView.Row> rows(@Nullable State state, long from, int most) {
        Field<String> stands = state();
        return rowsWhere(state == null ? stands.isNotNull() : stands.eq(state.name()), from, most);
    }

    private List<SettlementReportView.Row> rowsWhere(Condition which, long from, int most) {
        Field<String> stands = state();
        return sql.select(SETTLEMENT_REPORT.fields())
                .select(stands, LINES, SETTLEMENT_VIEW.EXPECTED_MINOR, SETTLEMENT_VIEW.PAYMENT_ID)
                .from(SETTLEMENT_REPORT)
                .join(SETTLEMENT_VIEW)
                .on(SETTLEMENT_VIEW.REPORT_ID.eq(SETTLEMENT_REPORT.ID))
                .where(which)
                .orderBy(SETTLEMENT_REPORT.ID.desc())
                .limit(most)
                .offset(from)
                .fetch(row -> row(row, State.valueOf(row.get(stands))));
    }

    /** How many reports stand where. */
    public Map<State, Integer> counts() {
        Field<String> stands = state();
        var each = select(stands.as("state"))
                .from(SETTLEMENT_REPORT)
                .join(SETTLEMENT_VIEW)
                .on(SETTLEMENT_VIEW.REPORT_ID.eq(SETTLEMENT_REPORT.ID))
                .asTable("each");
        Field<String> found = field("each.state", String.class);
        return sql.select(found, count())
                .from(each)
                .groupBy(found)
                .fetchMap(row -> State.valueOf(row.value1()), row -> row.value2());
    }

    /** A report; documents of accounts that the viewer may not see are not named. */
    public Optional<SettlementReportView> report(long id, Viewer viewer) {
        return rowsWhere(SETTLEMENT_REPORT.ID.eq(id), 0, 1).stream().findFirst().map(row -> {
            List<LineView> views = lines.of(id, row.expected().currency().getCurrencyCode(), viewer);
            SettlementReport report = sql.selectFrom(SETTLEMENT_REPORT)
                    .where(SETTLEMENT_REPORT.ID.eq(id))
                    .fetchSingle(found -> new SettlementReport(
                            found.getFormat(),
                            found.getProcessor(),
                            found.getReference(),
                            found.getAccount(),
                            found.getPayoutDate(),
                            Money.ofMinor(found.getNetMinor(), found.getCurrency()),
                            views.stream().map(LineView::line).toList()));
            boolean isSought = row.paymentId() == null && report.difference().isZero();
            return new SettlementReportView(row, report, views, joined(id), isSought ? candidates(row) : List.of());
        });
    }

    /** What a payment has to do with a report: it is the sum that one explains, or behind such a sum. */
    public Optional<Tie> tieOf(long paymentId) {
        return sql.select(
                        SETTLEMENT_REPORT.ID,
                        SETTLEMENT_REPORT.FORMAT,
                        SETTLEMENT_REPORT.REFERENCE,
                        SETTLEMENT_REPORT.CURRENCY,
                        SETTLEMENT_JOIN.PAYMENT_ID,
                        SETTLEMENT_LINE.LINE,
                        SETTLEMENT_LINE.KIND,
                        SETTLEMENT_LINE.GROSS_MINOR,
                        SETTLEMENT_LINE.FEE_MINOR)
                .from(SETTLEMENT_JOIN)
                .join(SETTLEMENT_REPORT)
                .on(SETTLEMENT_REPORT.ID.eq(SETTLEMENT_JOIN.REPORT_ID))
                .leftJoin(SETTLEMENT_PART)
                .on(SETTLEMENT_PART.REPORT_ID.eq(SETTLEMENT_JOIN.REPORT_ID))
                .and(SETTLEMENT_PART.PAYMENT_ID.eq(paymentId))
                .leftJoin(SETTLEMENT_LINE)
                .on(SETTLEMENT_LINE.REPORT_ID.eq(SETTLEMENT_PART.REPORT_ID))
                .and(SETTLEMENT_LINE.LINE.eq(SETTLEMENT_PART.LINE))
                .where(SETTLEMENT_JOIN.PAYMENT_ID.eq(paymentId).or(SETTLEMENT_PART.PAYMENT_ID.isNotNull()))
                .fetchOptional(row -> new Tie(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value5(),
                        row.value6() == null
                                ? null
                                : new SettlementReportView.Part(
                                        row.value6(),
                                        SettlementReport.Kind.valueOf(row.value7()),
                                        Money.ofMinor(row.value8(), row.value4()),
                                        Money.ofMinor(row.value9(), row.value4()))));
    }

    /** How far the reports of an upload have come. */
    public Progress ofUpload(long uploadId) {
        return progress(SETTLEMENT_VIEW.UPLOAD_ID.eq(uploadId));
    }

    /** How far the reports have come that explain lines of a statement. */
    public Progress ofStatement(long statementId) {
        return progress(SETTLEMENT_VIEW.PAYMENT_ID.in(
                select(PAYMENT.ID).from(PAYMENT).where(PAYMENT.STATEMENT_ID.eq(statementId))));
    }

    private Progress progress(Condition which) {
        var reports = sql.select(
                        count(),
                        count(SETTLEMENT_VIEW.PAYMENT_ID),
                        count().filterWhere(SETTLEMENT_VIEW.DIFFERENCE_MINOR.ne(0L)))
                .from(SETTLEMENT_VIEW)
                .where(which)
                .fetchSingle();
        Condition isBack = PAYMENT.AMOUNT_MINOR.lt(0L);
        Condition isSettled = exists(selectOne().from(BANK_RETURN).where(BANK_RETURN.RETURN_ID.eq(PAYMENT.ID)));
        Condition isApplied = RECEIVED_VIEW.UNIDENTIFIED_MINOR.eq(0L).and(RECEIVED_VIEW.ON_ACCOUNT_MINOR.eq(0L));
        return sql.select(
                        count().filterWhere(PAYMENT.AMOUNT_MINOR.gt(0L)),
                        count().filterWhere(isApplied),
                        count().filterWhere(RECEIVED_VIEW
                                .UNIDENTIFIED_MINOR
                                .gt(0L)
                                .or(RECEIVED_VIEW.ON_ACCOUNT_MINOR.gt(0L))),
                        count().filterWhere(isBack.and(isSettled)),
                        count().filterWhere(isBack.andNot(isSettled)))
                .from(SETTLEMENT_VIEW)
                .join(PAYMENT)
                .on(PAYMENT.STATEMENT_ID.eq(SETTLEMENT_VIEW.STATEMENT_ID))
                .leftJoin(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .where(which)
                .fetchSingle(row -> new Progress(
                        reports.value1(),
                        reports.value2(),
                        reports.value3(),
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5()));
    }

    /** By the same rules for every list. */
    private Field<String> state() {
        LocalDate oldest = clock.today().minusDays(SettlementJoin.DAYS_UNTIL_BOOKED);
        Condition isThere = exists(selectOne()
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(PAYMENT.AMOUNT_MINOR.eq(SETTLEMENT_VIEW.EXPECTED_MINOR))
                .and(PAYMENT.CURRENCY.eq(SETTLEMENT_REPORT.CURRENCY))
                .and(SettlementJoins.FREE));
        return when(SETTLEMENT_VIEW.PAYMENT_ID.isNotNull(), inline(State.JOINED.name()))
                .when(SETTLEMENT_VIEW.DIFFERENCE_MINOR.ne(0L), inline(State.HELD.name()))
                .when(SETTLEMENT_VIEW.EXPECTED_MINOR.le(0L), inline(State.WITHOUT_MONEY.name()))
                .when(isThere.or(SETTLEMENT_REPORT.PAYOUT_DATE.lt(inline(oldest))), inline(State.NEEDS_A_PERSON.name()))
                .otherwise(inline(State.WAITING.name()));
    }

    private static SettlementReportView.Row row(Record row, State state) {
        return new SettlementReportView.Row(
                row.get(SETTLEMENT_REPORT.ID),
                state,
                row.get(SETTLEMENT_REPORT.FORMAT),
                row.get(SETTLEMENT_REPORT.PROCESSOR),
                row.get(SETTLEMENT_REPORT.REFERENCE),
                row.get(SETTLEMENT_REPORT.PAYOUT_DATE),
                Money.ofMinor(row.get(SETTLEMENT_VIEW.EXPECTED_MINOR), row.get(SETTLEMENT_REPORT.CURRENCY)),
                row.get(LINES),
                row.get(SETTLEMENT_VIEW.PAYMENT_ID),
                row.get(SETTLEMENT_REPORT.RECORDED_AT));
    }

    private SettlementReportView.@Nullable Joined joined(long id) {
        return sql.select(
                        PAYMENT.ID,
                        PAYMENT.BOOKING_DATE,
                        PAYMENT.AMOUNT_MINOR,
                        PAYMENT.CURRENCY,
                        PAYMENT.PAYER_NAME,
                        SETTLEMENT_JOIN.REASON,
                        SETTLEMENT_JOIN.ACTOR)
                .from(SETTLEMENT_JOIN)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(SETTLEMENT_JOIN.PAYMENT_ID))
                .where(SETTLEMENT_JOIN.REPORT_ID.eq(id))
                .fetchOptional(row -> new SettlementReportView.Joined(
                        row.value1(),
                        row.value2(),
                        Money.ofMinor(row.value3(), row.value4()),
                        row.value5(),
                        row.value6().equals("BY_HAND")
                                ? "A person joined them"
                                : SettlementJoin.Sign.valueOf(row.value6()).sentence(),
                        row.value7()))
                .orElse(null);
    }

    /** Money of exactly this sum of which nothing is for anything, the nearest by day first. */
    private List<AdviceView.Candidate> candidates(SettlementReportView.Row row) {
        String currency = row.expected().currency().getCurrencyCode();
        LocalDate day = row.date() == null ? clock.today() : row.date();
        return sql.select(PAYMENT.ID, PAYMENT.BOOKING_DATE, PAYMENT.PAYER_NAME, PAYMENT.REMITTANCE)
                .from(PAYMENT)
                .join(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(PAYMENT.ID))
                .join(STATEMENT)
                .on(STATEMENT.ID.eq(PAYMENT.STATEMENT_ID))
                .where(PAYMENT.AMOUNT_MINOR.eq(row.expected().minor()))
                .and(PAYMENT.CURRENCY.eq(currency))
                .and(SettlementJoins.FREE)
                .orderBy(abs(localDateDiff(PAYMENT.BOOKING_DATE, val(day))), PAYMENT.ID)
                .limit(CANDIDATES_SHOWN)
                .fetch(found -> new AdviceView.Candidate(
                        found.value1(),
                        found.value2(),
                        row.expected(),
                        found.value3(),
                        found.value4(),
                        Money.ofMinor(0, currency)));
    }
}
