package org.quittance.correspondence.letter;

import java.time.LocalDate;
import java.util.List;
import org.quittance.core.money.Money;

/**
 * A printed report for those who look at the books: what it says, who asked for it, and tables with columns of their own. In English, as the
 * pages are.
 *
 * <p>Example: {@code new Report(…).pdf()} is the report on A4, across unless it says otherwise. The same report gives the same bytes; whoever wants it to say when it was
 * asked for says so in a fact.
 *
 * @param issuer whose report it is, as it stands at the head of each page
 * @param sheet how the paper lies
 * @param facts what stands beside the title: the day, who asked for it, when
 * @param remarks paragraphs above the tables
 */
public record Report(
        LocalDate asOf,
        String issuer,
        String title,
        Sheet sheet,
        List<Fact> facts,
        List<String> remarks,
        List<Table> tables) {

    /** How the paper lies; upright, it is set more closely. */
    public enum Sheet {
        ACROSS,
        UPRIGHT
    }

    public Report {
        if (issuer.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a report says whose it is and what it is");
        }
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        tables = List.copyOf(tables);
    }

    /** A report with wide tables, across the paper. */
    public Report(
            LocalDate asOf, String issuer, String title, List<Fact> facts, List<String> remarks, List<Table> tables) {
        this(asOf, issuer, title, Sheet.ACROSS, facts, remarks, tables);
    }

    public boolean isUpright() {
        return sheet == Sheet.UPRIGHT;
    }

    /** A word and what it stands for: "Asked for by", "Maria Keller". */
    public record Fact(String label, String value) {}

    /** What stands above a column. */
    public record Column(String label, Kind kind) {

        /** How a column is set. */
        public enum Kind {
            WORDS,
            NUMBER
        }

        public static Column words(String label) {
            return new Column(label, Kind.WORDS);
        }

        public static Column number(String label) {
            return new Column(label, Kind.NUMBER);
        }

        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }
    }

    /**
     * One table.
     *
     * <p>Invariant: every row, and the sums, have a cell for every column.
     *
     * @param sums the last row; empty where nothing is summed
     */
    public record Table(String title, List<Column> columns, List<List<String>> rows, List<String> sums) {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            sums = List.copyOf(sums);
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width) || (!sums.isEmpty() && sums.size() != width)) {
                throw new IllegalArgumentException("a row of %s has not %d cells".formatted(title, width));
            }
        }
    }

    /** An amount without its currency, as it stands in a cell: {@code 1,234.50}. */
    public static String amount(Money money) {
        return formats().amount(money);
    }

    /** A day as it stands in a cell. */
    public static String day(LocalDate date) {
        return formats().date(date);
    }

    public byte[] pdf() {
        return Paper.pdf(LetterTemplates.report(this), new Paper.About(title, issuer, Language.ENGLISH.code(), asOf));
    }

    private static LocalFormats formats() {
        return new LocalFormats(Language.ENGLISH.localeIn("GB"), Phrases.in(Language.ENGLISH));
    }
}
