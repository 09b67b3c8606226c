package org.quittance.collections.decision;

import static org.quittance.db.collections.Tables.HABIT_MARK;
import static org.quittance.db.collections.Tables.PACE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.quittance.core.collections.PayingHabit;
import org.quittance.core.collections.SettledItem;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.platform.CopyRows;
import org.quittance.platform.RecordedUntil;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how late each account pays as a habit, worked out from the last items that it settled, and how late all pay.
 *
 * <p>A habit changes only when something is posted on the account. Each night therefore works out the accounts with postings recorded since
 * the night before (found by the index on the time of recording) and reads one year of their postings; the first night reads the last
 * year of all. What that costs follows the day's postings, not the history. By day the habit of the night holds. A night that breaks
 * off before {@link #keep} works the same accounts out again.
 */
@Component
class HabitBook {

    static final int LAST_ITEMS = 12;

    private static final SqlFile SETTLED = SqlFile.beside(HabitBook.class, "settled.sql");
    private static final SqlFile SETTLED_OF_ALL = SqlFile.beside(HabitBook.class, "settled_of_all.sql");
    private static final SqlFile FORGET = SqlFile.beside(HabitBook.class, "forget_habits.sql");
    private static final SqlFile PACE_OF_ALL = SqlFile.beside(HabitBook.class, "pace.sql");
    private static final String TARGET = "collections.habit (account_id, items, days_late, lateness)";
    private static final int ROWS_AT_ONCE = 5_000;

    private final DSLContext sql;

    HabitBook(DSLContext sql) {
        this.sql = sql;
    }

    /** From when to when postings are new to the habits, at a business date. */
    record News(Instant since, Instant until, LocalDate asOf, Yardstick yardstick) {

        /** The same rows either way: one account after the other for those of a day, all at once for those of the whole book. */
        private SqlFile settled() {
            return since.equals(Instant.EPOCH) ? SETTLED_OF_ALL : SETTLED;
        }
    }

    /** One of several parts of all accounts, each worked out beside the others. */
    record Part(int number, int of) {}

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public News news(LocalDate asOf, Yardstick yardstick) {
        Instant until = RecordedUntil.now(sql);
        Instant since = sql.select(HABIT_MARK.READ_UNTIL)
                .from(HABIT_MARK)
                .fetchOptional(HABIT_MARK.READ_UNTIL)
                .orElse(Instant.EPOCH);
        return new News(since, until, asOf, yardstick);
    }

    /** Works out the habits of a part of the accounts; again, it says the same again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void workOut(News news, Part part) {
        // A year of postings of the day's accounts is sorted: in memory, where they are not those of the whole book.
        sql.execute("set local work_mem = '64MB'");
        sql.execute(FORGET.text(), DSL.val(news.since()), DSL.val(part.of()), DSL.val(part.number()));
        try (Cursor<Record> rows = sql.resultQuery(
                        news.settled().text(),
                        DSL.val(news.since()),
                        DSL.val(part.of()),
                        DSL.val(part.number()),
                        DSL.val(news.asOf().minusDays(FactQueries.MEMORY_DAYS)),
                        DSL.val(news.asOf()),
                        DSL.val(LAST_ITEMS))
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            write(rows, news.yardstick());
        }
    }

    /** When all parts are worked out: the pace of all from their habits, and from when on postings are new. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(News news) {
        sql.deleteFrom(PACE).execute();
        sql.execute(PACE_OF_ALL.text());
        sql.insertInto(HABIT_MARK, HABIT_MARK.READ_UNTIL)
                .values(news.until())
                .onConflict(HABIT_MARK.ONLY_ONE)
                .doUpdate()
                .set(HABIT_MARK.READ_UNTIL, news.until())
                .execute();
    }

    private void write(Cursor<Record> rows, Yardstick yardstick) {
        CopyRows habits = new CopyRows(ROWS_AT_ONCE);
        List<SettledItem> settled = new ArrayList<>(LAST_ITEMS);
        long account = 0;
        for (Record row : rows) {
            long next = row.get(0, Long.class);
            if (next != account && !settled.isEmpty()) {
                add(habits, account, settled, yardstick);
                settled.clear();
                if (habits.rows() == ROWS_AT_ONCE) {
                    habits.into(TARGET, sql);
                    habits = new CopyRows(ROWS_AT_ONCE);
                }
            }
            account = next;
            settled.add(new SettledItem(
                    ItemId.of(row.get(1, Long.class)),
                    Money.ofMinor(row.get(3, Long.class), row.get(2, String.class)),
                    row.get(4, LocalDate.class),
                    row.get(5, LocalDate.class)));
        }
        if (!settled.isEmpty()) {
            add(habits, account, settled, yardstick);
        }
        habits.into(TARGET, sql);
    }

    private static void add(CopyRows habits, long account, List<SettledItem> settled, Yardstick yardstick) {
        PayingHabit habit = PayingHabit.of(settled, LAST_ITEMS, yardstick);
        habits.value(account)
                .value(habit.items())
                .value(habit.daysLate())
                .array(habit.lateness())
                .end();
    }
}
