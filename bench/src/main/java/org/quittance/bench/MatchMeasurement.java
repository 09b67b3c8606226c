package org.quittance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.quittance.bench.CopyFloor.Rows;
import org.quittance.cash.BankAccounts;
import org.quittance.cash.CashApplication;
import org.quittance.cash.CashApplication.Applied;
import org.quittance.cash.StatementBook;
import org.quittance.cash.TakenStatement;
import org.quittance.formats.bank.BankStatement;

/** A statement of the bank: taken in, matched, its money posted and allocated; and then until the worklist has followed. */
final class MatchMeasurement implements Measurement {

    private static final String ACTOR = "bench";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long POLL_MILLIS = 20;

    /** Takes the generated statement and applies it, if that has not been done on this book. */
    static void applyOnce(Workbench bench, BookSize size) throws SQLException, IOException {
        if (bench.number("select count(*) from cash.bank_account") == 0) {
            new MatchMeasurement().measure(bench, size);
        }
    }

    @Override
    public List<Figure> measure(Workbench bench, BookSize size) throws SQLException, IOException {
        bench.bean(BankAccounts.class).add(1, GeneratedStatement.ACCOUNT, "EUR", "Main account", ACTOR);
        BankStatement statement = GeneratedStatement.of(bench, size.payments());
        long items = bench.number("select coalesce(max(id), 0) from ledger.item");
        long allocations = bench.number("select coalesce(max(id), 0) from ledger.allocation");
        long postings = bench.number("select coalesce(max(id), 0) from ledger.posting");
        AtomicReference<Applied> applied = new AtomicReference<>(new Applied(0, 0, 0, 0));
        double matched = Stopwatch.once(() -> applied.set(apply(bench, statement)));
        double followed = matched + Stopwatch.once(() -> awaitListeners(bench));
        CopyFloor copy = new CopyFloor(bench);
        double floor = copy.bare(new Rows("cash.payment", "true"))
                + copy.bare(new Rows("ledger.item", "id > " + items))
                + copy.bare(new Rows("ledger.allocation", "id > " + allocations))
                + copy.bare(new Rows("ledger.posting", "id > " + postings));
        int payments = statement.entries().size();
        String is = "COPY of payments, credits, allocations and postings";
        return List.of(
                new Figure("match", size.openItems(), payments, matched, is, floor, told(applied.get())),
                new Figure("match, until the worklist follows", size.openItems(), payments, followed, is, floor, ""));
    }

    private static Applied apply(Workbench bench, BankStatement statement) {
        TakenStatement taken = bench.bean(StatementBook.class).take(statement, 0, ACTOR);
        if (!(taken instanceof TakenStatement.Taken(long id, int _, int _))) {
            throw new IllegalStateException("The generated statement was not taken: " + taken);
        }
        return bench.bean(CashApplication.class).apply(id, ACTOR);
    }

    private static String told(Applied of) {
        return String.format(
                Locale.ROOT,
                "%,d applied, %,d on account, %,d for a person",
                of.applied(),
                of.onAccount(),
                of.proposed() + of.unidentified());
    }

    /** Whoever listens to postings works in the background; an event that is dealt with leaves the registry. */
    private static void awaitListeners(Workbench bench) throws SQLException {
        Instant end = Instant.now().plus(PATIENCE);
        while (bench.number("select count(*) from platform.event_publication") > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The listeners to postings are not done after " + PATIENCE);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the listeners to postings", e);
            }
        }
    }
}
