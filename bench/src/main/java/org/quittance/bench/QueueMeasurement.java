package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.quittance.cash.CashQueue;
import org.quittance.cash.QueueFilter;
import org.quittance.identity.Viewer;
import org.quittance.platform.SqlFile;

/** The first page of the cash queue with its totals, where years of payments have been received and few of them wait. */
final class QueueMeasurement implements Measurement {

    private static final SqlFile RECEIVED = SqlFile.beside(QueueMeasurement.class, "received.sql");
    private static final int WARM_UP = 50;
    private static final int CALLS = 100;
    private static final int ROWS_OF_A_PAGE = 51;
    private static final int ALTERNATIVES = 3;

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        MatchMeasurement.applyOnce(bench, size);
        bench.execute(RECEIVED.text());
        bench.execute("vacuum (analyze) cash.payment, cash.identification, cash.unidentified");
        CashQueue queue = bench.bean(CashQueue.class);
        Viewer viewer = Viewer.system("bench");
        QueueFilter toDo = new QueueFilter(
                QueueFilter.Show.TO_DO, null, null, null, null, null, "amount", QueueFilter.Order.DESCENDING);
        int waiting = queue.totals(viewer, toDo).stream()
                .mapToInt(CashQueue.Total::payments)
                .sum();
        if (waiting == 0) {
            throw new IllegalStateException("Nothing waits in the queue of the generated statement");
        }
        String note = String.format(
                Locale.ROOT, "%,d of %,d payments wait", waiting, bench.number("select count(*) from cash.payment"));
        Stopwatch.Work page = () -> {
            queue.rows(viewer, toDo, 0, ROWS_OF_A_PAGE, ALTERNATIVES);
            queue.totals(viewer, toDo);
        };
        Stopwatch.spread(WARM_UP, page);
        Stopwatch.Spread pages = Stopwatch.spread(CALLS, page);
        double floor = PageMeasurement.roundTrip(bench, size);
        String is = "one row by its key, p50";
        return List.of(
                new Figure("cash queue, p50", size.openItems(), waiting, pages.p50(), is, floor, note),
                new Figure("cash queue, p99", size.openItems(), waiting, pages.p99(), is, floor, note));
    }
}
