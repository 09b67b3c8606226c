package org.quittance.bench.matching;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Experience;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.cash.Payment;
import org.quittance.core.ledger.CrossRates;

/**
 * Payments a second of the matcher alone, in batches of 500 as the application has them: one operation is one payment.
 *
 * <p>Each invocation takes the next batch, so that many different payments go by; the index and the experience never change.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatcherBenchmark {

    /** Payments in a batch. */
    public static final int BATCH = 500;

    /** Whose payments. */
    public enum Mix {
        /** All habits of the second generator, against an index of many customers. */
        ALL_HABITS,
        /** One payer whose own book is as large as the index. */
        ONE_PAYER
    }

    @Param("ALL_HABITS")
    private Mix mix = Mix.ALL_HABITS;

    @Param("1000000")
    private int items;

    @Param("20000")
    private int payments;

    private @Nullable CandidateIndex index;
    private List<Payment> all = List.of();
    private CrossRates rates = CrossRates.NONE;
    private int next;

    /** Makes the book and its index, once for each fork. */
    @Setup
    public void book() {
        HabitBook book = switch (mix) {
            case ALL_HABITS -> HabitGenerator.of(1, payments, items);
            case ONE_PAYER -> LargePayer.of(1, items, payments);
        };
        index = CandidateIndex.of(book.items(), book.payers());
        all = book.payments().stream().map(HabitBook.Labelled::payment).toList();
        rates = book.rates();
    }

    /** Decides the next batch. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public MatchRun decide() {
        if (index == null || all.size() < BATCH) {
            throw new IllegalStateException("There are " + all.size() + " payments, and a batch has " + BATCH);
        }
        int from = next + BATCH > all.size() ? 0 : next;
        next = from + BATCH;
        return MatchRun.of(all.subList(from, next), index, _ -> MatchPolicy.standard(), Experience.NONE, rates);
    }
}
