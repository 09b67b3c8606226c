package org.quittance.intake;

import java.util.List;
import org.quittance.cash.AchReturns;
import org.quittance.cash.CashApplication;
import org.quittance.cash.Returns;
import org.quittance.cash.SettlementApplication;
import org.quittance.cash.SettlementReader;
import org.quittance.cash.StatementBook;
import org.quittance.cash.StatementBook.Progress;
import org.quittance.cash.TakenStatement;
import org.quittance.core.money.Money;
import org.quittance.formats.Problem;
import org.quittance.formats.bank.BankStatement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the statements of a file into the book of cash, one at a time, and applies their payments. */
@Component
class StatementIntake {

    private static final String APPLIER = "cash application";

    private final Uploads uploads;
    private final StatementBook book;
    private final CashApplication application;
    private final Returns returns;
    private final AchReturns achReturns;
    private final SettlementApplication settlements;
    private final SettlementReader settlementReports;
    private final TransactionTemplate transaction;

    StatementIntake(
            Uploads uploads,
            StatementBook book,
            CashApplication application,
            Returns returns,
            AchReturns achReturns,
            SettlementApplication settlements,
            SettlementReader settlementReports,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.book = book;
        this.application = application;
        this.returns = returns;
        this.achReturns = achReturns;
        this.settlements = settlements;
        this.settlementReports = settlementReports;
        this.transaction = transaction;
    }

    /** Returns in words what has become of the file. */
    String take(Upload upload, List<BankStatement> statements) {
        StatementTally tally = new StatementTally();
        int done = 0;
        for (BankStatement statement : statements) {
            done++;
            switch (takeOne(upload, statement, done)) {
                case TakenStatement.Taken(long id, int _, int _) -> apply(upload, id, statement, tally);
                // An interruption may have come between taking it and applying it.
                case TakenStatement.KnownAlready(long id) -> apply(upload, id, statement, tally);
                case TakenStatement.Held(long _, int _, Money difference) ->
                    tally.addApart("statement %s held: its balances differ by %s"
                            .formatted(statement.reference(), difference));
                case TakenStatement.Announced(long _, int announced) ->
                    tally.addApart(
                            "%d movements announced; they post with the day's final statement".formatted(announced));
                case TakenStatement.UnknownAccount(String account) -> tally.addApart("unknown bank account " + account);
                case TakenStatement.WrongCurrency(String account, String expected, String found) ->
                    tally.addApart("%s is kept in %s, not %s".formatted(account, expected, found));
            }
        }
        return tally.told();
    }

    private TakenStatement takeOne(Upload upload, BankStatement statement, int nth) {
        TakenStatement taken = transaction.execute(_ -> {
            TakenStatement one = book.take(statement, upload.id(), upload.actor());
            long added = one instanceof TakenStatement.Taken t
                    ? t.added()
                    : one instanceof TakenStatement.Held h ? h.added() : 0;
            long known = one instanceof TakenStatement.Taken t ? t.known() : 0;
            if (nth > upload.linesDone()) {
                uploads.advance(upload.id(), nth, added, known, problems(upload, statement, one));
            }
            return one;
        });
        if (taken == null) {
            throw new IllegalStateException("A statement was neither taken nor refused");
        }
        return taken;
    }

    /** Applies what is left of it. An upload that was interrupted tells of all that it has brought, not of its last attempt alone. */
    private void apply(Upload upload, long statementId, BankStatement statement, StatementTally tally) {
        CashApplication.Applied done = application.apply(statementId, APPLIER);
        achReturns.reported(statementId, APPLIER);
        int returned = returns.settle(statementId, APPLIER) + achReturns.settle(APPLIER);
        settlements.apply(APPLIER);
        Progress progress = book.progress(statementId, upload.id())
                .orElse(new Progress(0, done.applied(), done.onAccount(), done.proposed() + done.unidentified()));
        tally.add(statement.entries().size(), progress, returned, settlementReports.ofStatement(statementId));
    }

    private static List<Problem> problems(Upload upload, BankStatement statement, TakenStatement taken) {
        return switch (taken) {
            case TakenStatement.UnknownAccount(String account) ->
                List.of(Problem.file(
                        upload.fileName(),
                        0,
                        "account",
                        account,
                        "The statement is of bank account " + account + ", which is not known here",
                        "Add the bank account to its legal entity under Entities, then read the file again"));
            case TakenStatement.WrongCurrency(String account, String expected, String found) ->
                List.of(Problem.file(
                        upload.fileName(),
                        0,
                        "currency",
                        found,
                        "Bank account %s is kept in %s, the statement is in %s".formatted(account, expected, found),
                        "Ask the bank, or correct the account's currency under Entities"));
            case TakenStatement.Held(long id, int added, Money difference) ->
                List.of(Problem.remark(
                        upload.fileName(),
                        0,
                        "balance",
                        difference.toString(),
                        "Opening balance and movements miss the closing balance of statement %s by %s"
                                .formatted(statement.reference(), difference),
                        "Ask the bank for the complete statement, or release this one under Cash"));
            case TakenStatement.Announced(long id, int announced) ->
                List.of(Problem.remark(
                        upload.fileName(),
                        0,
                        "",
                        statement.format(),
                        "The report only announces movements",
                        "Nothing needs to be done: they post with the day's final statement"));
            case TakenStatement.Taken _, TakenStatement.KnownAlready _ -> List.of();
        };
    }
}
