package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingQuery.Grouping;
import org.quittance.ledger.AgeingReport;

/** The ageing of the whole book, as it is and as it was. */
final class AgeingMeasurement implements Measurement {

    private static final int TRIES = 5;
    private static final int DAYS_BACK = 60;
    private static final String FLOOR = "select currency, sum(open_minor) from ledger.open_item group by currency";

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        double floor = Stopwatch.median(TRIES, () -> bench.execute(FLOOR));
        List<Figure> figures = new ArrayList<>();
        for (Grouping grouping : List.of(Grouping.ENTITY, Grouping.CUSTOMER)) {
            figures.add(figure(bench, size, grouping, bench.today(), "today", floor));
            figures.add(
                    figure(bench, size, grouping, bench.today().minusDays(DAYS_BACK), DAYS_BACK + " days ago", floor));
        }
        return figures;
    }

    private static Figure figure(
            Workbench bench, BookSize size, Grouping grouping, LocalDate asOf, String day, double floor)
            throws SQLException, IOException {
        AgeingReport report = bench.bean(AgeingReport.class);
        AgeingQuery query = AgeingQuery.of(asOf, grouping);
        long lines = report.rows(Viewer.system("bench"), query).size();
        double millis = Stopwatch.median(TRIES, () -> {
            if (report.rows(Viewer.system("bench"), query).isEmpty()) {
                throw new IllegalStateException("The ageing of a full book is empty");
            }
        });
        String by = grouping == Grouping.CUSTOMER ? "customer" : "entity";
        return new Figure(
                "ageing by " + by + ", " + day,
                size.openItems(),
                size.openItems(),
                millis,
                "one sum over the open items",
                floor,
                lines + " lines");
    }
}
