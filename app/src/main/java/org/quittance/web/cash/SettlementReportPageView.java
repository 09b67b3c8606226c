package org.quittance.web.cash;

import org.quittance.cash.SettlementReportView;
import org.quittance.web.page.Problems;

/** One settlement report, and what a person can do with it. */
public record SettlementReportPageView(SettlementReportView view, Problems problems) {

    public String path() {
        return "/cash/settlement-reports/" + view.row().id();
    }

    public String title() {
        String name = view.row().processor().isEmpty()
                ? view.row().format()
                : view.row().processor();
        return view.row().reference().isEmpty() ? name : name + " " + view.row().reference();
    }

    /** How many lines somebody has to decide about. */
    public long toDo() {
        return view.lines().stream().filter(line -> line.fate().isToDo()).count();
    }
}
