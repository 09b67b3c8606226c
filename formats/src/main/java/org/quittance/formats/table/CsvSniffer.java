package org.quittance.formats.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out how a text file separates its cells.
 *
 * <p>The separator is the one under which some line looks most like a header (many cells that are words) and the lines after it
 * have as many cells. Counting alone would take the decimal comma of a German list for a separator. Excel's own first line
 * {@code sep=;} decides at once.
 */
final class CsvSniffer {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE_CHARS = 1 << 16;
    private static final int SAMPLE_LINES = 200;
    private static final int HEADER_WITHIN = 40;

    private CsvSniffer() {}

    static TableFormat.Csv sniff(Path path) throws IOException {
        Encoding encoding = Encoding.of(path);
        String sample = sample(path, encoding);
        return new TableFormat.Csv(encoding.charset(), encoding.markBytes(), separatorOf(sample));
    }

    static Reader reader(Path path, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(encoding.markBytes());
        return new InputStreamReader(in, encoding.charset());
    }

    static char separatorOf(String sample) {
        String start = sample.stripLeading();
        if (start.length() > 4 && start.regionMatches(true, 0, "sep=", 0, 4)) {
            return start.charAt(4);
        }
        char best = ',';
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = score(split(sample, separator));
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
        return best;
    }

    private static String sample(Path path, Encoding encoding) throws IOException {
        try (Reader reader = new BufferedReader(reader(path, encoding))) {
            char[] chars = new char[SAMPLE_CHARS];
            int length = 0;
            int read = reader.read(chars, 0, chars.length);
            while (read > 0) {
                length += read;
                read = reader.read(chars, length, chars.length - length);
            }
            return new String(chars, 0, length);
        }
    }

    private record Line(int cells, int words) {}

    private static double score(List<Line> lines) {
        double best = 0;
        for (int i = 0; i < Math.min(lines.size(), HEADER_WITHIN); i++) {
            Line header = lines.get(i);
            if (header.words >= 2) {
                int alike = 0;
                for (Line line : lines.subList(i, lines.size())) {
                    alike += line.cells == header.cells ? 1 : 0;
                }
                best = Math.max(best, header.words * (double) alike / (lines.size() - i));
            }
        }
        return best;
    }

    /** The lines of the sample that are not empty, quoted cells kept whole. */
    private static List<Line> split(String sample, char separator) {
        List<Line> lines = new ArrayList<>();
        LineCount count = new LineCount();
        boolean quoted = false;
        for (int i = 0; i < sample.length() && lines.size() < SAMPLE_LINES; i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                count.endCell();
            } else if (!quoted && (c == '\n' || c == '\r')) {
                count.endLine(lines);
            } else {
                count.take(c);
            }
        }
        count.endLine(lines);
        return lines;
    }

    /** Counts the cells of a line and those of them that are words without digits. */
    private static final class LineCount {

        private int cells;
        private int words;
        private boolean letters;
        private boolean digits;
        private boolean blank = true;

        void take(char c) {
            letters |= Character.isLetter(c);
            digits |= c >= '0' && c <= '9';
            blank &= Character.isWhitespace(c);
        }

        void endCell() {
            words += letters && !digits ? 1 : 0;
            cells++;
            letters = false;
            digits = false;
        }

        void endLine(List<Line> lines) {
            endCell();
            if (!blank) {
                lines.add(new Line(cells, words));
            }
            cells = 0;
            words = 0;
            blank = true;
        }
    }
}
