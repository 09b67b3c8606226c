package org.quittance.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.quittance.bench.matching.MatcherBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code quittance bench matching-speed}: how many payments a second the matcher decides in one thread, without a database, measured by JMH
 * in a JVM of its own.
 */
@Command(
        name = "matching-speed",
        description =
                "Measure the matcher alone: payments a second against a large index, and for a payer with very many items.",
        mixinStandardHelpOptions = true)
final class MatchingSpeed implements Callable<Integer> {

    private static final int COLD_ROUNDS = 4;
    private static final int ROUNDS = 8;
    private static final int PAYMENTS_OF_LARGE_PAYER = 1_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--items",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "Open items in the index (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(
            names = "--payments",
            defaultValue = "20000",
            paramLabel = "N",
            description = "Payments with the habits of the second generator (default: ${DEFAULT-VALUE}).")
    private int payments;

    @Option(
            names = "--payer-items",
            defaultValue = "50000",
            paramLabel = "N",
            description = "Open items of the large payer (default: ${DEFAULT-VALUE}).")
    private int payerItems;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            paramLabel = "N",
            description = "How long each of the rounds is (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--forks",
            defaultValue = "1",
            paramLabel = "N",
            description = "JVMs started for each figure; 0 measures in this one (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Override
    public Integer call() throws RunnerException {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        measure(MatcherBenchmark.Mix.ALL_HABITS, items, payments, out);
        measure(MatcherBenchmark.Mix.ONE_PAYER, payerItems, PAYMENTS_OF_LARGE_PAYER, out);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void measure(MatcherBenchmark.Mix mix, int open, int paid, PrintWriter out) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(MatcherBenchmark.class.getName())
                .param("mix", mix.name())
                .param("items", String.valueOf(open))
                .param("payments", String.valueOf(paid))
                .threads(1)
                .forks(forks)
                .warmupIterations(COLD_ROUNDS)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(seconds))
                .verbosity(VerboseMode.SILENT)
                .build();
        Result<?> result = new Runner(options).runSingle().getPrimaryResult();
        Statistics rounds = result.getStatistics();
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d open items; %,.0f payments a second, +- %,.0f with 99.9 %% confidence (%,.0f to %,.0f in %d rounds)",
                mix == MatcherBenchmark.Mix.ALL_HABITS ? "all habits" : "one payer",
                open,
                result.getScore(),
                result.getScoreError(),
                rounds.getMin(),
                rounds.getMax(),
                rounds.getN()));
    }
}
