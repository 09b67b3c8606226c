package org.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cash.BankAccounts;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code kill -9} in the middle of an import, and a start after it: what is in the end is what an undisturbed import leaves. */
@ApplicationTest
class KilledImportTest {

    /** More than an import enters in one transaction. */
    private static final int LINES = 20_400;
    /** More than are applied in one transaction. */
    private static final int PAYMENTS = 540;

    private static final String ITEMS = """
            select a.number, c.name, i.kind, i.source, i.document, i.line, i.document_date, i.due_date, i.posted_on, i.currency,
                   i.original_minor, coalesce(o.open_minor, 0) as open_minor, i.reference, i.memo,
                   (select count(*) from ledger.posting p where p.item_id = i.id) as postings
            from ledger.item i
            join ledger.account a on a.id = i.account_id
            join ledger.customer c on c.id = a.customer_id
            left join ledger.open_item o on o.item_id = i.id
            where i.entity_id = (select id from ledger.entity where code = ?) and i.kind <> 'PAYMENT'
            order by a.number, i.document, i.kind
            """;
    private static final String PAID = """
            select p.line, p.payer_name, p.amount_minor, p.remittance, v.decision, d.document, t.amount_minor as applied_minor
            from cash.payment p
            left join cash.verdict v on v.payment_id = p.id
            left join cash.identification n on n.payment_id = p.id
            left join ledger.allocation t on t.credit_item_id = n.item_id
            left join ledger.item d on d.id = t.debit_item_id
            where p.entity_id = (select id from ledger.entity where code = ?)
            order by p.line, d.document, v.id
            """;
    private static final String REPORT = """
            select u.file_name, u.state, u.state_reason, u.lines_done, u.lines_added, u.lines_known, u.lines_refused, p.line,
                   p.field, p.excerpt, p.message, p.remedy, p.severity
            from intake.upload u
            left join intake.upload_problem p on p.upload_id = u.id
            where u.file_name like ?
            order by u.file_name, p.line, p.message
            """;

    @TempDir
    Path folder;

    @Autowired
    private IntakeDesk desk;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private BankAccounts bankAccounts;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    @Test
    void anExtractWhoseImportWasKilledEndsAsIfNothingHadHappened() throws IOException, SQLException {
        LegalEntity entity = books.entity("EUR");
        Path extract = file(entity, "-extract.csv", extract(entity, LINES));
        takeUndisturbed(entity, extract);

        try (KilledImport killed = KilledImport.on("killed_extract", folder)) {
            prepare(killed, entity);
            // A new item asks whether its account is there, and waits for whoever changes that.
            killed.killWhileItWaitsFor(lockOn("K" + LINES, "update"), List.of(extract));
            assertThat(number(killed, "select lines_done from intake.upload")).isBetween(1L, LINES - 1L);
            assertThat(number(killed, "select count(*) from ledger.item")).isBetween(1L, LINES - 1L);

            assertSame(entity, killed, ITEMS, REPORT);
        }
    }

    @Test
    void aStatementWhoseApplicationWasKilledEndsAsIfNothingHadHappened() throws IOException, SQLException {
        LegalEntity entity = books.entity("EUR");
        bankAccounts.add(entity.id(), account(entity), "EUR", "Test bank", "test");
        Path extract = file(entity, "-extract.csv", extract(entity, PAYMENTS));
        Path statement = file(entity, "-statement.sta", statement(entity));
        takeUndisturbed(entity, extract);
        takeUndisturbed(entity, statement);

        try (KilledImport killed = KilledImport.on("killed_statement", folder)) {
            prepare(killed, entity);
            // A new item does not mind who reads its account; whoever posts to it does.
            killed.killWhileItWaitsFor(lockOn("K" + PAYMENTS, "share"), List.of(extract, statement));
            assertThat(number(killed, "select count(*) from cash.payment")).isEqualTo(PAYMENTS);
            assertThat(number(killed, "select count(*) from cash.verdict")).isBetween(1L, PAYMENTS - 1L);

            assertSame(entity, killed, ITEMS, PAID, REPORT);
        }
    }

