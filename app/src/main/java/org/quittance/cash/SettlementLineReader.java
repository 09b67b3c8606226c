package org.quittance.cash;

import static org.jooq.impl.DSL.any;
import static org.quittance.db.cash.Tables.APPLICATION;
import static org.quittance.db.cash.Tables.BANK_RETURN;
import static org.quittance.db.cash.Tables.NOT_RETURNED_VIEW;
import static org.quittance.db.cash.Tables.RECEIVED_VIEW;
import static org.quittance.db.cash.Tables.SETTLEMENT_LINE;
import static org.quittance.db.cash.Tables.SETTLEMENT_PART;
import static org.quittance.db.cash.Tables.SETTLEMENT_REJECTION;
import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.STANDING_ALLOCATION_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.SettlementReportView.Fate;
import org.quittance.cash.SettlementReportView.LineView;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.cash.SettlementReport.Kind;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/** Reads the lines of settlement reports with what each has become. */
@Component
class SettlementLineReader {

    private final DSLContext sql;

    SettlementLineReader(DSLContext sql) {
        this.sql = sql;
    }

    /** In the order of the report; in three queries, however many there are. */
    List<LineView> of(long reportId, String currency, Viewer viewer) {
        List<? extends Record> rows = sql.select(SETTLEMENT_LINE.fields())
                .select(
                        SETTLEMENT_PART.PAYMENT_ID,
                        SETTLEMENT_REJECTION.CODE,
                        RECEIVED_VIEW.UNIDENTIFIED_MINOR,
                        RECEIVED_VIEW.ON_ACCOUNT_MINOR,
                        NOT_RETURNED_VIEW.LEFT_MINOR,
                        BANK_RETURN.PAYMENT_ID)
                .from(SETTLEMENT_LINE)
                .leftJoin(SETTLEMENT_PART)
                .on(SETTLEMENT_PART.REPORT_ID.eq(SETTLEMENT_LINE.REPORT_ID))
                .and(SETTLEMENT_PART.LINE.eq(SETTLEMENT_LINE.LINE))
                .leftJoin(SETTLEMENT_REJECTION)
                .on(SETTLEMENT_REJECTION.REPORT_ID.eq(SETTLEMENT_LINE.REPORT_ID))
                .and(SETTLEMENT_REJECTION.LINE.eq(SETTLEMENT_LINE.LINE))
                .leftJoin(RECEIVED_VIEW)
                .on(RECEIVED_VIEW.PAYMENT_ID.eq(SETTLEMENT_PART.PAYMENT_ID))
                .leftJoin(NOT_RETURNED_VIEW)
                .on(NOT_RETURNED_VIEW.PAYMENT_ID.eq(SETTLEMENT_PART.PAYMENT_ID))
                .leftJoin(BANK_RETURN)
                .on(BANK_RETURN.RETURN_ID.eq(SETTLEMENT_PART.PAYMENT_ID))
                .where(SETTLEMENT_LINE.REPORT_ID.eq(reportId))
                .orderBy(SETTLEMENT_LINE.LINE)
                .fetch();
        Map<Long, List<String>> documents = documents(
                rows.stream()
                        .map(row -> row.get(SETTLEMENT_PART.PAYMENT_ID))
                        .filter(Objects::nonNull)
                        .toArray(Long[]::new),
                viewer);
        return rows.stream().map(row -> view(row, currency, documents)).toList();
    }

    private Map<Long, List<String>> documents(Long[] payments, Viewer viewer) {
        return sql.select(APPLICATION.PAYMENT_ID, STANDING_ALLOCATION_VIEW.DEBIT_DOCUMENT)
                .from(APPLICATION)
                .join(STANDING_ALLOCATION_VIEW)
                .on(STANDING_ALLOCATION_VIEW.ALLOCATION_ID.eq(APPLICATION.ALLOCATION_ID))
                .join(ACCOUNT_VIEW)
                .on(ACCOUNT_VIEW.ACCOUNT_ID.eq(STANDING_ALLOCATION_VIEW.ACCOUNT_ID))
                .where(APPLICATION.PAYMENT_ID.eq(any(payments)))
                .and(Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID))
                .orderBy(APPLICATION.PAYMENT_ID, STANDING_ALLOCATION_VIEW.ALLOCATION_ID)
                .fetchGroups(APPLICATION.PAYMENT_ID, STANDING_ALLOCATION_VIEW.DEBIT_DOCUMENT);
    }

    private static LineView view(Record row, String currency, Map<Long, List<String>> documents) {
        SettlementReport.Line line = new SettlementReport.Line(
                Kind.valueOf(row.get(SETTLEMENT_LINE.KIND)),
                row.get(SETTLEMENT_LINE.TRANSACTION),
                row.get(SETTLEMENT_LINE.DOCUMENT),
                row.get(SETTLEMENT_LINE.CUSTOMER),
                row.get(SETTLEMENT_LINE.PAYER_NAME),
                row.get(SETTLEMENT_LINE.BODY),
                row.get(SETTLEMENT_LINE.DAY),
                Money.ofMinor(row.get(SETTLEMENT_LINE.GROSS_MINOR), currency),
                Money.ofMinor(row.get(SETTLEMENT_LINE.FEE_MINOR), currency),
                row.get(SETTLEMENT_LINE.REASON));
        Long payment = row.get(SETTLEMENT_PART.PAYMENT_ID);
        String code = row.get(SETTLEMENT_REJECTION.CODE);
        return new LineView(
                row.get(SETTLEMENT_LINE.LINE),
                line,
                code == null ? fate(row, line.kind(), payment) : Fate.NOT_COLLECTED,
                payment,
                row.get(BANK_RETURN.PAYMENT_ID),
                payment == null ? List.of() : documents.getOrDefault(payment, List.of()),
                code == null ? "" : code);
    }

    private static Fate fate(Record row, Kind kind, @Nullable Long payment) {
        return switch (kind) {
            case FEE -> Fate.KEPT;
            case OTHER -> Fate.NOBODYS;
            case REFUND, CHARGEBACK -> {
                if (payment == null) {
                    yield Fate.NOT_YET;
                }
                yield row.get(BANK_RETURN.PAYMENT_ID) == null ? Fate.RETURN_NEEDS_A_PERSON : Fate.OPEN_AGAIN;
            }
            case PAYMENT -> payment == null ? Fate.NOT_YET : paid(row);
        };
    }

    private static Fate paid(Record row) {
        long amount = row.get(SETTLEMENT_LINE.GROSS_MINOR);
        Long unidentified = row.get(RECEIVED_VIEW.UNIDENTIFIED_MINOR);
        Long onAccount = row.get(RECEIVED_VIEW.ON_ACCOUNT_MINOR);
        Long left = row.get(NOT_RETURNED_VIEW.LEFT_MINOR);
        if (unidentified != null && unidentified > 0) {
            return Fate.NEEDS_A_PERSON;
        }
        if (left != null && left == 0) {
            return Fate.HAS_COME_BACK;
        }
        if (onAccount == null || onAccount == 0) {
            return Fate.APPLIED;
        }
        return onAccount == amount ? Fate.ON_ACCOUNT : Fate.PARTLY;
    }
}
