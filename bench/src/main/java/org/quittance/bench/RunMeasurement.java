package org.quittance.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import org.quittance.bench.CopyFloor.Rows;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;

/** The night's run: the first, which works out every account's paying habit, and the next, which finds them. */
final class RunMeasurement implements Measurement {

    private static final String FLOOR = "COPY of the open items out and of the decisions in";

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        double first = Stopwatch.once(() -> run(bench));
        double next = Stopwatch.once(() -> run(bench));
        // As after a day on which nothing was posted: what deciding alone costs.
        bench.execute("update collections.habit_mark set read_until = now() + interval '1 day'");
        bench.execute("update collections.turnover set worked_out_on = worked_out_on + 2");
        double quiet = Stopwatch.once(() -> run(bench));
        double out = Stopwatch.median(
                3, () -> bench.copies().copyOut("copy ledger.open_item to stdout", OutputStream.nullOutputStream()));
        double in = new CopyFloor(bench)
                .bare(new Rows("collections.decision", "run_id = (select run_id from collections.published_run)"));
        String note = bench.number("select accounts from collections.run order by id desc limit 1")
                + " accounts decided, "
                + bench.number("select actions from collections.run order by id desc limit 1")
                + " to act on";
        return List.of(
                new Figure("night, the first", size.openItems(), size.openItems(), first, FLOOR, out + in, note),
                new Figure("night, every other", size.openItems(), size.openItems(), next, FLOOR, out + in, note),
                new Figure("night, nothing posted", size.openItems(), size.openItems(), quiet, FLOOR, out + in, note));
    }

    static void run(Workbench bench) {
        RunOutcome outcome = bench.bean(NightlyRun.class).run(bench.today(), "bench");
        if (outcome instanceof RunOutcome.UnderWay) {
            throw new IllegalStateException("Another run is under way in a database that is the bench's own");
        }
    }
}
