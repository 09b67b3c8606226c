package org.quittance.correspondence.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quittance.correspondence.letter.LetterView.Headings;
import org.quittance.correspondence.letter.LetterView.Payment;
import org.quittance.correspondence.letter.LetterView.Row;
import org.quittance.correspondence.letter.LetterView.Table;

/** Sets a letter as the text of an e-mail: paragraphs of at most {@value #WIDTH} columns, tables in columns. */
final class PlainText {

    private static final int WIDTH = 76;
    private static final String GAP = "  ";
    /** The document stands left; dates, days and money stand right. */
    private static final int LEFT_COLUMNS = 1;

    private PlainText() {}

    static String of(LetterView letter) {
        List<String> blocks = new ArrayList<>();
        blocks.add(letter.salutation());
        letter.before().forEach(paragraph -> blocks.add(wrapped(paragraph)));
        letter.tables().forEach(table -> blocks.add(table(table, letter)));
        if (!letter.totals().isEmpty()) {
            blocks.add(indented(letter.headings().totals(), letter.totals().stream()));
        }
        for (Payment payment : letter.payments()) {
            blocks.add(indented(
                    letter.headings().payments(),
                    payment.facts().stream().map(fact -> fact.label() + letter.colon() + " " + fact.value())));
        }
        letter.after().forEach(paragraph -> blocks.add(wrapped(paragraph)));
        blocks.add(wrapped(letter.closing()));
        blocks.add(String.join("\n", letter.signature()));
        return String.join("\n\n", blocks) + "\n";
    }

    private static String table(Table table, LetterView letter) {
        Headings headings = letter.headings();
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                headings.document(),
                headings.date(),
                headings.due(),
                headings.days(),
                headings.original(),
                headings.open()));
        for (Row row : table.rows()) {
            lines.add(List.of(
                    row.kind() + " " + row.document(), row.date(), row.due(), row.days(), row.original(), row.open()));
        }
        String sums = table.sums().stream()
                .map(sum -> sum.label() + letter.colon() + " " + sum.value())
                .collect(Collectors.joining("\n"));
        String notes =
                table.notes().stream().map(note -> "\n\n" + wrapped(note)).collect(Collectors.joining());
        return table.title() + "\n\n" + columns(lines) + (sums.isEmpty() ? "" : "\n\n" + sums) + notes;
    }

    private static String columns(List<List<String>> lines) {
        int[] widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> aligned(line.get(column), widths[column], column))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String aligned(String cell, int width, int column) {
        String padding = " ".repeat(width - cell.length());
        return column < LEFT_COLUMNS ? cell + padding : padding + cell;
    }

    private static String indented(String title, Stream<String> lines) {
        return Stream.concat(Stream.of(title), lines.map(line -> GAP + line)).collect(Collectors.joining("\n"));
    }

    private static String wrapped(String paragraph) {
        return paragraph.lines().map(PlainText::wrappedLine).collect(Collectors.joining("\n"));
    }

    /** Breaks at plain spaces alone: an amount keeps together with its currency, which a no-break space holds. */
    private static String wrappedLine(String line) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }
}
