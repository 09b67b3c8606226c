package org.quittance.correspondence;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.springframework.boot.test.context.TestComponent;

/** What a letter needs beneath it: a customer that no other test knows, with one overdue invoice. */
@TestComponent
final class Debts {

    private static final String ACCOUNT = "D-4711";
    private static final String DOCUMENT = "AP-20417";

    /** A customer with one overdue invoice. */
    record Debt(CustomerId customer, OpenItem invoice) {}

    private final Books books;
    private final DSLContext sql;

    Debts(Books books, DSLContext sql) {
        this.books = books;
        this.sql = sql;
    }

    Debt overdueOn(LocalDate today) {
        LocalDate due = today.minusDays(12);
        Money amount = Money.of("640.00", "EUR");
        LegalEntity entity = books.entity("EUR");
        ItemId item = books.invoice(entity, ACCOUNT, DOCUMENT, amount.minor(), due);
        AccountId account = books.account(entity, ACCOUNT);
        CustomerId customer =
                CustomerId.of(sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                        .get(0, Long.class));
        return new Debt(
                customer,
                new OpenItem(item, account, ItemKind.INVOICE, DOCUMENT, due.minusDays(30), due, amount, amount));
    }
}
