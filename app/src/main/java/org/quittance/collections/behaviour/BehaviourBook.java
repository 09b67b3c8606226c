package org.quittance.collections.behaviour;

import static org.quittance.db.collections.Tables.BEHAVIOUR_MARK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.core.behaviour.PaidPart;
import org.quittance.core.behaviour.PaymentBehaviour;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.platform.CopyRows;
import org.quittance.platform.RecordedUntil;
import org.quittance.platform.SqlFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how every account pays, for the list of all of them; the page of one customer works it out afresh.
 *
 * <p>Like the habit it changes only when something is posted, so each night works out the accounts with postings since the night before, and
 * those last worked out a month ago, whose months have moved on.
 */
@Service
public class BehaviourBook {

    private static final SqlFile PARTS = SqlFile.beside(BehaviourBook.class, "paid_parts.sql");
    private static final SqlFile FORGET = SqlFile.beside(BehaviourBook.class, "forget_behaviour.sql");
    private static final String TARGET = "collections.behaviour (account_id, worked_out_on, months, days_beyond,"
            + " real_terms_days, lateness, trend, changed_since, days_before, days_now, pay_run)";
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int DAYS_VALID = 30;

    private final DSLContext sql;
    private final RuleBook ruleBook;

    BehaviourBook(DSLContext sql, RuleBook ruleBook) {
        this.sql = sql;
        this.ruleBook = ruleBook;
    }

    @Transactional
    public void bringUpToDate(LocalDate asOf) {
        Instant until = RecordedUntil.now(sql);
        Instant since = sql.select(BEHAVIOUR_MARK.READ_UNTIL)
                .from(BEHAVIOUR_MARK)
                .fetchOptional(BEHAVIOUR_MARK.READ_UNTIL)
                .orElse(Instant.EPOCH);
        LocalDate outdated = asOf.minusDays(DAYS_VALID);
        try (Cursor<Record> rows = sql.resultQuery(
                        PARTS.text(), DSL.val(since), DSL.val(outdated), DSL.val(firstDay(asOf)), DSL.val(asOf))
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            sql.execute(FORGET.text(), DSL.val(since), DSL.val(outdated));
            write(rows, asOf, ruleBook.rules(asOf).policy().yardstick());
        }
        sql.insertInto(BEHAVIOUR_MARK, BEHAVIOUR_MARK.READ_UNTIL)
                .values(until)
                .onConflict(BEHAVIOUR_MARK.ONLY_ONE)
                .doUpdate()
                .set(BEHAVIOUR_MARK.READ_UNTIL, until)
                .execute();
    }

    /** The first day of the months that count. */
    static LocalDate firstDay(LocalDate asOf) {
        return asOf.withDayOfMonth(1).minusMonths(PaymentBehaviour.MONTHS - 1L);
    }

    static PaidPart part(long item, String currency, long minor, LocalDate document, LocalDate due, LocalDate paid) {
        return new PaidPart(ItemId.of(item), Money.ofMinor(minor, currency), document, due, paid);
    }

    /** Rows of an account stand together; no more than one account's are kept at a time. */
    private void write(Cursor<Record> rows, LocalDate asOf, Yardstick yardstick) {
        CopyRows behaviours = new CopyRows(ROWS_AT_ONCE);
        List<PaidPart> parts = new ArrayList<>();
        long account = 0;
        int terms = 0;
        for (Record row : rows) {
            long next = row.get(0, Long.class);
            if (next != account) {
                add(behaviours, account, PaymentBehaviour.of(parts, terms, asOf, yardstick));
                parts.clear();
                if (behaviours.rows() >= ROWS_AT_ONCE) {
                    behaviours.into(TARGET, sql);
                    behaviours = new CopyRows(ROWS_AT_ONCE);
                }
            }
            account = next;
            terms = row.get(1, Integer.class);
            parts.add(part(
                    row.get(2, Long.class),
                    row.get(3, String.class),
                    row.get(4, Long.class),
                    row.get(5, LocalDate.class),
                    row.get(6, LocalDate.class),
                    row.get(7, LocalDate.class)));
        }
        add(behaviours, account, PaymentBehaviour.of(parts, terms, asOf, yardstick));
        behaviours.into(TARGET, sql);
    }

    private static void add(CopyRows rows, long account, PaymentBehaviour behaviour) {
        if (behaviour.months().isEmpty()) {
            return;
        }
        ChangePoint change = behaviour.change().orElse(null);
        rows.value(account)
                .value(behaviour.asOf())
                .value(behaviour.months().size())
                .value(orNull(behaviour.daysBeyondTerms()))
                .value(orNull(behaviour.realTermsDays()))
                .value(behaviour.lateness())
                .value(behaviour.trend())
                .value(change == null ? null : change.since().atDay(1))
                .value(change == null ? null : (Object) change.before())
                .value(change == null ? null : (Object) change.now())
                .value(behaviour.payRun().sentence())
                .end();
    }

    private static @Nullable Object orNull(OptionalInt days) {
        return days.isPresent() ? (Object) days.getAsInt() : null;
    }
}
