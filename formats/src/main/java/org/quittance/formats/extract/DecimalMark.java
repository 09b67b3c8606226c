package org.quittance.formats.extract;

/** Which character parts the whole units from the decimals; the other one groups thousands. */
public enum DecimalMark {
    POINT('.', ','),
    COMMA(',', '.');

    private final char decimal;
    private final char grouping;

    DecimalMark(char decimal, char grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    char decimal() {
        return decimal;
    }

    char grouping() {
        return grouping;
    }
}
