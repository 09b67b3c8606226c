package org.quittance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quittance.cli.OutputForm;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quittance bench}: generates books of several sizes, works on each, and prints what the work cost beside its floor. */
@Command(
        name = "bench",
        description =
                "Measure the work on generated books of several sizes, each figure beside a floor of the same minute.",
        mixinStandardHelpOptions = true,
        subcommands = {Score.class, MatchingScore.class, MatchingSpeed.class})
public final class Bench implements Callable<Integer> {

    /** What can be measured, in the order in which it is. */
    enum Part {
        IMPORT,
        AGEING,
        RUN,
        WORKLIST,
        CUSTOMER,
        MATCH,
        QUEUE,
        SEND,
        CHECK,
        PAGES_DURING_IMPORT;

        Measurement measurement() {
            return switch (this) {
                case IMPORT -> new ImportMeasurement();
                case AGEING -> new AgeingMeasurement();
                case RUN -> new RunMeasurement();
                case WORKLIST -> new PageMeasurement.OfWorklist();
                case CUSTOMER -> new PageMeasurement.OfCustomer();
                case MATCH -> new MatchMeasurement();
                case QUEUE -> new QueueMeasurement();
                case SEND -> new SendMeasurement();
                case CHECK -> new CheckMeasurement();
                case PAGES_DURING_IMPORT -> new PagesDuringImport();
            };
        }

        /** A worklist there must be, and a posting must find one to follow. */
        boolean wantsRun() {
            return this == WORKLIST || this == MATCH || this == QUEUE || this == SEND || this == PAGES_DURING_IMPORT;
        }

        /** What leaves the book as it was generated, but for decisions, which each night replaces. */
        boolean keepsBook() {
            return this == AGEING || this == RUN || this == WORKLIST || this == CUSTOMER || this == CHECK;
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutputForm form = new OutputForm();

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10000,30000,100000",
            paramLabel = "N",
            description = "Numbers of open items, smallest first (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--settled-factor",
            defaultValue = "4",
            paramLabel = "N",
            description = "Settled items for each open one (default: ${DEFAULT-VALUE}).")
    private int settledFactor;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Keep the generated databases there, and measure on one of the same size and day again"
                    + " (default: a temporary folder, removed at the end).")
    private @Nullable Path data;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Any of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Part> only = List.of(Part.values());

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        List<Figure> figures = new ArrayList<>();
        for (int openItems : sizes) {
            figures.addAll(figures(size(openItems)));
        }
        FigureTable.print(figures, form, spec().commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private List<Figure> figures(BookSize size) throws IOException, SQLException {
        if (data == null) {
            Path folder = Files.createTempDirectory("quittance-bench");
            try {
                return figures(size, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
        Path folder = data.toAbsolutePath().normalize().resolve("book-" + size.openItems());
        boolean kept = new KeptBook(size, LocalDate.now(ZoneId.systemDefault())).isIn(folder);
        if (Files.exists(folder) && !(kept && only.stream().allMatch(Part::keepsBook))) {
            throw new ParameterException(
                    spec().commandLine(),
                    folder
                            + " is there already, and is no book of this size and day that what is measured leaves as it is."
                            + " Remove it, or name another folder with --data.");
        }
        return figures(size, folder);
    }

    private List<Figure> figures(BookSize size, Path folder) throws IOException, SQLException {
        Set<Part> parts = EnumSet.copyOf(only);
        List<Figure> figures = new ArrayList<>();
        try (Workbench bench = Workbench.open(folder)) {
            KeptBook book = new KeptBook(size, bench.today());
            if (parts.remove(Part.IMPORT)) {
                tell("Importing " + size.openItems() + " items");
                figures.addAll(measured(Part.IMPORT, bench, size));
                GeneratedBook.clear(bench);
            }
            if (parts.isEmpty()) {
                return figures;
            }
            if (!book.isIn(folder)) {
                generate(bench, size);
                book.mark(folder);
            }
            if (!parts.contains(Part.RUN) && parts.stream().anyMatch(Part::wantsRun)) {
                RunMeasurement.run(bench);
            }
            for (Part part : parts) {
                tell("Measuring: " + part);
                if (!part.keepsBook()) {
                    KeptBook.takeOff(folder);
                }
                figures.addAll(measured(part, bench, size));
            }
        }
        return figures;
    }

    private void generate(Workbench bench, BookSize size) throws SQLException, IOException {
        tell("Generating a book of " + size.openItems() + " open items of " + size.customers() + " customers");
        double generated = Stopwatch.once(() -> GeneratedBook.fill(bench, size));
        tell("  generated in %.1f s".formatted(generated / 1000));
    }

    /** Tells each part's figures at once as well: what comes after a long measurement may break off. */
    private List<Figure> measured(Part part, Workbench bench, BookSize size) throws SQLException, IOException {
        List<Figure> figures = part.measurement().measure(bench, size);
        figures.forEach(figure -> tell("  " + figure));
        return figures;
    }

    private BookSize size(int openItems) {
        try {
            return new BookSize(openItems, settledFactor);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), e.getMessage(), e);
        }
    }

    private void tell(String message) {
        spec().commandLine().getErr().println(message);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("The command was not run from a command line");
        }
        return spec;
    }
}
