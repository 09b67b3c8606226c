package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.cash.Proposal;
import org.quittance.cash.QueueRow;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** The queue as a table that leaves as CSV or Excel. */
final class QueueTable {

    static final List<Column> COLUMNS = List.of(
            Column.text("Payment"),
            Column.text("Entity"),
            Column.date("Booked"),
            Column.integer("Age in days"),
            Column.text("Payer"),
            Column.text("Text"),
            Column.text("Reason"),
            Column.text("Currency"),
            Column.money("Amount"),
            Column.money("To decide"),
            Column.text("Best proposal"),
            Column.text("Owner"),
            Column.date("Parked until"),
            Column.text("Next step"));

    private QueueTable() {}

    static List<Value> row(QueueRow row, LocalDate today) {
        QueueRow.Parked parked = row.parked();
        return List.of(
                Value.of("P" + row.paymentId()),
                Value.of(row.entityCode()),
                Value.of(row.bookingDate()),
                Value.of(row.ageDays(today)),
                Value.of(row.payerName()),
                Value.of(row.remittance()),
                Value.of(row.reason().label()),
                Value.of(row.amount().currency().getCurrencyCode()),
                Value.of(row.amount()),
                Value.of(row.open()),
                row.proposals().isEmpty()
                        ? Value.blank()
                        : Value.of(documents(row.proposals().getFirst())),
                parked == null ? Value.blank() : Value.of(parked.owner()),
                parked == null ? Value.blank() : Value.of(parked.until()),
                parked == null ? Value.blank() : Value.of(parked.nextStep()));
    }

    private static String documents(Proposal proposal) {
        return proposal.items().stream().map(Proposal.Item::document).collect(Collectors.joining(", "));
    }
}
