package org.quittance.collections.decision;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.collections.AccountScope;
import org.quittance.collections.decision.Runs.Begun;
import org.quittance.platform.CopyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about every account with open items, in one snapshot of the books.
 *
 * <p>Facts stream in by bucket and account while decisions go out over another connection, a range of buckets at a time; each range
 * replaces what an earlier attempt has left there. Nobody sees anything of it until one flip publishes all. A run that breaks off is
 * therefore simply run again, with the same result. What changes while it runs is noted by {@link Redecision} and decided again just
 * before the flip.
 */
@Service
public class NightlyRun {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int LAST_BUCKET = 1_023;
    /** One run at a time, on however many nodes. */
    private static final long RUN_LOCK = 0x51_75_69_74_74_10L;

    private final DSLContext sql;
    private final Runs runs;
    private final HabitBook habits;
    private final FactStreams streams;
    private final DecisionRows decisions;
    private final TransactionTemplate alone;
    private final TransactionTemplate snapshot;

    NightlyRun(
            DSLContext sql,
            Runs runs,
            HabitBook habits,
            FactStreams streams,
            DecisionRows decisions,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.runs = runs;
        this.habits = habits;
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
        habits.bringUpToDate(asOf, run.rules().policy().yardstick());
        snapshot.executeWithoutResult(_ -> decideAll(run));
        RunOutcome.Published published = runs.publish(run);
        runs.tidyUp(asOf);
        return published;
    }

    private void decideAll(Begun run) {
        // The items are sorted once; ten million of them should not spill into more files than needed.
        sql.execute("set local work_mem = '128MB'");
        Ranges ranges = new Ranges(run.id());
        streams.each(new AccountScope.All(), run.asOf(), account -> {
            ranges.reach(account.key().bucket());
            DecisionRows.add(ranges.rows, run.id(), run.rules().decide(account, run.asOf()));
        });
        ranges.write(LAST_BUCKET);
    }

    /** The decisions of the buckets that are being worked through, written when enough have come together and a bucket is complete. */
    private final class Ranges {

        private final long runId;
        private int firstBucket;
        private int bucket;
        private CopyRows rows = new CopyRows(ROWS_AT_ONCE);

        private Ranges(long runId) {
            this.runId = runId;
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
