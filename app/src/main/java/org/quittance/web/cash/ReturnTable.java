package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.ReturnView;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** Returns of the banks as a table that leaves as CSV or Excel. */
final class ReturnTable {

    static final List<Column> COLUMNS = List.of(
            Column.text("Return"),
            Column.text("Entity"),
            Column.date("Booked"),
            Column.text("Payer"),
            Column.text("Text"),
            Column.text("Reason"),
            Column.text("Currency"),
            Column.money("Amount"),
            Column.text("Took back"));

    private ReturnTable() {}

    static List<Value> row(ReturnView.Row row) {
        return List.of(
                Value.of("P" + row.id()),
                Value.of(row.entityCode()),
                Value.of(row.bookingDate()),
                Value.of(row.payerName()),
                Value.of(row.remittance()),
                Value.of(row.reason()),
                Value.of(row.amount().currency().getCurrencyCode()),
                Value.of(row.amount()),
                row.paymentId() == null ? Value.blank() : Value.of("P" + row.paymentId()));
    }
}
