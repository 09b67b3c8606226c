package org.quittance.formats.extract;

import java.util.List;
import java.util.Objects;

/**
 * What a person says about a file that was not recognised.
 *
 * @param source the system that the file comes from, as the person calls it
 * @param sheet the sheet, counted from 0
 * @param headerLine the line of the header row
 * @param columns the field of each column, from the left
 */
public record Mapping(String source, Content content, int sheet, long headerLine, List<Field> columns) {

    public Mapping {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
        columns = List.copyOf(columns);
    }
}
