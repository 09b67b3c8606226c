package org.quittance.formats.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.DecimalRule;
import org.quittance.formats.extract.Defaults;
import org.quittance.formats.extract.ExtractLine;
import org.quittance.formats.extract.ExtractReader;
import org.quittance.formats.extract.Layout;
import org.quittance.formats.extract.Recogniser;
import org.quittance.formats.extract.Recognition;
import org.quittance.formats.table.TableFile;

/** The lines of a whole extract with their row numbers, for files that are recognised without a person. */
final class ExtractRows {

    /** A line and its row, counted from 1 below the header. */
    record Numbered<T>(long row, T line) {}

    private ExtractRows() {}

    /** The lines; empty, with a problem that refuses the file, where it is not what it should be. */
    static <T extends ExtractLine> List<Numbered<T>> read(
            Path path, Content expected, Class<T> type, List<Problem> problems) throws IOException {
        String name = Objects.requireNonNull(path.getFileName(), "file name").toString();
        Parsed<TableFile> opened = TableFile.open(name, path);
        problems.addAll(opened.problems());
        if (opened.isRefused()) {
            return List.of();
        }
        TableFile file = opened.get();
        return switch (Recogniser.standard().recognise(file)) {
            case Recognition.Unrecognised(Problem problem, var _, var _) -> {
                problems.add(problem);
                yield List.of();
            }
            case Recognition.Recognised(Layout layout, String label, List<Problem> remarks) -> {
                problems.addAll(remarks);
                if (layout.content() != expected) {
                    problems.add(otherContent(name, layout, label, expected));
                    yield List.of();
                }
                yield lines(file, layout, type, problems);
            }
        };
    }

    private static <T extends ExtractLine> List<Numbered<T>> lines(
            TableFile file, Layout layout, Class<T> type, List<Problem> problems) throws IOException {
        List<Numbered<T>> lines = new ArrayList<>();
        ExtractReader.of(layout, new Defaults("", null, null, DecimalRule.AS_WRITTEN))
                .read(
                        file,
                        line -> lines.add(new Numbered<>(line.line() - layout.headerLine(), type.cast(line))),
                        problems::add);
        return lines;
    }

    private static Problem otherContent(String name, Layout layout, String label, Content expected) {
        return Problem.file(
                name,
                layout.headerLine(),
                "",
                label,
                "this file holds %s, not %s"
                        .formatted(
                                layout.content().label().toLowerCase(Locale.ROOT),
                                expected.label().toLowerCase(Locale.ROOT)),
                "Give the open items with --items and the payments with --payments");
    }
}
