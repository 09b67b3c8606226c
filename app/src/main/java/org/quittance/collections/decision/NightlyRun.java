package org.quittance.collections.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.collections.AccountScope.Buckets;
import org.quittance.collections.decision.HabitBook.News;
import org.quittance.collections.decision.HabitBook.Part;
import org.quittance.collections.decision.Runs.Begun;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about every account with open items, in one snapshot of the books.
 *
 * <p>Each processor takes a part of the buckets. Facts stream in by bucket and account while decisions go out over another connection, a
 * range of buckets at a time; each range replaces what an earlier attempt has left there. Nobody sees anything of it until one flip publishes all. A run that breaks off is
 * therefore simply run again, with the same result. What changes while it runs is noted by {@link Redecision} and decided again just
 * before the flip.
 */
@Service
public class NightlyRun {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int BUCKETS = 1_024;
    /** Each holds a connection to read and one to write. */
    private static final int MOST_WORKERS = 4;
    /** One run at a time, on however many nodes. */
    private static final long RUN_LOCK = 0x51_75_69_74_74_10L;

    private final DSLContext sql;
    private final Runs runs;
    private final HabitBook habits;
    private final TurnoverBook turnover;
    private final FactStreams streams;
    private final DecisionRows decisions;
    private final TransactionTemplate alone;
    private final TransactionTemplate snapshot;
    private final int workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());

    NightlyRun(
            DSLContext sql,
            Runs runs,
            HabitBook habits,
            TurnoverBook turnover,
            FactStreams streams,
            DecisionRows decisions,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.runs = runs;
        this.habits = habits;
        this.turnover = turnover;
        this.streams = streams;
        this.decisions = decisions;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Decides about all accounts at the business date and publishes the result. Run again, it says the same again. */
    public RunOutcome run(LocalDate asOf, String actor) {
        return alone.execute(_ -> {
            boolean free = sql.select(DSL.field("pg_try_advisory_xact_lock({0})", Boolean.class, DSL.val(RUN_LOCK)))
                    .fetchSingle()
                    .value1();
            return free ? runAlone(asOf, actor) : new RunOutcome.UnderWay();
        });
    }

    private RunOutcome runAlone(LocalDate asOf, String actor) {
        Begun run = runs.begin(asOf, actor);
        News news = habits.news(asOf, run.rules().policy().yardstick());
        List<Runnable> books = new ArrayList<>();
        for (int part = 0; part < workers; part++) {
            Part accounts = new Part(part, workers);
            books.add(() -> habits.workOut(news, accounts));
        }
        books.add(() -> turnover.bringUpToDate(asOf));
        together(books);
        habits.keep(news);
        snapshot.executeWithoutResult(_ -> decideAll(run));
        RunOutcome.Published published = runs.publish(run);
        runs.tidyUp(asOf);
        return published;
    }

    /** Several workers, each with its own buckets, in the snapshot that this one takes and keeps open until all are done. */
    private void decideAll(Begun run) {
        String shared = sql.select(DSL.field("pg_export_snapshot()", String.class))
                .fetchSingle()
                .value1();
        List<Runnable> parts = new ArrayList<>();
        for (Buckets buckets : partsOf(workers)) {
            parts.add(() -> snapshot.executeWithoutResult(_ -> {
                sql.execute("set transaction snapshot {0}", DSL.inline(shared));
                decide(buckets, run);
            }));
        }
        together(parts);
    }

    /** Each on a thread and in transactions of its own; returns when all are done. */
    private void together(List<Runnable> parts) {
        try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
            for (Future<?> part :
                    executor.invokeAll(parts.stream().map(Executors::callable).toList())) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the run failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted; run again, it goes on to the same result", e);
        }
    }

    private void decide(Buckets buckets, Begun run) {
        // The items are sorted once; ten million of them should not spill into more files than needed.
        sql.execute("set local work_mem = '128MB'");
        Ranges ranges = new Ranges(run.id(), buckets.first());
        streams.each(buckets, run.asOf(), account -> {
            ranges.reach(account.key().bucket());
            DecisionRows.add(ranges.rows, run.id(), run.rules().decide(account, run.asOf()));
        });
        ranges.write(buckets.last());
    }

    /** All buckets, in as many parts of about the same size; customers are spread evenly over them. */
    static List<Buckets> partsOf(int parts) {
        List<Buckets> cut = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int first = part * BUCKETS / parts;
            int next = (part + 1) * BUCKETS / parts;
            cut.add(new Buckets((short) first, (short) (next - 1)));
        }
        return cut;
    }

    /** The decisions of the buckets that are being worked through, written when enough have come together and a bucket is complete. */
    private final class Ranges {

        private final long runId;
        private int firstBucket;
        private int bucket;
        private CopyRows rows = new CopyRows(ROWS_AT_ONCE);

        private Ranges(long runId, int firstBucket) {
            this.runId = runId;
            this.firstBucket = firstBucket;
            this.bucket = firstBucket;
        }

        private void reach(int next) {
            if (next > bucket && rows.rows() >= ROWS_AT_ONCE) {
                write(next - 1);
                firstBucket = next;
            }
            bucket = next;
        }

        private void write(int lastBucket) {
            decisions.replaceBuckets(runId, firstBucket, lastBucket, rows);
            rows = new CopyRows(ROWS_AT_ONCE);
        }
    }
}
