package org.quittance.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in the text form of PostgreSQL's COPY, the quickest way into a table.
 *
 * <p>{@code rows.value(7).value("Müller").end()} is one row of two columns. A null is SQL's null.
 */
public final class CopyRows {

    private final StringBuilder text;
    private boolean rowStarted;
    private long rows;

    public CopyRows(int expectedRows) {
        text = new StringBuilder(Math.max(1_024, expectedRows * 128));
    }

    public CopyRows value(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString(), false);
        }
        return this;
    }

    public CopyRows value(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** An array; its elements are never null. */
    public CopyRows array(List<?> elements) {
        return array(elements, Function.identity());
    }

    /** An array of what each element says; never null. */
    public <E> CopyRows array(List<? extends E> elements, Function<? super E, ?> said) {
        separate();
        text.append('{');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append('"');
            escape(said.apply(elements.get(i)).toString(), true);
            text.append('"');
        }
        text.append('}');
        return this;
    }

    public CopyRows end() {
        text.append('\n');
        rowStarted = false;
        rows++;
        return this;
    }

    public long rows() {
        return rows;
    }

    /**
     * Writes the rows in the transaction of the caller.
     *
     * @param target the table with its columns: {@code ledger.posting (item_id, delta_minor)}
     */
    public void into(String target, DSLContext sql) {
        if (rows == 0) {
            return;
        }
        sql.connection(connection -> {
            try (Reader reader = new StringReader(text.toString())) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin", reader, 1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void separate() {
        if (rowStarted) {
            text.append('\t');
        }
        rowStarted = true;
    }

    /** Within an array, what COPY takes for an escape stands once more behind the array's own. */
    private void escape(String value, boolean inArray) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append(inArray ? "\\\\\\\\" : "\\\\");
                case '"' -> text.append(inArray ? "\\\\\"" : "\"");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                // PostgreSQL cannot store it in text; nothing readable is lost.
                case '\0' -> text.append(' ');
                default -> text.append(c);
            }
        }
    }
}
