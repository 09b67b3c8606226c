package org.quittance.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.bench.matching.HabitBook;
import org.quittance.bench.matching.HabitGenerator;
import org.quittance.bench.matching.LargePayer;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.cash.Payment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code quittance bench matching-speed}: how many payments a second the matcher decides on one core, without a database.
 *
 * <p>In batches of 500, as the application does; the first rounds warm the JVM up and are not counted, of the others the middle one is.
 */
@Command(
        name = "matching-speed",
        description =
                "Measure the matcher alone: payments a second against a large index, and for a payer with very many items.",
        mixinStandardHelpOptions = true)
final class MatchingSpeed implements Callable<Integer> {

    private static final int BATCH = 500;
    private static final int COLD_ROUNDS = 2;
    private static final int ROUNDS = 5;
    private static final int PAYMENTS_OF_LARGE_PAYER = 600;

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

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        measure("all habits", HabitGenerator.of(1, payments, items), out);
        measure("one payer", LargePayer.of(1, payerItems, PAYMENTS_OF_LARGE_PAYER), out);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void measure(String what, HabitBook book, PrintWriter out) {
        long before = System.nanoTime();
        CandidateIndex index = CandidateIndex.of(book.items(), book.payers());
        double indexed = seconds(before);
        List<Payment> all =
                book.payments().stream().map(HabitBook.Labelled::payment).toList();
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < COLD_ROUNDS + ROUNDS; round++) {
            long start = System.nanoTime();
            for (int from = 0; from < all.size(); from += BATCH) {
                MatchRun.of(all.subList(from, Math.min(all.size(), from + BATCH)), index, MatchPolicy.standard());
            }
            if (round >= COLD_ROUNDS) {
                rounds.add(seconds(start));
            }
        }
        Collections.sort(rounds);
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d items indexed in %.1f s; %,d payments, %.0f a second (%.0f to %.0f)",
                what,
                book.items().size(),
                indexed,
                all.size(),
                all.size() / rounds.get(ROUNDS / 2),
                all.size() / rounds.getLast(),
                all.size() / rounds.getFirst()));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
