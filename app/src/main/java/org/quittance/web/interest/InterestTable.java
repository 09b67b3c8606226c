package org.quittance.web.interest;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.interest.InterestView;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.interest.AccountInterest.Line;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Interest as a table to export: a row for each period of each item, the item's own sums on its first. */
final class InterestTable {

    /** Enough to add the periods up by hand; the item's interest is rounded from all digits. */
    private static final int DECIMALS = 8;

    static final List<Column> COLUMNS = List.of(
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("Document"),
            Column.date("Due date"),
            Column.money("Open"),
            Column.text("Currency"),
            Column.date("From"),
            Column.date("To"),
            Column.integer("Days"),
            Column.money("On amount"),
            Column.decimal("Percent a year"),
            Column.decimal("Interest not rounded"),
            Column.money("Interest"),
            Column.money("Compensation"),
            Column.money("Interest given up"),
            Column.money("Compensation given up"),
            Column.money("Due"),
            Column.text("Why nothing"));

    private InterestTable() {}

    static List<List<Value>> rows(InterestView view) {
        AccountInterest interest = view.interest();
        if (interest == null) {
            return List.of();
        }
        List<List<Value>> rows = new ArrayList<>();
        for (Line line : interest.lines()) {
            if (line.periods().isEmpty()) {
                rows.add(row(view, line, null, true));
            }
            boolean isFirst = true;
            for (InterestPeriod period : line.periods()) {
                rows.add(row(view, line, period, isFirst));
                isFirst = false;
            }
        }
        return rows;
    }

    private static List<Value> row(InterestView view, Line line, @Nullable InterestPeriod period, boolean isFirst) {
        List<Value> row = new ArrayList<>(List.of(
                Value.of(view.account().entityCode()),
                Value.of(view.account().accountNumber()),
                Value.of(line.item().document()),
                Value.of(line.item().dueDate()),
                Value.of(line.item().open()),
                Value.of(line.item().open().currency().getCurrencyCode())));
        if (period == null) {
            for (int blank = 0; blank < 6; blank++) {
                row.add(Value.blank());
            }
        } else {
            row.add(Value.of(period.from()));
            row.add(Value.of(period.to()));
            row.add(Value.of(period.days()));
            row.add(Value.of(period.principal()));
            row.add(Value.of(period.percent()));
            row.add(Value.of(period.exact().setScale(DECIMALS, RoundingMode.HALF_UP)));
        }
        if (isFirst && period != null) {
            row.add(Value.of(line.interest()));
            row.add(Value.of(line.compensation()));
            row.add(Value.of(line.interest().minus(line.dueInterest())));
            row.add(Value.of(line.compensation().minus(line.dueCompensation())));
            row.add(Value.of(line.due()));
        } else {
            for (int blank = 0; blank < 5; blank++) {
                row.add(Value.blank());
            }
        }
        row.add(Value.of(InterestPageView.why(line)));
        return row;
    }

    static ResponseEntity<byte[]> file(byte[] pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }
}
