package org.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.ItemId;
import org.quittance.platform.DatabaseAccess;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** Each corruption is planted behind the application's back, found by its name, and taken out again. */
@ApplicationTest
class LedgerCheckTest {

    private static final PostingContext NOW = new PostingContext(Books.TODAY, "test", "amira");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            open amount            | update ledger.open_item set open_minor = open_minor - 1 where item_id = {invoice}
            open amount            | delete from ledger.open_item where item_id = {invoice}
            open amount            | delete from ledger.posting where item_id = {invoice}
            over-allocated         | insert into ledger.posting (item_id, account_id, kind, delta_minor, business_date, cause, actor) select item_id, account_id, 'ADJUSTMENT', -50000, business_date, 'x', 'x' from ledger.posting where item_id = {invoice} limit 1
            projection differs     | update ledger.open_item set due_date = due_date + 1 where item_id = {invoice}
            projection differs     | update ledger.open_item set bucket = (bucket + 1) % 1024 where item_id = {invoice}
            projection differs     | insert into ledger.due_date_change (item_id, account_id, was, due_date, business_date, reason, actor) select id, account_id, due_date, due_date + 9, date '2026-03-02', 'x', 'x' from ledger.item where id = {invoice}
            due date broken off    | insert into ledger.due_date_change (item_id, account_id, was, due_date, business_date, reason, actor) select id, account_id, due_date + 1, due_date, date '2026-03-02', 'x', 'x' from ledger.item where id = {invoice}
            projection without item | insert into ledger.open_item (item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, recorded_at, currency, original_minor, open_minor) select -item_id, account_id, entity_id, bucket, kind, document, document_date, due_date, posted_on, recorded_at, currency, original_minor, open_minor from ledger.open_item where item_id = {invoice}
            one-sided allocation   | delete from ledger.posting where item_id = {payment} and kind = 'REVERSAL'
            one-sided allocation   | update ledger.allocation set amount_minor = amount_minor + 1 where debit_item_id = {invoice} and reverses_id is null
            currencies netted      | update ledger.item set currency = 'USD' where id = {payment}
            wrong account          | update ledger.posting set account_id = account_id + 1 where item_id = {invoice}
            reversal differs       | update ledger.posting set delta_minor = delta_minor + 1 where item_id = {invoice} and kind = 'REVERSAL'
            posted before its item | update ledger.posting set business_date = date '2000-01-01' where item_id = {invoice}
            """)
    void aPlantedCorruptionIsFoundByItsName(String fault, String corruption) throws SQLException {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, "C1", "4711", 100_00, Books.TODAY);
        ItemId payment = books.payment(entity, "C1", "P1", 60_00, Books.TODAY);
        PostingOutcome posted = ledger.allocate(List.of(new AllocationOrder(payment, invoice, 60_00)), NOW);
        ledger.reverse(((PostingOutcome.Posted) posted).allocationIds().getFirst(), NOW);
        ledger.allocate(List.of(new AllocationOrder(payment, invoice, 20_00)), NOW);

        DatabaseAccess access = TestDatabase.shared().access();
        try (Connection owner = DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword())) {
            owner.setAutoCommit(false);
            DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
            LedgerCheck check = new LedgerCheck(sql);
            assertThat(check.faults()).isEmpty();
            int corrupted = sql.execute(
                    corruption.replace("{invoice}", invoice.toString()).replace("{payment}", payment.toString()));
            assertThat(corrupted).isPositive();
            assertThat(check.faults()).extracting(LedgerCheck.Fault::fault).contains(fault);
            owner.rollback();
            assertThat(check.faults()).isEmpty();
        }
    }
}
