package org.quittance.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jooq.DSLContext;

/** Longer SQL that stands in a file of its own, beside the class that runs it. */
public final class SqlFile {

    private final String text;

    private SqlFile(String text) {
        this.text = text;
    }

    public static SqlFile beside(Class<?> owner, String name) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new SqlFile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, for statements with bind values. */
    public String text() {
        return text;
    }

    /** Runs all statements of the file in one round trip; they take no bind values. */
    public void runAll(DSLContext sql) {
        sql.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(text);
            }
        });
    }
}
