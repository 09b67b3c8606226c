package org.quittance.formats.table;

import java.util.Objects;

/**
 * A column of a table that is written.
 *
 * <p>{@code Column.money("Open amount")} takes {@link Value.Amount} cells and no others, and blanks.
 *
 * @param header what stands above it
 * @param type what its cells hold
 */
public record Column(String header, Type type) {

    /** What the cells of a column hold, and with it how wide they are and where they are aligned. */
    public enum Type {
        TEXT,
        DATE,
        /** An amount of money with the decimals of its currency; the currency itself is a column of its own. */
        MONEY,
        /** A whole number: days, counts. */
        INTEGER,
        /** A rate or a ratio. */
        DECIMAL
    }

    public Column {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(type, "type");
    }

    public static Column text(String header) {
        return new Column(header, Type.TEXT);
    }

    public static Column date(String header) {
        return new Column(header, Type.DATE);
    }

    public static Column money(String header) {
        return new Column(header, Type.MONEY);
    }

    public static Column integer(String header) {
        return new Column(header, Type.INTEGER);
    }

    public static Column decimal(String header) {
        return new Column(header, Type.DECIMAL);
    }
}
