package org.quittance.collections.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountKey;

/**
 * Rows of one kind, read from the server a few thousand at a time in the order of their accounts, so that streams of several kinds can
 * be walked side by side and none is held in memory.
 */
public final class OrderedRows<T> implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 2_000;

    private final Source<T> source;
    private @Nullable AccountKey headKey;

    private OrderedRows(Source<T> source) {
        this.source = source;
        advance();
    }

    /** Opens a query that is ordered by the two fields; the caller's transaction keeps its cursor. */
    static <T> OrderedRows<T> open(
            ResultQuery<? extends Record> query,
            Field<Short> bucket,
            Field<Long> account,
            Function<Record, T> mapping) {
        return new OrderedRows<>(new Records<>(cursor(query), bucket, account, mapping));
    }

    /**
     * The same for a stream as long as the book, of which a record for every row would cost more than all that is decided of it. The
     * query's first two columns are bucket and account, and it is ordered by them.
     */
    static <T> OrderedRows<T> openPlain(ResultQuery<? extends Record> query, RowReader<T> reader) {
        return new OrderedRows<>(new Columns<>(cursor(query), reader));
    }

    private static Cursor<? extends Record> cursor(ResultQuery<? extends Record> query) {
        return query.fetchSize(ROWS_AT_ONCE).fetchLazy();
    }

    /** The account of the next row; null at the end. */
    @Nullable
    public AccountKey next() {
        return headKey;
    }

    /** The rows of the account; those of accounts before it are passed over. */
    public List<T> of(AccountKey key) {
        while (headKey != null && headKey.compareTo(key) < 0) {
            advance();
        }
        if (!key.equals(headKey)) {
            return List.of();
        }
        List<T> rows = new ArrayList<>(2);
        do {
            rows.add(source.value());
            advance();
        } while (key.equals(headKey));
        return rows;
    }

    @Override
    public void close() {
        source.close();
    }

    private void advance() {
        AccountKey key = source.advance(headKey);
        if (key != null && headKey != null && key.compareTo(headKey) < 0) {
            throw new IllegalStateException("Account " + key.accountId() + " comes after " + headKey.accountId());
        }
        headKey = key;
    }

    /** Reads a value from the columns of the row at which the result stands. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Where the rows come from, one after the other. */
    private interface Source<T> extends AutoCloseable {

        /** Goes on to the next row and says whose it is: the last key itself where that has not changed, null at the end. */
        @Nullable
        AccountKey advance(@Nullable AccountKey last);

        /** What the row says at which it stands. */
        T value();

        @Override
        void close();

        static AccountKey key(@Nullable AccountKey last, short bucket, long account) {
            return last != null && last.accountId() == account && last.bucket() == bucket
                    ? last
                    : new AccountKey(bucket, account);
        }
    }

    private static final class Records<T> implements Source<T> {

        private final Cursor<? extends Record> cursor;
        private final Field<Short> bucket;
        private final Field<Long> account;
        private final Function<Record, T> mapping;
        private @Nullable Record head;

        private Records(
                Cursor<? extends Record> cursor,
                Field<Short> bucket,
                Field<Long> account,
                Function<Record, T> mapping) {
            this.cursor = cursor;
            this.bucket = bucket;
            this.account = account;
            this.mapping = mapping;
        }

        @Override
        @Nullable
        public AccountKey advance(@Nullable AccountKey last) {
            Record row = cursor.fetchNext();
            head = row;
            return row == null ? null : Source.key(last, row.get(bucket), row.get(account));
        }

        @Override
        public T value() {
            Record row = head;
            if (row == null) {
                throw new IllegalStateException("There are no more rows");
            }
            return mapping.apply(row);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private static final class Columns<T> implements Source<T> {

        private static final int BUCKET = 1;
        private static final int ACCOUNT = 2;

        private final Cursor<? extends Record> cursor;
        private final ResultSet rows;
        private final RowReader<T> reader;

        private Columns(Cursor<? extends Record> cursor, RowReader<T> reader) {
            this.cursor = cursor;
            this.rows = Objects.requireNonNull(cursor.resultSet(), "a cursor that has just been opened");
            this.reader = reader;
        }

        @Override
        @Nullable
        public AccountKey advance(@Nullable AccountKey last) {
            try {
                return rows.next() ? Source.key(last, rows.getShort(BUCKET), rows.getLong(ACCOUNT)) : null;
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public T value() {
            try {
                return reader.read(rows);
            } catch (SQLException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            cursor.close();
        }

        private static DataAccessException failed(SQLException e) {
            return new DataAccessException("The rows of a stream cannot be read: " + e.getMessage(), e);
        }
    }
}
