package org.quittance.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.quittance.bench.CopyFloor.Rows;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;

/**
 * The night's run: the first, which works out every account's paying habit; one after a day on which a forty-fifth of what is open was
 * posted; one after a day without postings.
 */
final class RunMeasurement implements Measurement {

    private static final String FLOOR = "COPY of the same rows out and of the decisions in";
    private static final List<String> READ = List.of(
            "ledger.open_item",
            "ledger.account",
            "collections.dunning",
            "collections.last_contact",
            "collections.habit",
            "collections.turnover");

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        forgetNights(bench);
        double first = Stopwatch.once(() -> run(bench));
        // The book's postings of today are dated at its first moment.
        bench.execute("update collections.habit_mark set read_until = current_date");
        bench.execute("update collections.turnover_mark set read_until = current_date");
        double next = Stopwatch.once(() -> run(bench));
        double quiet = Stopwatch.once(() -> run(bench));
        double out = 0;
        for (String table : READ) {
            out += Stopwatch.median(
                    3, () -> bench.copies().copyOut("copy " + table + " to stdout", OutputStream.nullOutputStream()));
        }
        double in = new CopyFloor(bench)
                .bare(new Rows("collections.decision", "run_id = (select run_id from collections.published_run)"));
        String note = bench.number("select accounts from collections.run order by id desc limit 1")
                + " accounts decided, "
                + bench.number("select actions from collections.run order by id desc limit 1")
                + " to act on, "
                + bench.number("select count(*) from ledger.item where recorded_at = current_date")
                + " items of the day";
        double floor = out + in;
        return List.of(
                new Figure("night, the first", size.openItems(), size.openItems(), first, FLOOR, floor, note),
                new Figure("night, every other", size.openItems(), size.openItems(), next, FLOOR, floor, note),
                new Figure("night, nothing posted", size.openItems(), size.openItems(), quiet, FLOOR, floor, note));
    }

    /** Of a book that is measured again: what nights before have worked out. */
    private static void forgetNights(Workbench bench) throws SQLException {
        bench.execute("""
                truncate
                    collections.run, collections.published_run, collections.worklist_total, collections.decision, collections.habit,
                    collections.habit_mark, collections.pace, collections.turnover, collections.turnover_mark, collections.redecided
                """);
    }

    static void run(Workbench bench) {
        RunOutcome outcome = bench.bean(NightlyRun.class).run(bench.today(), "bench");
        if (outcome instanceof RunOutcome.UnderWay) {
            throw new IllegalStateException("Another run is under way in a database that is the bench's own");
        }
    }
}
