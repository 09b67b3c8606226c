package org.quittance.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Rate;
import org.quittance.core.ledger.ReportingRates;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.core.money.Money;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;

/**
 * The ageing and its items as tables to export: their columns, and each line as a row of them.
 *
 * <p>Where a reporting currency was chosen, every line ends with its worth in it and the rate behind that; both are empty where no rate is
 * known. Each line is rounded by itself ({@link ReportingTotals#ROUNDING}), so that the lines may come to a few minor units more or less
 * than the totals on the page.
 *
 * @param reporting of the day of the ageing; null where there is no reporting currency
 */
public record AgeingTables(@Nullable ReportingRates reporting) {

    public List<Column> ageingColumns(AgeingQuery query) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(query.grouping().label()));
        columns.add(Column.text("Currency"));
        columns.add(Column.money("Total"));
        columns.add(Column.money("Overdue"));
        query.bands().labels().forEach(label -> columns.add(Column.money(label)));
        columns.add(Column.money("Credits"));
        columns.addAll(reportedColumns("Total", "Overdue"));
        return columns;
    }

    public List<Value> ageingRow(AgeingRow row) {
        List<Value> values = new ArrayList<>();
        values.add(Value.of(row.label()));
        values.add(Value.of(row.currency()));
        values.add(money(row.totalMinor(), row.currency()));
        values.add(money(row.overdueMinor(), row.currency()));
        row.perBandMinor().forEach(minor -> values.add(money(minor, row.currency())));
        values.add(money(row.creditsMinor(), row.currency()));
        values.addAll(reported(row.currency(), row.totalMinor(), row.overdueMinor()));
        return values;
    }

    public List<Column> itemColumns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Entity"),
                Column.text("Kind"),
                Column.text("Document"),
                Column.date("Document date"),
                Column.date("Due date"),
                Column.integer("Days overdue"),
                Column.text("Currency"),
                Column.money("Amount"),
                Column.money("Open")));
        columns.addAll(reportedColumns("Open"));
        return columns;
    }

    public List<Value> itemRow(ItemLine item, LocalDate asOf) {
        List<Value> values = new ArrayList<>(List.of(
                Value.of(item.entityCode()),
                Value.of(item.kind().label()),
                Value.of(item.document()),
                Value.of(item.documentDate()),
                Value.of(item.dueDate()),
                Value.of(item.daysPastDue(asOf)),
                Value.of(item.currency()),
                money(item.originalMinor(), item.currency()),
                money(item.openMinor(), item.currency())));
        values.addAll(reported(item.currency(), item.openMinor()));
        return values;
    }

    /** The columns of items of many customers. */
    public List<Column> agedItemColumns() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Customer"), Column.text("Name")));
        columns.addAll(itemColumns());
        return columns;
    }

    public List<Value> agedItemRow(AgedItem aged, LocalDate asOf) {
        List<Value> values = new ArrayList<>(List.of(Value.of(aged.customerNumber()), Value.of(aged.customerName())));
        values.addAll(itemRow(aged.item(), asOf));
        return values;
    }

    private List<Column> reportedColumns(String... amounts) {
        if (reporting == null) {
            return List.of();
        }
        String in = " in " + reporting.currency().getCurrencyCode();
        List<Column> columns = new ArrayList<>();
        for (String amount : amounts) {
            columns.add(Column.money(amount + in));
        }
        columns.add(Column.text("Rate"));
        return columns;
    }

    private List<Value> reported(String currency, long... minor) {
        if (reporting == null) {
            return List.of();
        }
        List<Money> own = Arrays.stream(minor)
                .mapToObj(one -> Money.ofMinor(one, currency))
                .toList();
        List<Value> values = new ArrayList<>();
        switch (reporting.line(own)) {
            case ReportingTotals.Converted converted -> {
                converted.reported().forEach(amount -> values.add(Value.of(amount)));
                values.add(Value.of(converted.rates().stream()
                        .map(rate -> told(converted.base(), rate))
                        .collect(Collectors.joining("; "))));
            }
            case ReportingTotals.WithoutRate _ -> {
                own.forEach(_ -> values.add(Value.blank()));
                values.add(Value.of("no rate at or before " + reporting.asOf()));
            }
        }
        return values;
    }

    private static String told(Currency base, Rate rate) {
        return "1 %s = %s %s, %s, %s"
                .formatted(
                        base.getCurrencyCode(),
                        rate.perBase().toPlainString(),
                        rate.currency().getCurrencyCode(),
                        rate.date(),
                        rate.source());
    }

    private static Value money(long minor, String currency) {
        return Value.of(Money.ofMinor(minor, currency));
    }
}
