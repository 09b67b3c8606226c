package org.quittance.web.cash;

import java.util.List;
import org.quittance.cash.ExchangeReader.Exchanged;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** Payments credited in another currency as a table that leaves as CSV or Excel. */
final class ExchangeTable {

    static final List<Column> COLUMNS = List.of(
            Column.date("Counts from"),
            Column.text("Payment"),
            Column.text("Payer"),
            Column.text("Currency received"),
            Column.money("Received"),
            Column.text("Currency credited"),
            Column.money("Credited"),
            Column.money("Worth at the rate of the day"),
            Column.money("Exchange difference"),
            Column.text("Rates"),
            Column.text("By"),
            Column.text("Taken back"));

    private ExchangeTable() {}

    static List<Value> row(Exchanged one) {
        return List.of(
                Value.of(one.on()),
                Value.of("P" + one.paymentId()),
                Value.of(one.payerName()),
                Value.of(one.paid().currency().getCurrencyCode()),
                Value.of(one.paid()),
                Value.of(one.counts().currency().getCurrencyCode()),
                Value.of(one.counts()),
                one.atRate() == null ? Value.of("") : Value.of(one.atRate()),
                one.cost() == null ? Value.of("") : Value.of(one.cost()),
                Value.of(one.told()),
                Value.of(one.actor()),
                Value.of(one.isTakenBack() ? "yes" : ""));
    }
}
