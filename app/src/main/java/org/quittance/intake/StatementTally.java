package org.quittance.intake;

import java.util.ArrayList;
import java.util.List;
import org.quittance.cash.SettlementReportView;
import org.quittance.cash.StatementBook;

/** What the statements of one file have brought, summed up for whoever has handed it in. */
final class StatementTally {

    private int statements;
    private int added;
    private int known;
    private int applied;
    private int onAccount;
    private int forAPerson;
    private int cameBack;
    private SettlementReportView.Progress settled = SettlementReportView.Progress.NONE;
    private final List<String> apart = new ArrayList<>();

    /** A statement whose payments were applied. */
    void add(int lines, StatementBook.Progress progress, int returned, SettlementReportView.Progress byReports) {
        statements++;
        added += progress.added();
        known += lines - progress.added();
        applied += progress.applied();
        onAccount += progress.onAccount();
        forAPerson += progress.forAPerson();
        cameBack += returned;
        settled = settled.plus(byReports);
    }

    /** What became of a statement whose payments were not applied. */
    void addApart(String told) {
        apart.add(told);
    }

    String told() {
        List<String> told = new ArrayList<>();
        if (statements > 0) {
            told.add(ofApplied());
        }
        told.addAll(apart);
        return String.join("; ", told);
    }

    private String ofApplied() {
        StringBuilder told = new StringBuilder(statements == 1 ? "" : statements + " statements, ");
        told.append("%d new lines, %d known: %d payments applied, %d on account, %d for a person to decide"
                .formatted(added, known, applied, onAccount, forAPerson));
        if (cameBack > 0) {
            told.append(cameBack == 1 ? ", 1 payment came back" : ", %d payments came back".formatted(cameBack));
        }
        if (settled.reports() > 0) {
            told.append(", %d settled by their reports (%s)".formatted(settled.reports(), settled.behind()));
        }
        return told.toString();
    }
}
