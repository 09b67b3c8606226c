package org.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.cash.BankAccounts;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.Trait;
import org.quittance.formats.Problem;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.DueDates;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.ExtractComparison;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class IntakeTest {

    private static final LocalDate TODAY = Books.TODAY;

    @Autowired
    private IntakeDesk desk;

    @Autowired
    private Uploads uploads;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private BankAccounts bankAccounts;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private DueDates dueDates;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private CustomerTraits traits;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
    }

    @Test
    void goodLinesAreKeptAndTheRefusedOnesComeBackToBeRepaired() throws IOException {
        LegalEntity entity = books.entity("EUR");
        Upload upload = take(entity, Completeness.PARTIAL, """
                Company Code,Account,Customer name,Document Number,Document Type,Document Date,Net due date,Amount in doc. curr.,Document currency
                %1$s,C1,Ada Ltd,9001,RV,2026-01-05,2026-02-04,100.00,EUR
                %1$s,C1,Ada Ltd,9002,RV,2026-01-05,2026-02-04,12.345,EUR
                NOPE,C1,Ada Ltd,9003,RV,2026-01-05,2026-02-04,50.00,EUR
                """.formatted(entity.code()));
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.linesAdded()).isEqualTo(1);
        assertThat(upload.linesRefused()).isEqualTo(2);
        assertThat(uploads.problems(upload, 10))
                .filteredOn(problem -> problem.severity() == Problem.Severity.ROW_REFUSED)
                .extracting(Problem::line)
                .containsExactly(3L, 4L);
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        desk.writeRefused(upload, refused);
        String repaired = refused.toString(StandardCharsets.UTF_8).replace("12.345", "12.34");

        Upload again = take(entity, Completeness.PARTIAL, repaired);
        assertThat(again.linesAdded()).isEqualTo(1);
        assertThat(open(entity)).extracting(ItemLine::document).containsExactlyInAnyOrder("9001", "9002");
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        LegalEntity entity = books.entity("EUR");
        String file = extract(entity, "1,100.00", "2,200.00", "3,300.00");
        assertThat(take(entity, Completeness.PARTIAL, file).linesAdded()).isEqualTo(3);
        Upload second = take(entity, Completeness.PARTIAL, file);
        assertThat(second.linesAdded()).isZero();
        assertThat(second.linesKnown()).isEqualTo(3);
        assertThat(open(entity)).hasSize(3);
    }

    @Test
    void aLineThatSaysAgainWhatAnEarlierOneHasSaidIsRemarkedAndTheFirstCounts() throws IOException {
        LegalEntity entity = books.entity("EUR");
        take(entity, Completeness.PARTIAL, extract(entity, "1,100.00"));

        Upload upload = take(
                entity, Completeness.FULL, extract(entity, "1,100.00", "2,200.00", "3,300.00", "2,250.00", "1,100.00"));
        assertThat(upload.linesAdded()).isEqualTo(2);
        assertThat(upload.linesKnown()).isEqualTo(3);
        assertThat(uploads.problems(upload, 10))
                .extracting(Problem::line, Problem::message)
                .containsExactly(
                        tuple(5L, "Says again what line 3 has said"), tuple(6L, "Says again what line 2 has said"));
        assertThat(open(entity))
                .extracting(ItemLine::document, ItemLine::openMinor)
                .containsExactlyInAnyOrder(tuple("1", 100_00L), tuple("2", 200_00L), tuple("3", 300_00L));
    }

    @Test
    void aDueDateThatALaterExtractTellsOtherwiseIsTakenOverAndRemarked() throws IOException {
        LegalEntity entity = books.entity("EUR");
        take(entity, Completeness.PARTIAL, extract(entity, "1,100.00", "2,200.00"));
        String putOff = extract(entity, "1,100.00", "2,200.00").replaceFirst("2026-02-04", "2026-03-31");

        Upload upload = take(entity, Completeness.PARTIAL, putOff);
        assertThat(upload.linesAdded()).isZero();
        assertThat(uploads.problems(upload, 10))
                .extracting(Problem::line, Problem::field, Problem::message)
                .containsExactly(tuple(
                        2L,
                        "Net due date",
                        "1 is due on 2026-02-04 here, and the file says 2026-03-31, which counts from now on"));
        assertThat(dueDatesOf(entity)).containsExactly(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-02-04"));
        assertThat(take(entity, Completeness.PARTIAL, putOff).linesKnown()).isEqualTo(2);
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aDueDateThatAPersonHasChangedStaysUntilTheExtractTellsSomethingNew() throws IOException {
        LegalEntity entity = books.entity("EUR");
        String file = extract(entity, "1,100.00");
        take(entity, Completeness.PARTIAL, file);
        LocalDate agreed = LocalDate.parse("2026-04-15");
        assertThat(dueDates.change(
                        ItemId.of(open(entity).getFirst().id()), agreed, new PostingContext(TODAY, "Agreed", "amira")))
                .isEmpty();

        assertThat(uploads.problems(take(entity, Completeness.PARTIAL, file), 10))
                .isEmpty();
        assertThat(dueDatesOf(entity)).containsExactly(agreed);

        take(entity, Completeness.PARTIAL, file.replace("2026-02-04", "2026-04-30"));
        assertThat(dueDatesOf(entity)).containsExactly(LocalDate.parse("2026-04-30"));

        Upload nonsense = take(entity, Completeness.PARTIAL, file.replace("2026-02-04", "2025-04-30"));
        assertThat(uploads.problems(nonsense, 10))
                .extracting(Problem::message)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("not taken over");
        assertThat(dueDatesOf(entity)).containsExactly(LocalDate.parse("2026-04-30"));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aFileThatDoesNotTellDueDatesChangesNone() throws IOException {
        LegalEntity entity = books.entity("EUR");
        take(entity, Completeness.PARTIAL, extract(entity, "1,100.00"));
        String silent = extract(entity, "1,100.00").replace("2026-02-04", "");
        assertThat(take(entity, Completeness.PARTIAL, silent).linesKnown()).isEqualTo(1);
        assertThat(dueDatesOf(entity)).containsExactly(LocalDate.parse("2026-02-04"));
    }

    @Test
    void anImportThatWasInterruptedEndsLikeOneThatWasNot() throws IOException {
        LegalEntity entity = books.entity("EUR");
        long id = keep(entity, Completeness.PARTIAL, extract(entity, "1,100.00", "2,200.00", "3,300.00"));
        // As after a crash: two lines are in and counted, the rest is not, and the file is still under way.
        take(entity, Completeness.PARTIAL, extract(entity, "1,100.00", "2,200.00"));
        sql.execute("update intake.upload set state = 'RUNNING', lines_done = 3, lines_added = 2 where id = ?", id);

        processor.process(id);
        Upload upload = uploads.byId(id).orElseThrow();
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.linesAdded()).isEqualTo(3);
        assertThat(open(entity)).extracting(ItemLine::document).containsExactly("1", "2", "3");
    }

    @Test
    void aFullExtractSaysWhatIsGoneAndSettlesItOnlyWhenAccepted() throws IOException {
        LegalEntity entity = books.entity("EUR");
        take(entity, Completeness.FULL, extract(entity, "1,100.00", "2,200.00", "3,300.00"));
        books.payment(entity, "C1", "P1", 10_00, TODAY);

        Upload next = take(entity, Completeness.FULL, extract(entity, "1,100.00", "4,400.00"));
        assertThat(next.state()).isEqualTo(UploadState.NEEDS_ACCEPTANCE);
        List<ExtractComparison.Gone> gone = desk.gone(next.id(), 10);
        assertThat(gone).extracting(one -> one.item().document()).containsExactly("2", "3");

        assertThat(desk.acceptGone(next, "amira")).isEqualTo(2);
        assertThat(open(entity))
                .extracting(ItemLine::kind, ItemLine::document)
                .containsExactlyInAnyOrder(
                        tuple(ItemKind.INVOICE, "1"), tuple(ItemKind.INVOICE, "4"), tuple(ItemKind.PAYMENT, "P1"));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aStatementAppliesWhatItIsSureOfOnceAndHoldsWhatDoesNotClose() throws IOException {
        LegalEntity entity = books.entity("EUR");
        String account = "TEST" + entity.code();
        bankAccounts.add(entity.id(), account, "EUR", "Test bank", "test");
        take(entity, Completeness.PARTIAL, extract(entity, "7001234,100.00", "7001235,200.00"));

        String statement = statement(account, "1000,00", "1100,00", "100,00", "Invoice 7001234");
        Upload first = take(entity, Completeness.PARTIAL, statement);
        assertThat(first.stateReason()).contains("1 payments applied");
        assertThat(open(entity)).extracting(ItemLine::document).containsExactly("7001235");
        assertThat(take(entity, Completeness.PARTIAL, statement).linesAdded()).isZero();

        Upload held = take(
                entity, Completeness.PARTIAL, statement(account, "1100,00", "1310,00", "200,00", "Invoice 7001235"));
        assertThat(held.stateReason()).contains("held").contains("EUR 10.00");
        assertThat(open(entity)).extracting(ItemLine::document).containsExactly("7001235");
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void aFileThatIsNoTableAndNoStatementIsRefusedWithARemedy() throws IOException {
        Upload upload = take(books.entity("EUR"), Completeness.PARTIAL, "%PDF-1.7 not what we can read");
        assertThat(upload.state()).isEqualTo(UploadState.REFUSED);
        assertThat(upload.stateReason()).isNotBlank();
    }

    @Test
    void aListOfCustomersBringsContactsTermsAndLimitsAndKeepsWhatItDoesNotTell() throws IOException {
        LegalEntity entity = books.entity("EUR");
        take(entity, Completeness.PARTIAL, extract(entity, "1,100.00"));
        Upload upload = take(entity, Completeness.PARTIAL, """
                Customer number,Customer name,E-mail,Phone,Street,Postal code,City,Country,Language,Payment terms,Currency,Credit limit
                C1,Ada Blum GmbH,ap@ada.example,+49 30 1234,Weg 1,10115,Berlin,DE,de,45 days net,EUR,5000.00
                C2,Birch SA,,,,,Paris,FR,fr,,USD,9000.00
                ,No number,,,,,,,,,,
                """);
        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.linesAdded()).isEqualTo(2);
        assertThat(upload.linesRefused()).isEqualTo(1);
        assertThat(uploads.problems(upload, 10)).extracting(Problem::line).containsExactly(4L);

        CustomerView ada = customer("Ada Blum GmbH");
        assertThat(ada.address()).isEqualTo("Weg 1\n10115 Berlin");
        assertThat(ada.contacts())
                .extracting(CustomerView.Contact::name, CustomerView.Contact::email, CustomerView.Contact::language)
                .containsExactly(tuple("Accounts payable", "ap@ada.example", "de"));
        assertThat(ada.accounts())
                .extracting(CustomerView.Account::termsDays, CustomerView.Account::limitMinor)
                .containsExactly(tuple(45, 5_000_00L));
        // A limit in another currency than the entity's says nothing that could be compared with what is owed.
        assertThat(customer("Birch SA").accounts())
                .extracting(CustomerView.Account::termsDays, CustomerView.Account::limitMinor)
                .containsExactly(tuple(30, null));

        Upload mobiles = take(entity, Completeness.PARTIAL, """
                Kundennummer,Name,Handynummer
                C1,Ada Blum GmbH,+49 (0)171 555-0123
                C2,Birch SA,0171 5550123
                """);
        assertThat(mobiles.linesRefused()).isZero();
        assertThat(uploads.problems(mobiles, 10)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3L);
            assertThat(problem.field()).isEqualTo("Handynummer");
            assertThat(problem.message())
                    .isEqualTo("0171 5550123 is no number with its country code, and is not taken");
            assertThat(problem.remedy()).isEqualTo("Write it like +44 7700 900123 and feed the line again");
        });
        assertThat(customer("Ada Blum GmbH").contacts())
                .extracting(CustomerView.Contact::email, CustomerView.Contact::phone, CustomerView.Contact::mobile)
                .as("a list that tells nothing else takes nothing away")
                .containsExactly(tuple("ap@ada.example", "+49 30 1234", "+491715550123"));
        assertThat(customer("Birch SA").contacts()).isEmpty();
        ada = customer("Ada Blum GmbH");

        Upload kinds = take(entity, Completeness.PARTIAL, """
                Customer number,Customer name,Country,State,Kind of customer
                C3,Cole,US,ma,Sole trader
                C4,Dale,US,Massachusetts,Family
                """);
        assertThat(kinds.linesRefused()).isZero();
        assertThat(uploads.problems(kinds, 10)).extracting(Problem::line).containsExactly(3L, 3L);
        assertThat(customer("Cole").state()).isEqualTo("MA");
        assertThat(traits.of(customer("Cole").id()))
                .extracting(CustomerTraits.Noted::trait, CustomerTraits.Noted::since)
                .containsExactly(tuple(Trait.SOLE_TRADER, Books.TODAY));
        assertThat(customer("Dale").state()).isEmpty();
        assertThat(traits.of(customer("Dale").id())).isEmpty();

        Upload again = take(entity, Completeness.PARTIAL, "Customer number,Customer name\nC1,Ada Blum GmbH\n");
        assertThat(again.linesRefused()).isZero();
        assertThat(customer("Ada Blum GmbH")).isEqualTo(ada);
    }

    @Test
    void aListOfPaymentsIsAppliedLikeTheStatementThatItStandsForAndOnlyOnce() throws IOException {
        LegalEntity entity = books.entity("EUR");
        bankAccounts.add(entity.id(), "LIST-" + entity.code(), "EUR", "Main", "test");
        take(entity, Completeness.PARTIAL, extract(entity, "7001234,100.00", "7001235,200.00"));
        String list = """
                Date,Amount,Currency,Payer name,Remittance text
                2026-03-01,100.00,EUR,Ada Ltd,Invoice 7001234
                2026-03-01,50.00,USD,Ada Ltd,Invoice 7001235
                2026-03-01,a lot,EUR,Ada Ltd,Invoice 7001235
                """;
        Upload first = take(entity, Completeness.PARTIAL, list);
        assertThat(first.state()).isEqualTo(UploadState.DONE);
        assertThat(first.stateReason()).contains("1 payments applied");
        assertThat(uploads.problems(first, 10))
                .filteredOn(problem -> problem.severity() == Problem.Severity.ROW_REFUSED)
                .extracting(Problem::line)
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(open(entity)).extracting(ItemLine::document).containsExactly("7001235");
        assertThat(take(entity, Completeness.PARTIAL, list).linesAdded()).isZero();
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theCopiesOfAKilledProcessGoAfterADayAndNothingElse(@TempDir Path folder) throws IOException {
        Path old = Files.createFile(folder.resolve("quittance-upload-1.bin"));
        Path fresh = Files.createFile(folder.resolve("quittance-upload-2.bin"));
        Path other = Files.createFile(folder.resolve("upload-3.bin"));
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(other, FileTime.from(now.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(fresh, FileTime.from(now.minus(Duration.ofHours(23))));
        Uploads.removeAbandonedCopies(folder, now);
        assertThat(folder).isDirectoryNotContaining(old::equals);
        assertThat(List.of(fresh, other)).allSatisfy(path -> assertThat(path).exists());
    }

    private CustomerView customer(String name) {
        return reader.customer(
                        Viewer.system("test"),
                        reader.search(Viewer.system("test"), LedgerReader.Sought.of(name), 1)
                                .getFirst()
                                .customerId())
                .orElseThrow();
    }

    private List<LocalDate> dueDatesOf(LegalEntity entity) {
        return open(entity).stream()
                .sorted(Comparator.comparing(ItemLine::document))
                .map(ItemLine::dueDate)
                .toList();
    }

    private static String extract(LegalEntity entity, String... documentsAndAmounts) {
        StringBuilder text = new StringBuilder(
                "Company Code,Account,Customer name,Document Type,Document Date,Net due date,Document currency,Document Number,Amount in doc. curr.\n");
        for (String line : documentsAndAmounts) {
            text.append(entity.code())
                    .append(",C1,Ada Ltd,RV,2026-01-05,2026-02-04,EUR,")
                    .append(line)
                    .append('\n');
        }
        return text.toString();
    }

    private static String statement(String account, String opening, String closing, String amount, String text) {
        return """
                :20:T1
                :25:%s
                :28C:1/1
                :60F:C260301EUR%s
                :61:2603020302C%sNTRFNONREF
                :86:%s
                :62F:C260302EUR%s
                -
                """.formatted(account, opening, amount, text, closing);
    }

    private List<ItemLine> open(LegalEntity entity) {
        Viewer viewer = Viewer.system("test");
        return sql.fetch("select distinct customer_id from ledger.account where entity_id = ?", entity.id()).stream()
                .flatMap(row -> reader.openItems(viewer, row.get(0, Long.class), TODAY).stream())
                .toList();
    }

    private Upload take(LegalEntity entity, Completeness completeness, String content) throws IOException {
        long id = keep(entity, completeness, content);
        processor.process(id);
        return uploads.byId(id).orElseThrow();
    }

    private long keep(LegalEntity entity, Completeness completeness, String content) throws IOException {
        return desk.keep(
                new UploadRequest("test.csv", entity.id(), null, completeness, TODAY),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                "amira");
    }
}
