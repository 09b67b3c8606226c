package org.quittance.demo;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;
import static org.quittance.db.ledger.Tables.OPEN_ITEM_VIEW;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.quittance.collections.call.VisitLog;
import org.quittance.collections.call.VisitLogged;
import org.quittance.collections.call.VisitReport;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom the team has visited, met and entertained in the last weeks. */
@Component
class DemoVisits {

    private static final Viewer CLARA = Viewer.system("clara");
    private static final Viewer OMAR = Viewer.system("omar");

    private final DSLContext sql;
    private final VisitLog visits;

    DemoVisits(DSLContext sql, VisitLog visits) {
        this.sql = sql;
        this.visits = visits;
    }

    private record Visit(
            VisitReport.Kind kind, VisitReport.Result result, int daysAgo, String met, String note, String cost) {}

    private static final List<Visit> VISITS = List.of(
            new Visit(
                    VisitReport.Kind.HOSPITALITY,
                    VisitReport.Result.TALKED,
                    24,
                    "their purchasing manager and our sales",
                    "Two more sites open in spring. Invoices go to the new portal from January.",
                    "118.40"),
            new Visit(
                    VisitReport.Kind.MEETING,
                    VisitReport.Result.DISPUTES,
                    11,
                    "head of accounts payable",
                    "They hold back everything of the week of the strike. List of deliveries promised by us.",
                    ""),
            new Visit(
                    VisitReport.Kind.VISIT,
                    VisitReport.Result.NOBODY_THERE,
                    8,
                    "",
                    "The yard was closed at three in the afternoon.",
                    "41.20"),
            new Visit(
                    VisitReport.Kind.VISIT,
                    VisitReport.Result.REFUSES,
                    5,
                    "the owner",
                    "No money before his own customer pays. Stock is on site.",
                    "62.75"));

    /** Once: where a visit is noted, nothing is added. */
    @Transactional
    public void enter(LocalDate today) {
        if (!visits.between(LocalDate.MIN.withYear(1), today, CLARA).isEmpty()) {
            return;
        }
        List<Record2<Long, String>> owing = sql.select(ACCOUNT_VIEW.CUSTOMER_ID, DSL.min(OPEN_ITEM_VIEW.CURRENCY))
                .from(ACCOUNT_VIEW)
                .join(OPEN_ITEM_VIEW)
                .on(OPEN_ITEM_VIEW.ACCOUNT_ID.eq(ACCOUNT_VIEW.ACCOUNT_ID))
                .where(OPEN_ITEM_VIEW.OPEN_MINOR.gt(0L))
                .groupBy(ACCOUNT_VIEW.CUSTOMER_ID)
                .having(DSL.min(OPEN_ITEM_VIEW.DUE_DATE).between(today.minusDays(60), today.minusDays(25)))
                .orderBy(DSL.sum(OPEN_ITEM_VIEW.OPEN_MINOR).desc(), ACCOUNT_VIEW.CUSTOMER_ID)
                .limit(VISITS.size())
                .fetch();
        for (int i = 0; i < owing.size(); i++) {
            enter(VISITS.get(i), owing.get(i), today, i % 2 == 0 ? CLARA : OMAR);
        }
    }

    private void enter(Visit visit, Record2<Long, String> owing, LocalDate today, Viewer by) {
        VisitReport report = new VisitReport(
                owing.value1(),
                Set.of(),
                visit.kind(),
                today.minusDays(visit.daysAgo()),
                visit.result(),
                null,
                visit.met(),
                visit.note(),
                visit.cost().isEmpty() ? null : Money.of(visit.cost(), owing.value2()),
                null);
        if (visits.log(report, by) instanceof VisitLogged.Refused refused) {
            throw new IllegalStateException(refused.sentence());
        }
    }
}
