package org.quittance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.core.money.Money;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/** The ageing and its items as tables to export: their columns, and each line as a row of them. */
public final class AgeingTables {

    private AgeingTables() {}

    public static List<Column> ageingColumns(AgeingQuery query) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(query.grouping().label()));
        columns.add(Column.text("Currency"));
        columns.add(Column.money("Total"));
        columns.add(Column.money("Overdue"));
        query.bands().labels().forEach(label -> columns.add(Column.money(label)));
        columns.add(Column.money("Credits"));
        return columns;
    }

    public static List<Value> ageingRow(AgeingRow row) {
        List<Value> values = new ArrayList<>();
        values.add(Value.of(row.label()));
        values.add(Value.of(row.currency()));
        values.add(money(row.totalMinor(), row.currency()));
        values.add(money(row.overdueMinor(), row.currency()));
        row.perBandMinor().forEach(minor -> values.add(money(minor, row.currency())));
        values.add(money(row.creditsMinor(), row.currency()));
        return values;
    }

    public static List<Column> itemColumns() {
        return List.of(
                Column.text("Entity"),
                Column.text("Kind"),
                Column.text("Document"),
                Column.date("Document date"),
                Column.date("Due date"),
                Column.integer("Days overdue"),
                Column.text("Currency"),
                Column.money("Amount"),
                Column.money("Open"));
    }

    public static List<Value> itemRow(ItemLine item, LocalDate asOf) {
        return List.of(
                Value.of(item.entityCode()),
                Value.of(item.kind().label()),
                Value.of(item.document()),
                Value.of(item.documentDate()),
                Value.of(item.dueDate()),
                Value.of(item.daysPastDue(asOf)),
                Value.of(item.currency()),
                money(item.originalMinor(), item.currency()),
                money(item.openMinor(), item.currency()));
    }

    /** The columns of items of many customers. */
    public static List<Column> agedItemColumns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Customer"), Column.text("Name")));
        columns.addAll(itemColumns());
        return columns;
    }

    public static List<Value> agedItemRow(AgedItem aged, LocalDate asOf) {
        List<Value> values = new ArrayList<>(List.of(Value.of(aged.customerNumber()), Value.of(aged.customerName())));
        values.addAll(itemRow(aged.item(), asOf));
        return values;
    }

    private static Value money(long minor, String currency) {
        return Value.of(Money.ofMinor(minor, currency));
    }
}
