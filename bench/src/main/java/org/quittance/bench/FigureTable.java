package org.quittance.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.quittance.cli.OutputForm;

/** The figures as a table to read, or a line of JSON for each. */
final class FigureTable {

    private static final String LINE = "%-34s %11s %12s %11s %12s %8s  %s%n";

    private FigureTable() {}

    /** A figure as a program reads it. */
    private record Line(
            String name,
            int openItems,
            long rows,
            double millis,
            double rowsPerSecond,
            String floor,
            double floorMillis,
            double ratio,
            String note) {

        static Line of(Figure figure) {
            return new Line(
                    figure.name(),
                    figure.openItems(),
                    figure.rows(),
                    figure.millis(),
                    figure.rowsPerSecond(),
                    figure.floor(),
                    figure.floorMillis(),
                    figure.ratio(),
                    figure.note());
        }
    }

    static void print(List<Figure> figures, OutputForm form, PrintWriter out) {
        if (form.isJson()) {
            figures.forEach(figure -> form.print(Line.of(figure), out));
            return;
        }
        out.printf(LINE, "", "open items", "measured", "rows/s", "floor", "x floor", "floor is; note");
        figures.forEach(figure -> out.printf(
                Locale.ROOT,
                LINE,
                figure.name(),
                String.format(Locale.ROOT, "%,d", figure.openItems()),
                time(figure.millis()),
                figure.rows() == 1 ? "" : String.format(Locale.ROOT, "%,.0f", figure.rowsPerSecond()),
                time(figure.floorMillis()),
                String.format(Locale.ROOT, "%.1f", figure.ratio()),
                figure.note().isEmpty() ? figure.floor() : figure.floor() + "; " + figure.note()));
        out.flush();
    }

    private static String time(double millis) {
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.2f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
    }
}
