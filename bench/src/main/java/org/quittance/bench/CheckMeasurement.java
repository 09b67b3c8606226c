package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.quittance.ledger.LedgerCheck;

/** The ledger's own auditor over the whole book, settled items included. */
final class CheckMeasurement implements Measurement {

    private static final int TRIES = 3;
    private static final String FLOOR = """
            select count(*) from (select item_id, sum(delta_minor) from ledger.posting group by item_id) sums""";

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        double floor = Stopwatch.median(TRIES, () -> bench.execute(FLOOR));
        LedgerCheck check = bench.bean(LedgerCheck.class);
        double millis = Stopwatch.median(TRIES, () -> {
            if (!check.faults().isEmpty()) {
                throw new IllegalStateException(
                        "The generated book is not whole: " + check.faults().getFirst());
            }
        });
        return List.of(new Figure(
                "check of the ledger",
                size.openItems(),
                size.openItems(),
                millis,
                "one sum of the postings by item",
                floor,
                "no fault"));
    }
}
