package org.quittance.web.cash;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.SettlementDesk;
import org.quittance.cash.SettlementReader;
import org.quittance.cash.SettlementReportView;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settlement reports: which sum of the bank each explains, and what its lines have become. */
@Controller
class SettlementReportsController {

    private static final int ROWS_SHOWN = 100;

    private final SettlementReader reports;
    private final SettlementDesk desk;

    SettlementReportsController(SettlementReader reports, SettlementDesk desk) {
        this.reports = reports;
        this.desk = desk;
    }

    @GetMapping("/cash/settlement-reports")
    Page reports(
            @RequestParam(required = false) SettlementReportView.@Nullable State show,
            @RequestParam(defaultValue = "0") int from) {
        int start = Math.max(0, from);
        List<SettlementReportView.Row> found = reports.rows(show, start, ROWS_SHOWN + 1);
        String more = "/cash/settlement-reports?" + (show == null ? "" : "show=" + show + "&") + "from=";
        Pager pager = new Pager(
                start == 0 ? null : more + Math.max(0, start - ROWS_SHOWN),
                found.size() <= ROWS_SHOWN ? null : more + (start + ROWS_SHOWN));
        return Page.of(
                "cash/settlementReports",
                "Settlement reports",
                new SettlementReportsView(
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)), reports.counts(), show, pager));
    }

    @GetMapping("/cash/settlement-reports/{id}")
    Page report(@PathVariable long id, Viewer viewer) {
        return page(id, Problems.none(), viewer);
    }

    /** Says which line of the bank the report explains. */
    @PostMapping("/cash/settlement-reports/{id}/payment")
    Answer join(@PathVariable long id, @RequestParam long payment, Viewer viewer) {
        page(id, Problems.none(), viewer);
        return DeskAnswers.of(
                () -> desk.join(id, payment, viewer),
                "/cash/settlement-reports/" + id,
                sentence -> page(id, Problems.at("report", sentence), viewer));
    }

    private Page page(long id, Problems problems, Viewer viewer) {
        SettlementReportView view = reports.report(id, viewer)
                .orElseThrow(() -> PageRefused.notFound("There is no settlement report S" + id + "."));
        return Page.of(
                "cash/settlementReport", "Settlement report S" + id, new SettlementReportPageView(view, problems));
    }
}
