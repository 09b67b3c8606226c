package org.quittance.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.bench.matching.Habit;
import org.quittance.bench.matching.HabitBook;
import org.quittance.bench.matching.HabitGenerator;
import org.quittance.bench.matching.HabitScore;
import org.quittance.bench.matching.MatchScore;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Experience;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.formats.matching.MatchFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code quittance bench matching}: how right the matcher is, by the habit of the payer.
 *
 * <p>Over books of the second generator, one for each seed, and over the public matches where they are at hand.
 */
@Command(
        name = "matching",
        description = "Score the matcher by the habits of payers: generated books, and the public matches where given.",
        mixinStandardHelpOptions = true)
final class MatchingScore implements Callable<Integer> {

    /** The terms of the company that the generator invents. */
    private static final MatchPolicy POLICY = MatchPolicy.standard().granting(new MatchPolicy.Discount(200, 14, 3));

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seeds",
            split = ",",
            defaultValue = "1,2,3,4,5,6,7,8",
            paramLabel = "SEED",
            description = "One book for each (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(
            names = "--payments",
            defaultValue = "5000",
            paramLabel = "N",
            description = "Payments of each book (default: ${DEFAULT-VALUE}).")
    private int payments;

    @Option(
            names = "--public",
            paramLabel = "FOLDER",
            description = "The public matches: folders with invoices.csv, payments.csv and matches.csv.")
    private @Nullable Path published;

    @Option(names = "--show-false", description = "Print every false match in words.")
    private boolean showsFalse;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<HabitScore> scores = new ArrayList<>();
        for (long seed : seeds) {
            HabitScore score = score(HabitGenerator.of(seed, payments));
            scores.add(score);
            out.println("seed " + seed + ": " + score.total());
        }
        HabitScore all = HabitScore.sum(scores);
        out.println("all seeds: " + all.total());
        out.println("for open items: " + all.forOpenItems());
        for (Habit habit : Habit.values()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-60s %s",
                    habit.label(),
                    all.byHabit().getOrDefault(habit, HabitScore.Count.NONE)));
        }
        if (showsFalse) {
            all.falseMatches().forEach(one -> out.println("FALSE " + one));
        }
        if (published != null) {
            scorePublished(published, out);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static HabitScore score(HabitBook book) {
        CandidateIndex index = CandidateIndex.of(book.items(), book.payers());
        return HabitScore.of(
                book,
                MatchRun.of(
                                book.payments().stream()
                                        .map(HabitBook.Labelled::payment)
                                        .toList(),
                                index,
                                _ -> POLICY,
                                Experience.NONE,
                                book.rates())
                        .matches());
    }

    /** Every folder below that has the three files. */
    private static void scorePublished(Path folder, PrintWriter out) throws IOException {
        List<Path> variants;
        try (var folders = Files.walk(folder, 2)) {
            variants = folders.filter(one -> Files.isRegularFile(one.resolve("matches.csv")))
                    .sorted()
                    .toList();
        }
        for (Path variant : variants) {
            Path answer = Files.createTempFile("quittance-matching", ".csv");
            try {
                try (OutputStream target = Files.newOutputStream(answer)) {
                    MatchFiles.match(
                            variant.resolve("invoices.csv"),
                            variant.resolve("payments.csv"),
                            target,
                            MatchPolicy.standard());
                }
                MatchScore score = MatchScore.of(
                        answer,
                        variant.resolve("matches.csv"),
                        variant.resolve("invoices.csv"),
                        variant.resolve("payments.csv"));
                out.println("public, " + variant.getFileName() + ": " + score.total());
            } finally {
                Files.delete(answer);
            }
        }
    }
}
