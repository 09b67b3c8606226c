package org.quittance.core.insight;

import static org.quittance.core.insight.Figure.Gap.NO_SALES;
import static org.quittance.core.insight.Figure.Gap.SALES_HISTORY_TOO_SHORT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.insight.Figure.Known;
import org.quittance.core.insight.Figure.Undefined;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * Days sales outstanding and its relatives. All amounts of one call are of one currency.
 *
 * <p>Receivables of 300, of which 180 are not yet due, against sales of 380 in 90 days: DSO 71.05, best possible 42.63, average days
 * delinquent 28.42.
 */
public final class Dso {

    private Dso() {}

    public static Figure simple(Money receivables, Money sales, int days) {
        return daysOfSales(Measure.DSO, receivables, sales, days);
    }

    public static Figure bestPossible(Money notYetDue, Money sales, int days) {
        return daysOfSales(Measure.BEST_POSSIBLE_DSO, notYetDue, sales, days);
    }

    public static Figure delinquent(Money overdue, Money sales, int days) {
        return daysOfSales(Measure.DELINQUENT_DSO, overdue, sales, days);
    }

    /** DSO less best possible DSO. */
    public static Figure averageDaysDelinquent(Money receivables, Money notYetDue, Money sales, int days) {
        return daysOfSales(Measure.AVERAGE_DAYS_DELINQUENT, receivables.minus(notYetDue), sales, days);
    }

    /** Counts the newest months back until their sales account for the receivables. The months may come in any order. */
    public static Figure countback(Money receivables, List<SalesMonth> months) {
        List<SalesMonth> newestFirst = months.stream()
                .sorted(Comparator.comparing(SalesMonth::month).reversed())
                .toList();
        Money left = receivables;
        long days = 0;
        for (SalesMonth month : newestFirst) {
            if (left.compareTo(month.sales()) < 0 && month.sales().isPositive()) {
                BigDecimal part = left.toDecimal()
                        .multiply(BigDecimal.valueOf(month.days()))
                        .divide(month.sales().toDecimal(), MathContext.DECIMAL64);
                return new Known(Measure.COUNTBACK_DSO, part.add(BigDecimal.valueOf(days)));
            }
            left = left.minus(month.sales());
            days += month.days();
        }
        return left.isZero()
                ? new Known(Measure.COUNTBACK_DSO, BigDecimal.valueOf(days))
                : new Undefined(Measure.COUNTBACK_DSO, SALES_HISTORY_TOO_SHORT);
    }

    /** Weighs each open debit's age by its share of its own month's sales. */
    public static Figure trueDso(List<OpenItem> items, List<SalesMonth> months, LocalDate asOf) {
        Map<YearMonth, SalesMonth> byMonth =
                months.stream().collect(Collectors.toMap(SalesMonth::month, Function.identity()));
        BigDecimal sum = BigDecimal.ZERO;
        for (OpenItem item : items) {
            @Nullable SalesMonth month = byMonth.get(YearMonth.from(item.documentDate()));
            if (month == null || !month.sales().isPositive()) {
                return new Undefined(Measure.TRUE_DSO, NO_SALES);
            }
            long age = asOf.toEpochDay() - item.documentDate().toEpochDay();
            sum = sum.add(decimal(item.open(), month.sales())
                    .multiply(BigDecimal.valueOf(age))
                    .divide(month.sales().toDecimal(), MathContext.DECIMAL64));
        }
        return new Known(Measure.TRUE_DSO, sum);
    }

    private static Figure daysOfSales(Measure measure, Money receivables, Money sales, int days) {
        BigDecimal amount = decimal(receivables, sales).multiply(BigDecimal.valueOf(days));
        return Figure.ratio(measure, amount, sales.toDecimal(), NO_SALES);
    }

    /** The amount as a number, once it is sure that it is of the same currency. */
    private static BigDecimal decimal(Money amount, Money other) {
        if (!amount.currency().equals(other.currency())) {
            throw new IllegalArgumentException("%s against sales of %s".formatted(amount, other));
        }
        return amount.toDecimal();
    }
}
