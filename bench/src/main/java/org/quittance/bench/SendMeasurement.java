package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.quittance.bench.CopyFloor.Rows;
import org.quittance.collections.reminder.AutomaticSteps;

/**
 * What the night sends by itself: each customer is decided again, its letter written with its PDF, and all of it queued, in a transaction of its
 * own. At most a thousand customers, so that the figure is one for a customer whatever the size of the book.
 */
final class SendMeasurement implements Measurement {

    private static final int MOST_CUSTOMERS = 1_000;
    private static final String FLOOR =
            "COPY of the messages with their items, their PDFs and what the timeline notes, and a commit for each";

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        bench.execute("update ledger.entity set email = 'credit@' || lower(code) || '.example'");
        // A day on which more were written to than today, or the brake would ask a person.
        bench.execute(
                "insert into collections.sending_run (business_date, customers, actor, at) values ('%s', %d, 'bench', now())"
                        .formatted(bench.today().minusDays(1), size.customers()));
        bench.execute("""
                update collections.decision
                set automatic_items = 0
                where run_id = (select run_id from collections.published_run)
                  and customer_id not in (
                      select customer_id
                      from collections.decision
                      where run_id = (select run_id from collections.published_run) and automatic_items > 0
                      group by customer_id
                      order by customer_id
                      limit %d)
                """.formatted(MOST_CUSTOMERS));
        long before = bench.number("select coalesce(max(id), 0) from correspondence.message");
        long noted = bench.number("select coalesce(max(id), 0) from correspondence.activity");
        AtomicReference<AutomaticSteps.Outcome> outcome = new AtomicReference<>();
        double millis = Stopwatch.once(
                () -> outcome.set(bench.bean(AutomaticSteps.class).queueAll("bench")));
        if (!(outcome.get() instanceof AutomaticSteps.Outcome.Queued queued) || queued.messages() == 0) {
            throw new IllegalStateException("Nothing of the generated book is sent by itself: " + outcome.get());
        }
        CopyFloor floor = new CopyFloor(bench);
        double copied = floor.bare(new Rows("correspondence.message", "id > " + before))
                + floor.bare(new Rows("correspondence.message_item", "message_id > " + before))
                + floor.bare(new Rows("correspondence.attachment", "message_id > " + before))
                + floor.bare(new Rows("correspondence.activity", "id > " + noted));
        double committed = commits(bench, queued.messages());
        return List.of(new Figure(
                "sending by itself",
                size.openItems(),
                queued.messages(),
                millis,
                FLOOR,
                copied + committed,
                "%.1f ms a customer; commits alone %.0f ms".formatted(millis / queued.messages(), committed)));
    }

    private static double commits(Workbench bench, int commits) throws SQLException, IOException {
        bench.execute("create table public.committed (n int)");
        double millis = Stopwatch.once(() -> {
            for (int i = 0; i < commits; i++) {
                bench.execute("insert into public.committed values (1)");
            }
        });
        bench.execute("drop table public.committed");
        return millis;
    }
}
