package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.AdviceView;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** Remittance advices as a table that leaves as CSV or Excel. */
final class AdviceTable {

    static final List<Column> COLUMNS = List.of(
            Column.text("Advice"),
            Column.date("Date"),
            Column.text("Payer"),
            Column.text("Reference"),
            Column.text("Format"),
            Column.integer("Lines"),
            Column.text("Currency"),
            Column.money("Total"),
            Column.text("State"),
            Column.text("Payment"));

    private AdviceTable() {}

    static List<Value> row(AdviceView.Row row) {
        return List.of(
                Value.of("A" + row.id()),
                row.date() == null ? Value.blank() : Value.of(row.date()),
                Value.of(row.payerName()),
                Value.of(row.reference()),
                Value.of(row.format()),
                Value.of(row.documents()),
                Value.of(row.total().currency().getCurrencyCode()),
                Value.of(row.total()),
                Value.of(row.state().label()),
                row.paymentId() == null ? Value.blank() : Value.of("P" + row.paymentId()));
    }
}
