package org.quittance.collections.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Cursor;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.AccountKey;

/**
 * Rows of one kind, read from the server a few thousand at a time in the order of their accounts, so that streams of several kinds can
 * be walked side by side and none is held in memory.
 */
public final class OrderedRows<T> implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 2_000;

    private final Cursor<? extends Record> cursor;
    private final Field<Short> bucket;
    private final Field<Long> account;
    private final Function<Record, T> mapping;
    private @Nullable Record head;
    private @Nullable AccountKey headKey;

    private OrderedRows(
            Cursor<? extends Record> cursor, Field<Short> bucket, Field<Long> account, Function<Record, T> mapping) {
        this.cursor = cursor;
        this.bucket = bucket;
        this.account = account;
        this.mapping = mapping;
        advance();
    }

    /** Opens a query that is ordered by the two fields; the caller's transaction keeps its cursor. */
    static <T> OrderedRows<T> open(
            ResultQuery<? extends Record> query,
            Field<Short> bucket,
            Field<Long> account,
            Function<Record, T> mapping) {
        return new OrderedRows<>(query.fetchSize(ROWS_AT_ONCE).fetchLazy(), bucket, account, mapping);
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
        List<T> rows = new ArrayList<>(2);
        while (key.equals(headKey)) {
            rows.add(mapping.apply(Objects.requireNonNull(head)));
            advance();
        }
        return rows;
    }

    @Override
    public void close() {
        cursor.close();
    }

    private void advance() {
        head = cursor.fetchNext();
        AccountKey key = head == null ? null : new AccountKey(head.get(bucket), head.get(account));
        if (key != null && headKey != null && key.compareTo(headKey) < 0) {
            throw new IllegalStateException("Account " + key.accountId() + " comes after " + headKey.accountId());
        }
        headKey = key;
    }
}
