package org.quittance.web.ageing;

import java.util.ArrayList;
import java.util.List;
import org.quittance.core.money.Money;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingRow;
import org.quittance.ledger.ItemLine;
import org.quittance.web.export.TableExport;

/** The ageing and its items as tables. */
public final class AgeingTables {

    private AgeingTables() {}

    public static TableExport ageing(AgeingQuery query) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(query.grouping().label()));
        columns.add(Column.text("Currency"));
        columns.add(Column.money("Total"));
        columns.add(Column.money("Overdue"));
        query.bands().labels().forEach(label -> columns.add(Column.money(label)));
        columns.add(Column.money("Credits"));
        return new TableExport("ageing " + query.asOf(), columns);
    }

    public static List<Value> row(AgeingRow row) {
        List<Value> values = new ArrayList<>();
        values.add(Value.of(row.label()));
        values.add(Value.of(row.currency()));
        values.add(money(row.totalMinor(), row.currency()));
        values.add(money(row.overdueMinor(), row.currency()));
        row.perBandMinor().forEach(minor -> values.add(money(minor, row.currency())));
        values.add(money(row.creditsMinor(), row.currency()));
        return values;
    }

    public static TableExport items(AgeingQuery query) {
        return new TableExport(
                "open items " + query.asOf(),
                List.of(
                        Column.text("Entity"),
                        Column.text("Kind"),
                        Column.text("Document"),
                        Column.date("Document date"),
                        Column.date("Due date"),
                        Column.integer("Days overdue"),
                        Column.text("Currency"),
                        Column.money("Amount"),
                        Column.money("Open")));
    }

    public static List<Value> row(ItemLine item, AgeingQuery query) {
        return List.of(
                Value.of(item.entityCode()),
                Value.of(item.kind().label()),
                Value.of(item.document()),
                Value.of(item.documentDate()),
                Value.of(item.dueDate()),
                Value.of(item.daysPastDue(query.asOf())),
                Value.of(item.currency()),
                money(item.originalMinor(), item.currency()),
                money(item.openMinor(), item.currency()));
    }

    private static Value money(long minor, String currency) {
        return Value.of(Money.ofMinor(minor, currency));
    }
}
