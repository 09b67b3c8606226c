package org.quittance.formats.extract;

import java.util.List;
import java.util.Locale;
import org.quittance.formats.table.Row;

/** What a row below the header is: lists that people print have more than lines in them. */
enum RowShape {
    /** A line of the ledger, to be read or refused. */
    LINE,
    /** The header once more, on each printed page. */
    HEADER_AGAIN,
    /** Dashes. */
    RULE,
    /** A total or subtotal, to be checked. */
    TOTAL,
    /** The heading of a section, a balance, a footer: in a column that is taken for nothing, so that no line can be meant. */
    HEADING,
    /** One phrase alone in a column that is taken for something. */
    TEXT;

    private static final List<String> TOTALS = List.of(
            "total",
            "subtotal",
            "sub-total",
            "sub total",
            "grand total",
            "summe",
            "gesamt",
            "zwischensumme",
            "endsumme",
            "sous-total",
            "sous total",
            "totaal",
            "subtotaal",
            "eindtotaal",
            "totale",
            "subtotale",
            "suma",
            "somma",
            "sum of");
    private static final List<String> BALANCES = List.of(
            "balance",
            "opening balance",
            "closing balance",
            "saldo",
            "anfangssaldo",
            "endsaldo",
            "solde",
            "beginsaldo");

    static RowShape of(Row row, RowCells cells, Layout layout) {
        return switch (layout.content()) {
            case OPEN_ITEMS -> ofItem(row, cells, layout);
            case PAYMENTS, ADVICES, SETTLEMENTS -> ofPayment(row, layout);
            case CUSTOMERS -> isLonely(row) && cells.text(Field.CUSTOMER_NAME).isEmpty() ? TEXT : LINE;
        };
    }

    private static RowShape ofItem(Row row, RowCells cells, Layout layout) {
        String document = cells.text(Field.DOCUMENT);
        boolean dated = isFilled(cells, Field.DOCUMENT_DATE, Field.DUE_DATE, Field.POSTING_DATE, Field.BASELINE_DATE);
        if (!document.isEmpty() && dated) {
            return isHeaderAgain(row, layout) ? HEADER_AGAIN : LINE;
        }
        String first = firstText(row);
        if (isRule(first)) {
            return RULE;
        }
        boolean amount =
                isFilled(cells, Field.OPEN_AMOUNT, Field.ORIGINAL_AMOUNT, Field.LOCAL_AMOUNT, Field.NET_AMOUNT);
        if (!dated && (startsWithOneOf(first, TOTALS) || isStars(first)) && !isLonely(row)) {
            return TOTAL;
        }
        boolean named = isFilled(cells, Field.CUSTOMER_NUMBER, Field.CUSTOMER_NAME);
        if (!dated && amount && !named && document.isEmpty()) {
            return TOTAL;
        }
        return isLonely(row) ? textIn(row, layout) : LINE;
    }

    private static RowShape ofPayment(Row row, Layout layout) {
        String first = firstText(row);
        if (isRule(first)) {
            return RULE;
        }
        if (isHeaderAgain(row, layout)) {
            return HEADER_AGAIN;
        }
        if (startsWithOneOf(first, BALANCES)) {
            return HEADING;
        }
        if (isLonely(row)) {
            return textIn(row, layout);
        }
        return startsWithOneOf(first, TOTALS) ? TOTAL : LINE;
    }

    private static boolean isFilled(RowCells cells, Field... fields) {
        for (Field field : fields) {
            if (!cells.text(field).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String firstText(Row row) {
        for (int column = 0; column < row.cells().size(); column++) {
            String text = row.cell(column);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** One cell alone, which is a phrase: a number alone would be a line that lost its other cells. */
    private static boolean isLonely(Row row) {
        int filled = 0;
        for (String cell : row.cells()) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled == 1
                && (firstText(row).indexOf(' ') > 0 || firstText(row).chars().noneMatch(Character::isDigit));
    }

    private static RowShape textIn(Row row, Layout layout) {
        for (int column = 0; column < row.cells().size(); column++) {
            if (!row.cell(column).isEmpty()) {
                boolean taken =
                        column < layout.columns().size() && layout.columns().get(column) != Field.IGNORED;
                return taken ? TEXT : HEADING;
            }
        }
        return HEADING;
    }

    private static boolean isHeaderAgain(Row row, Layout layout) {
        int alike = 0;
        for (int column = 0; column < layout.headers().size(); column++) {
            String header = layout.headers().get(column);
            if (!header.isBlank() && header.strip().equals(row.cell(column))) {
                alike++;
            } else if (alike == 0 && !header.isBlank()) {
                return false;
            }
        }
        return alike > 2;
    }

    private static boolean isRule(String text) {
        return text.length() > 2 && text.chars().allMatch(c -> c == '-' || c == '=' || c == '_');
    }

    private static boolean isStars(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }

    private static boolean startsWithOneOf(String text, List<String> words) {
        String plain = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(plain::startsWith);
    }
}
