package org.quittance.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.bench.matching.MatchScore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quittance bench score}: how right the answer of {@code quittance match} is. */
@Command(
        name = "score",
        description = "Score the answer of `quittance match` against the true matches.",
        mixinStandardHelpOptions = true)
final class Score implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ANSWER", description = "What `quittance match` has written.")
    private Path answer = Path.of("");

    @Parameters(index = "1", paramLabel = "MATCHES", description = "The true matches: matches.csv.")
    private Path matches = Path.of("");

    @Parameters(index = "2", paramLabel = "INVOICES", description = "The open items that were matched: invoices.csv.")
    private Path invoices = Path.of("");

    @Parameters(index = "3", paramLabel = "PAYMENTS", description = "The payments that were matched: payments.csv.")
    private Path payments = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        MatchScore score = MatchScore.of(answer, matches, invoices, payments);
        PrintWriter out = spec.commandLine().getOut();
        out.println("all: " + score.total());
        score.byCategory().forEach((category, count) -> out.println(category + ": " + count));
        score.falseGroups().forEach(group -> out.println("FALSE " + group));
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
