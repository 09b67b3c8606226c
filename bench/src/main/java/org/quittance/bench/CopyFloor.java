package org.quittance.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * What PostgreSQL needs to take rows in by COPY, from this process over the same wire, committed: the floor of everything that writes
 * rows. The rows are those that the measured work has just written, the middle one of three tries counts.
 */
final class CopyFloor {

    private static final int TRIES = 3;
    private static final String TARGET = "public.copied";

    private final Workbench bench;

    CopyFloor(Workbench bench) {
        this.bench = bench;
    }

    /** Rows that were written: {@code new Rows("ledger.posting", "id > 100")}. */
    record Rows(String table, String condition) {}

    /** Into a table with the same columns and nothing else. */
    double bare(Rows rows) throws SQLException, IOException {
        String columns = columns(rows.table());
        return millis(
                rows, "create table %s as select %s from %s where false".formatted(TARGET, columns, rows.table()));
    }

    /** Into a table that also has the same indexes, checks and generated columns; no foreign keys. */
    double indexed(Rows rows) throws SQLException, IOException {
        return millis(rows, "create table %s (like %s including all)".formatted(TARGET, rows.table()));
    }

    /** A file of comma-separated values as it is, into a table made for it. */
    double file(Path csv, String definition) throws SQLException, IOException {
        String target = TARGET + " from stdin (format csv, header true)";
        return tries("create table %s (%s)".formatted(TARGET, definition), csv, target);
    }

    private double millis(Rows rows, String create) throws SQLException, IOException {
        String columns = columns(rows.table());
        Path file = bench.file("copied.txt");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            bench.copies()
                    .copyOut(
                            "copy (select %s from %s where %s) to stdout"
                                    .formatted(columns, rows.table(), rows.condition()),
                            out);
        }
        double millis = tries(create, file, "%s (%s) from stdin".formatted(TARGET, columns));
        Files.delete(file);
        return millis;
    }

    private double tries(String create, Path file, String target) throws SQLException, IOException {
        double[] middle = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            bench.execute("drop table if exists " + TARGET);
            bench.execute(create);
            middle[i] = Stopwatch.once(() -> copyIn(file, target));
        }
        bench.execute("drop table " + TARGET);
        Arrays.sort(middle);
        return middle[TRIES / 2];
    }

    private void copyIn(Path file, String target) throws SQLException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            bench.copies().copyIn("copy " + target, in, 1 << 16);
        }
    }

    private String columns(String table) throws SQLException {
        try (PreparedStatement query = bench.owner().prepareStatement("""
                select string_agg(quote_ident(attname), ', ' order by attnum)
                from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
