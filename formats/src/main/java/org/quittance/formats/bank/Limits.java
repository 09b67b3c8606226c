package org.quittance.formats.bank;

/**
 * How much of one file is read at most: beyond it the file is not a bank's, or an attack, and reading stops with a
 * {@link org.quittance.formats.Problem}.
 *
 * @param bytes the whole file
 * @param entries movements and statements in the whole file; they are all kept in memory
 * @param depth elements within elements; ISO 20022 needs about fifteen
 * @param nodes elements below one transaction or one balance
 * @param fieldCharacters one field; what is longer is cut, with a remark
 * @param textCharacters the free text of one movement; what is longer is cut, with a remark
 * @param lineCharacters one line of a line format, or one tag, comment or character section of XML
 * @param problems what is listed; further problems are only counted
 */
record Limits(
        long bytes,
        int entries,
        int depth,
        int nodes,
        int fieldCharacters,
        int textCharacters,
        int lineCharacters,
        int problems) {

    /** For files of any size that banks really send: a day of a utility with a million direct debits still fits. */
    static final Limits USUAL = new Limits(500_000_000L, 2_000_000, 60, 20_000, 2_000, 10_000, 1_000_000, 1_000);

    Limits {
        if (bytes < 1 || entries < 1 || depth < 1 || nodes < 1 || problems < 1) {
            throw new IllegalArgumentException("a limit that lets nothing through");
        }
        if (fieldCharacters < 1 || textCharacters < fieldCharacters || lineCharacters < fieldCharacters) {
            throw new IllegalArgumentException("a field must fit into its text and its line");
        }
    }
}
