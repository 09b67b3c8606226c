package org.quittance.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.matching.MatchFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Matches a file of payments against a file of open items, without a database. */
@Command(
        name = "match",
        description =
                "Match a file of payments against a file of open items: a trial on last month's files, without a database.",
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

    private static final int PROBLEMS_PRINTED = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutputForm form = new OutputForm();

    @Option(names = "--items", required = true, paramLabel = "FILE", description = "Open items, CSV or XLSX.")
    private Path items = Path.of("");

    @Option(names = "--payments", required = true, paramLabel = "FILE", description = "Payments, CSV or XLSX.")
    private Path payments = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the answer goes, as CSV.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        for (Path file : new Path[] {items, payments}) {
            if (!Files.isReadable(file)) {
                throw new CommandRefused("There is no readable file " + file + ". Check the path.");
            }
        }
        Parsed<MatchFiles.Summary> parsed;
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(out))) {
            parsed = MatchFiles.match(items, payments, target, MatchPolicy.standard());
        }
        PrintWriter print = OutputForm.out(spec);
        parsed.problems().stream()
                .limit(PROBLEMS_PRINTED)
                .forEach(problem -> spec().commandLine().getErr().println(problem));
        if (parsed.isRefused()) {
            Files.deleteIfExists(out);
            return Commands.REFUSED;
        }
        MatchFiles.Summary summary = parsed.get();
        if (form.isJson()) {
            form.print(summary, print);
        } else {
            print.printf(
                    "%d payments: %d applied, %d proposed, %d left. The answer is in %s.%n",
                    summary.payments(), summary.applied(), summary.proposed(), summary.none(), out);
            print.flush();
        }
        return parsed.problems().stream().anyMatch(p -> p.severity() == Problem.Severity.ROW_REFUSED)
                ? Commands.REFUSED
                : Commands.DONE;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        return spec;
    }
}
