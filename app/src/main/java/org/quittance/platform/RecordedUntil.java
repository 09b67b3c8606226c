package org.quittance.platform;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The moment before which every recorded row can be seen: whoever works through what was recorded since a mark reads from the mark that it
 * kept the last time, and misses nothing.
 *
 * <p>A row carries the moment at which its transaction began, and may have been committed long after. No transaction that is still open
 * began before the moment given here. Only sessions of the application's own role count, since only they record; a minute more is taken
 * off for one that has its moment and does not show it yet.
 */
public final class RecordedUntil {

    private static final String OLDEST_OPEN = """
            select min(xact_start) - interval '1 minute'
            from pg_stat_activity
            where datname = current_database() and usename = current_user""";

    private RecordedUntil() {}

    /** Asked within a transaction, before the rows are read. */
    public static Instant now(DSLContext sql) {
        return sql.select(DSL.field("({0})", SQLDataType.INSTANT, DSL.sql(OLDEST_OPEN)))
                .fetchSingle()
                .value1();
    }
}