    /** Both books say the same, and the one that was disturbed is whole. */
    private void assertSame(LegalEntity entity, KilledImport killed, String... queries) {
        try (ConfigurableApplicationContext again = killed.startAgain()) {
            DSLContext disturbed = again.getBean(DSLContext.class);
            for (String query : queries) {
                String of = query.equals(REPORT) ? entity.code() + "-%" : entity.code();
                String expected = sql.fetch(query, of).formatCSV();
                assertThat(expected.lines()).hasSizeGreaterThan(1);
                assertThat(disturbed.fetch(query, of).formatCSV()).isEqualTo(expected);
            }
            assertThat(again.getBean(LedgerCheck.class).faults()).isEmpty();
        }
    }

    private void takeUndisturbed(LegalEntity entity, Path file) throws IOException {
        long id = desk.keep(
                new UploadRequest(
                        String.valueOf(file.getFileName()), entity.id(), null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(Files.readAllBytes(file)),
                "command line");
        processor.process(id);
    }

    /** The same entity and bank account, and the customer whose row will be held. */
    private static void prepare(KilledImport killed, LegalEntity entity) throws SQLException {
        try (Connection owner = killed.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into ledger.entity (code, name, currency, country, customer_master)
                    values ('%1$s', 'Test', 'EUR', 'GB', '%1$s');
                    insert into cash.bank_account (entity_id, account, currency, name)
                    select id, '%2$s', 'EUR', 'Test bank' from ledger.entity;
                    """.formatted(entity.code(), account(entity)));
            for (int number : List.of(LINES, PAYMENTS)) {
                statement.execute("""
                        with c as (
                            insert into ledger.customer (customer_master, number, name, country, language)
                            select customer_master, 'K%1$d', 'Customer %1$d of the trade', 'GB', 'en' from ledger.entity
                            returning id, number
                        )
                        insert into ledger.account (customer_id, entity_id, number, bucket, portfolio_id)
                        select c.id, e.id, c.number, ledger.bucket_of(c.id, null), 1 from c, ledger.entity e
                        """.formatted(number));
            }
        }
    }

    private static String lockOn(String account, String strength) {
        return "select id from ledger.account where number = '%s' for %s".formatted(account, strength);
    }

    private static long number(KilledImport killed, String query) throws SQLException {
        try (Connection owner = killed.owner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Path file(LegalEntity entity, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(entity.code() + name), content, StandardCharsets.UTF_8);
    }

    /**
     * Customers with many lines, and at the end with one each; a line now and then that is refused, or says again what another has said.
     * Nothing is due for long: other tests on this database write to whoever owes.
     */
    private static String extract(LegalEntity entity, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(n -> n % 1_000 == 7
                        ? line(entity, n - 1, lines, "900.00")
                        : line(entity, n, lines, n % 1_000 == 13 ? "12.345" : 100 + n + ".00"))
                .collect(Collectors.joining(
                        "",
                        "Company Code,Account,Customer name,Document Type,Document Date,Net due date,"
                                + "Document currency,Document Number,Amount in doc. curr.\n",
                        ""));
    }

    private static String line(LegalEntity entity, int n, int lines, String amount) {
        int customer = n + PAYMENTS > lines ? n : n % 500;
        return "%s,K%d,Customer %d of the trade,RV,2026-02-25,2026-12-31,EUR,%d,%s\n"
                .formatted(entity.code(), customer, customer, 7_000_000 + n, amount);
    }

    /** Each line pays the invoice of one line of the extract; every tenth says nothing that anybody could know. */
    private static String statement(LegalEntity entity) {
        long sum = IntStream.rangeClosed(1, PAYMENTS).mapToLong(n -> 100 + n).sum();
        return IntStream.rangeClosed(1, PAYMENTS)
                .mapToObj(n -> ":61:2603020302C%d,00NTRFNONREF\n:86:%s\n"
                        .formatted(100 + n, n % 10 == 3 ? "Miscellaneous" : "Invoice " + (7_000_000 + n)))
                .collect(Collectors.joining(
                        "",
                        ":20:T1\n:25:%s\n:28C:1/1\n:60F:C260301EUR0,00\n".formatted(account(entity)),
                        ":62F:C260302EUR%d,00\n-\n".formatted(sum)));
    }

    private static String account(LegalEntity entity) {
        return "KILLED" + entity.code();
    }
}
