package org.quittance.correspondence;

import static org.quittance.db.identity.Tables.PORTFOLIO;
import static org.quittance.db.ledger.Tables.ACCOUNT;
import static org.quittance.db.ledger.Tables.CUSTOMER;
import static org.quittance.db.ledger.Tables.ENTITY;
import static org.quittance.db.ledger.Tables.ITEM;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.springframework.boot.test.context.TestComponent;

/** The rows of the ledger that a letter needs beneath it: one customer of its own, with one overdue invoice. */
@TestComponent
final class LedgerRows {

    /** A customer with one overdue invoice. */
    record Debt(CustomerId customer, OpenItem invoice) {}

    private final DSLContext sql;

    LedgerRows(DSLContext sql) {
        this.sql = sql;
    }

    Debt invoiceOverdueOn(LocalDate today) {
        String unique = UUID.randomUUID().toString();
        long entity = sql.insertInto(ENTITY, ENTITY.CODE, ENTITY.NAME, ENTITY.CURRENCY, ENTITY.COUNTRY)
                .values(unique, "Alder Paper", "EUR", "NL")
                .returningResult(ENTITY.ID)
                .fetchSingle()
                .value1();
        long customer = sql.insertInto(CUSTOMER, CUSTOMER.NUMBER, CUSTOMER.NAME, CUSTOMER.COUNTRY, CUSTOMER.LANGUAGE)
                .values(unique, "Druckerei Nördlinger", "DE", "de")
                .returningResult(CUSTOMER.ID)
                .fetchSingle()
                .value1();
        long account = sql.insertInto(
                        ACCOUNT,
                        ACCOUNT.CUSTOMER_ID,
                        ACCOUNT.ENTITY_ID,
                        ACCOUNT.NUMBER,
                        ACCOUNT.BUCKET,
                        ACCOUNT.PORTFOLIO_ID)
                .select(DSL.select(
                                DSL.val(customer), DSL.val(entity), DSL.val("D-4711"), DSL.val((short) 0), PORTFOLIO.ID)
                        .from(PORTFOLIO)
                        .orderBy(PORTFOLIO.ID)
                        .limit(1))
                .returningResult(ACCOUNT.ID)
                .fetchSingle()
                .value1();
        LocalDate due = today.minusDays(12);
        Money amount = Money.of("640.00", "EUR");
        long item = sql.insertInto(ITEM)
                .set(ITEM.ACCOUNT_ID, account)
                .set(ITEM.ENTITY_ID, entity)
                .set(ITEM.KIND, ItemKind.INVOICE)
                .set(ITEM.SOURCE, "test")
                .set(ITEM.DOCUMENT, "AP-20417")
                .set(ITEM.DOCUMENT_DATE, due.minusDays(30))
                .set(ITEM.DUE_DATE, due)
                .set(ITEM.POSTED_ON, due.minusDays(30))
                .set(ITEM.CURRENCY, "EUR")
                .set(ITEM.ORIGINAL_MINOR, amount.minor())
                .set(ITEM.ACTOR, "test")
                .returningResult(ITEM.ID)
                .fetchSingle()
                .value1();
        return new Debt(
                CustomerId.of(customer),
                new OpenItem(
                        ItemId.of(item),
                        AccountId.of(account),
                        ItemKind.INVOICE,
                        "AP-20417",
                        due.minusDays(30),
                        due,
                        amount,
                        amount));
    }
}
