package org.quittance.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.quittance.cash.BankAccounts;
import org.quittance.cash.CashApplication;
import org.quittance.cash.Returns;
import org.quittance.cash.StatementBook;
import org.quittance.cash.TakenStatement;
import org.quittance.core.money.Money;
import org.quittance.formats.bank.BankEntry;
import org.quittance.formats.bank.BankStatement;
import org.quittance.ledger.LegalEntity;
import org.springframework.stereotype.Component;

/** Takes bank statements of a test's own in, and applies them as the intake does. */
@Component
public class Statements {

    private static final AtomicLong NEXT = new AtomicLong(1);

    private final BankAccounts bankAccounts;
    private final StatementBook book;
    private final CashApplication application;
    private final Returns returns;
    private final DSLContext sql;

    public Statements(
            BankAccounts bankAccounts,
            StatementBook book,
            CashApplication application,
            Returns returns,
            DSLContext sql) {
        this.bankAccounts = bankAccounts;
        this.book = book;
        this.application = application;
        this.returns = returns;
        this.sql = sql;
    }

    /** A line of the bank: who pays how much, and what they say it is for. */
    public record Line(
            String payer,
            String payerAccount,
            long minor,
            List<String> references,
            String text,
            String creditedAccount) {

        public Line {
            references = List.copyOf(references);
        }

        public Line(String payer, long minor, String text) {
            this(payer, "", minor, List.of(), text, "");
        }

        public static Line from(String payer, String payerAccount, long minor, String text) {
            return new Line(payer, payerAccount, minor, List.of(), text, "");
        }

        public Line(String payer, String payerAccount, long minor, List<String> references, String text) {
            this(payer, payerAccount, minor, references, text, "");
        }

        public static Line sentTo(String creditedAccount, String payer, long minor, String text) {
            return new Line(payer, "", minor, List.of(), text, creditedAccount);
        }
    }

    /** The payments of one statement, applied as far as they say what they are for, in the order of the lines. */
    public List<Long> come(LegalEntity entity, Line... lines) {
        return come(entity, BankEntry.Kind.PAYMENT, lines);
    }

    /** Lines by which the bank takes money back; their amounts are negative. */
    public List<Long> comeBack(LegalEntity entity, Line... lines) {
        return come(entity, BankEntry.Kind.RETURN, lines);
    }

    private List<Long> come(LegalEntity entity, BankEntry.Kind kind, Line... lines) {
        String account = "DESK" + entity.code();
        if (bankAccounts.byAccount(account).isEmpty()) {
            bankAccounts.add(entity.id(), account, entity.currency(), "Test bank", "test");
        }
        List<BankEntry> entries = new ArrayList<>();
        for (Line line : lines) {
            entries.add(entry(entity, kind, line, entries.size() + 1L));
        }
        TakenStatement taken = book.take(
                new BankStatement(
                        "test",
                        BankStatement.Kind.STATEMENT,
                        account,
                        "S" + NEXT.getAndIncrement(),
                        "",
                        Currency.getInstance(entity.currency()),
                        Books.TODAY,
                        null,
                        null,
                        entries),
                1,
                "test");
        long statement = ((TakenStatement.Taken) taken).statementId();
        application.apply(statement, "matcher");
        returns.settle(statement, "matcher");
        return sql.fetch("select id from cash.payment where statement_id = ? order by line", statement)
                .getValues(0, Long.class);
    }

    private static BankEntry entry(LegalEntity entity, BankEntry.Kind kind, Line line, long number) {
        LocalDate day = Books.TODAY.minusDays(1);
        return new BankEntry(
                number,
                BankEntry.Status.BOOKED,
                kind,
                Money.ofMinor(line.minor(), entity.currency()),
                day,
                day,
                "B" + NEXT.getAndIncrement(),
                "",
                "",
                "",
                line.payer(),
                line.payerAccount(),
                line.references(),
                line.text(),
                null,
                null,
                "",
                "",
                line.creditedAccount());
    }
}
