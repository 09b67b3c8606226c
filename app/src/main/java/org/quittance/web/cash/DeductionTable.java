package org.quittance.web.cash;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quittance.cash.DeductionReader.Deduction;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** Deductions as a table that leaves as CSV or Excel. */
final class DeductionTable {

    static final List<Column> COLUMNS = List.of(
            Column.text("Entity"),
            Column.text("Customer"),
            Column.text("Document"),
            Column.text("Reason"),
            Column.text("Words"),
            Column.text("Currency"),
            Column.money("Kept back"),
            Column.money("Still open"),
            Column.date("Since"),
            Column.integer("Days"),
            Column.text("Payment"),
            Column.text("Applied by"));

    private DeductionTable() {}

    static List<Value> row(Deduction one, LocalDate today) {
        return List.of(
                Value.of(one.entityCode()),
                Value.of(one.customerName()),
                Value.of(one.document()),
                Value.of(one.reason().label()),
                Value.of(one.words()),
                Value.of(one.amount().currency().getCurrencyCode()),
                Value.of(one.amount()),
                Value.of(one.stillOpen()),
                Value.of(one.since()),
                Value.of(ChronoUnit.DAYS.between(one.since(), today)),
                Value.of("P" + one.paymentId()),
                Value.of(one.actor()));
    }
}
