package org.quittance.formats.extract;

import java.util.List;

/**
 * A guess at the columns of a file that was not recognised, for a person to correct.
 *
 * @param content what the lines most likely are
 * @param sheet the sheet, counted from 0
 * @param headerLine the line that looks most like a header; 0 where there is none
 * @param columns one guess for each column, from the left
 */
public record MappingProposal(Content content, int sheet, long headerLine, List<ColumnGuess> columns) {

    public MappingProposal {
        columns = List.copyOf(columns);
    }

    /**
     * A guess at one column.
     *
     * @param header the header as written
     * @param field the most likely field; {@link Field#IGNORED} where nothing is likely
     * @param why what the guess rests on, in words
     */
    public record ColumnGuess(String header, Field field, String why) {}
}
