package org.quittance.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.quittance.bench.Stopwatch.Spread;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;

/** What the pages of every minute ask of the database: the median and the slowest hundredth of many calls. */
final class PageMeasurement {

    private static final int WARM_UP = 1_000;
    private static final int CALLS = 200;
    private static final int ROWS_OF_A_PAGE = 51;
    private static final long SEED = 4_711;

    private PageMeasurement() {}

    /** The first page of the worklist with the summary above it, of one collector and of a manager who sees all. */
    static final class OfWorklist implements Measurement {

        @Override
        public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
            Worklist worklist = bench.bean(Worklist.class);
            long first = bench.number("select min(id) from identity.portfolio where name like 'Portfolio %'");
            List<Figure> figures = new ArrayList<>();
            figures.addAll(figures(bench, size, "worklist, a collector", size.portfolios(), n -> {
                Viewer viewer = new Viewer(1, "bench", "Bench", Set.of(Role.COLLECTOR), Set.of(first + n));
                page(worklist, viewer);
            }));
            figures.addAll(
                    figures(bench, size, "worklist, all accounts", 1, _ -> page(worklist, Viewer.system("bench"))));
            return figures;
        }

        static void page(Worklist worklist, Viewer viewer) {
            if (worklist.rows(viewer, WorklistFilter.toDo(), 0, ROWS_OF_A_PAGE).isEmpty()
                    || worklist.summary(viewer).toDo() == 0) {
                throw new IllegalStateException("The worklist of a full book is empty");
            }
        }
    }

    /** A customer with accounts, contacts and open items; any customer is as likely as any other. */
    static final class OfCustomer implements Measurement {

        @Override
        public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
            return figures(bench, size, "customer", size.customers(), n -> page(bench, 1 + n));
        }

        static void page(Workbench bench, long customer) {
            LedgerReader reader = bench.bean(LedgerReader.class);
            Viewer viewer = Viewer.system("bench");
            if (reader.customer(viewer, customer).isEmpty()) {
                throw new IllegalStateException("There is no customer " + customer);
            }
            reader.openItems(viewer, customer, bench.today());
        }
    }

    private static List<Figure> figures(Workbench bench, BookSize size, String name, int subjects, LongConsumer page)
            throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Stopwatch.spread(WARM_UP, () -> page.accept(random.nextInt(subjects)));
        Spread pages = Stopwatch.spread(CALLS, () -> page.accept(random.nextInt(subjects)));
        double floor = roundTrip(bench, size);
        String is = "one row by its key, p50";
        return List.of(
                new Figure(name + ", p50", size.openItems(), 1, pages.p50(), is, floor, ""),
                new Figure(name + ", p99", size.openItems(), 1, pages.p99(), is, floor, ""));
    }

    static double roundTrip(Workbench bench, BookSize size) throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Stopwatch.Work work = () -> rowByKey(bench, 1 + random.nextInt(size.customers()));
        Stopwatch.spread(WARM_UP, work);
        return Stopwatch.spread(CALLS, work).p50();
    }

    /** A connection of the application's own, one row by its primary key, and the connection back. */
    static void rowByKey(Workbench bench, long customer) throws SQLException {
        try (Connection connection = bench.bean(DataSource.class).getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select name from ledger.customer where id = ?")) {
            query.setLong(1, customer);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                row.getString(1);
            }
        }
    }
}
