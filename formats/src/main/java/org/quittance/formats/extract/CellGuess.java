package org.quittance.formats.extract;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.quittance.formats.table.Row;

/** Guesses what a column is from its cells, where its header says nothing. */
final class CellGuess {

    private static final CurrencyText CURRENCIES = new CurrencyText();

    private CellGuess() {}

    static MappingProposal.ColumnGuess of(
            String header, int column, List<Row> below, Content content, Set<Field> taken) {
        List<String> cells = below.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (cells.isEmpty()) {
            return new MappingProposal.ColumnGuess(header, Field.IGNORED, "it is empty");
        }
        if (holds(cells, cell -> cell.indexOf('@') > 0)) {
            return free(header, List.of(Field.EMAIL), taken, "it holds e-mail addresses");
        }
        if (holds(cells, cell -> cell.length() == 3 && CURRENCIES.parse(cell) != null)) {
            return free(header, List.of(Field.CURRENCY), taken, "it holds codes of currencies");
        }
        if (holds(cells, cell -> DateParts.of(cell) != null)) {
            return free(header, dates(content), taken, "it holds dates");
        }
        if (holds(cells, CellGuess::isDecimal)) {
            return free(header, amounts(content), taken, "it holds amounts");
        }
        boolean numbers = holds(cells, CellGuess::isNumber);
        if (numbers
                && content == Content.OPEN_ITEMS
                && cells.stream().distinct().count() == cells.size()) {
            return free(header, List.of(Field.DOCUMENT), taken, "it holds numbers of which none comes twice");
        }
        return new MappingProposal.ColumnGuess(header, Field.IGNORED, "nothing is known of it");
    }

    private static boolean isNumber(String cell) {
        return cell.length() > 2 && cell.indexOf(' ') < 0 && cell.chars().anyMatch(Character::isDigit);
    }

    private static boolean isDecimal(String cell) {
        boolean marked = cell.indexOf('.') > 0 || cell.indexOf(',') > 0;
        return marked
                && (AmountText.parse(cell, DecimalMark.POINT) != null
                        || AmountText.parse(cell, DecimalMark.COMMA) != null);
    }

    private static List<Field> dates(Content content) {
        return switch (content) {
            case OPEN_ITEMS -> List.of(Field.DOCUMENT_DATE, Field.DUE_DATE);
            case PAYMENTS -> List.of(Field.VALUE_DATE, Field.POSTING_DATE);
            case ADVICES -> List.of(Field.VALUE_DATE);
            case SETTLEMENTS -> List.of(Field.DOCUMENT_DATE, Field.VALUE_DATE);
            case CUSTOMERS -> List.of();
        };
    }

    private static List<Field> amounts(Content content) {
        return switch (content) {
            case OPEN_ITEMS -> List.of(Field.ORIGINAL_AMOUNT, Field.OPEN_AMOUNT);
            case PAYMENTS -> List.of(Field.ORIGINAL_AMOUNT);
            case ADVICES -> List.of(Field.ORIGINAL_AMOUNT);
            case SETTLEMENTS -> List.of(Field.ORIGINAL_AMOUNT, Field.FEE, Field.NET_AMOUNT);
            case CUSTOMERS -> List.of(Field.CREDIT_LIMIT);
        };
    }

    private static MappingProposal.ColumnGuess free(String header, List<Field> fields, Set<Field> taken, String why) {
        Field field = fields.stream()
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElse(Field.IGNORED);
        return new MappingProposal.ColumnGuess(header, field, why);
    }

    private static boolean holds(List<String> cells, Predicate<String> kind) {
        return cells.stream().allMatch(kind);
    }
}
