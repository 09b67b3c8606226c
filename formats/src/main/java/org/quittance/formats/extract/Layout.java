package org.quittance.formats.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How to read one extract: which column says what, and how dates, amounts and signs are written.
 *
 * <p>{@link #toText} and {@link #parse} keep it, under its {@link #fingerprint}, so that a mapping which a person made once serves every
 * later file with the same headers.
 *
 * @param family the header family, or {@code mapped} where a person gave the columns
 * @param source the system that the lines come from, part of their idempotency key
 * @param sheet the sheet, counted from 0
 * @param headerLine the line of the header row
 * @param headers the headers as written
 * @param columns the field of each header
 */
public record Layout(
        String family,
        String source,
        Content content,
        int sheet,
        long headerLine,
        List<String> headers,
        List<Field> columns,
        DateOrder dateOrder,
        DecimalMark decimalMark,
        SignRule signs,
        TypeScheme types) {

    public Layout {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(source, "source");
        headers = List.copyOf(headers);
        columns = List.copyOf(columns);
        if (headers.size() != columns.size()) {
            throw new IllegalArgumentException("%d headers, %d columns".formatted(headers.size(), columns.size()));
        }
        if (!content.isTold(fieldsOf(columns))) {
            throw new IllegalArgumentException("%s need %s".formatted(content.label(), content.needs()));
        }
    }

    /** The fields that have a column. */
    public Set<Field> fields() {
        return fieldsOf(columns);
    }

    /** The header of a field as the file has it; the field's own label where it has no column. */
    public String headerOf(Field field) {
        int column = columns.indexOf(field);
        return column >= 0 && !headers.get(column).isBlank()
                ? headers.get(column).strip()
                : field.label();
    }

    /** Names the header row whatever its line; columns that Quittance itself has added do not count. */
    public String fingerprint() {
        return HeaderFingerprint.of(headers);
    }

    /** The layout in lines of {@code name=value}. */
    public String toText() {
        return LayoutText.write(this);
    }

    /** Reads what {@link #toText} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static Layout parse(String text) {
        return LayoutText.parse(text);
    }

    /** The same columns, with dates and amounts written another way. */
    Layout written(DateOrder order, DecimalMark mark) {
        return new Layout(family, source, content, sheet, headerLine, headers, columns, order, mark, signs, types);
    }

    /** The same columns under a header row in another place, which may have more of them. */
    Layout foundAt(int otherSheet, long otherLine, List<String> otherHeaders) {
        List<Field> fields = new ArrayList<>(columns);
        List<String> named = new ArrayList<>(otherHeaders);
        while (fields.size() < named.size()) {
            fields.add(Field.IGNORED);
        }
        while (named.size() < fields.size()) {
            named.add("");
        }
        return new Layout(
                family, source, content, otherSheet, otherLine, named, fields, dateOrder, decimalMark, signs, types);
    }

    private static Set<Field> fieldsOf(List<Field> columns) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Field field : columns) {
            if (field != Field.IGNORED && !fields.add(field)) {
                throw new IllegalArgumentException("two columns for " + field.label());
            }
        }
        return fields;
    }
}
