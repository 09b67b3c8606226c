package org.quittance.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.copies.NobodysCopies.Given;
import org.quittance.core.copy.CopySigns;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.formats.Problem;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadProcessor;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Pdfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.NonTransientDataAccessException;

/** Copies come in, find their items, and are only ever added to. */
@ApplicationTest
class CopiesTest {

    private static final Viewer MARIA = Viewer.system("maria");

    @Autowired
    private CopyBook book;

    @Autowired
    private Copies copies;

    @Autowired
    private NobodysCopies nobodys;

    @Autowired
    private IntakeDesk desk;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Books books;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private String code;
    private ItemId invoice;

    @BeforeEach
    void anInvoice() {
        entity = books.entity("EUR");
        code = entity.code();
        invoice = books.invoice(entity, "ADA", "INV-" + code + "-1", 100_00, Books.TODAY);
    }

    @Test
    void aZipWithMixedContentIsTakenFileByFileAndReportedLineByLine() throws IOException {
        ItemId credit = books.item(entity, "ADA", ItemKind.CREDIT_NOTE, "CRN/" + code, -20_00, Books.TODAY);
        ItemId scanned = books.invoice(entity, "BEA", "90" + code, 70_00, Books.TODAY);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("March/INV-" + code + "-1.pdf", Pdfs.invoice("x", "first " + code));
        files.put("crn-" + code.toLowerCase(Locale.ROOT) + ".pdf", Pdfs.invoice("x", "credit " + code));
        files.put("scan-1.pdf", Pdfs.invoice("90" + code, "scanned"));
        files.put("scan-2.pdf", Pdfs.invoice("unknown-4711", "nobody's " + code));
        files.put("notes.txt", "hello".getBytes(StandardCharsets.UTF_8));
        files.put("again.pdf", Pdfs.invoice("x", "first " + code));

        Upload upload = handIn("copies-" + code + ".zip", Pdfs.zip(files));

        assertThat(upload.state()).isEqualTo(UploadState.DONE);
        assertThat(upload.contentKind()).isEqualTo("Copies of documents, ZIP");
        assertThat(upload.stateReason()).isEqualTo("3 new copies with their document, 1 nobody's");
        assertThat(List.of(upload.linesAdded(), upload.linesKnown(), upload.linesRefused()))
                .containsExactly(4L, 1L, 1L);
        assertThat(uploads.problems(upload, 10))
                .extracting(Problem::line, Problem::message)
                .containsExactly(
                        tuple(
                                4L,
                                "scan-2.pdf is nobody's yet: Its first page names unknown-4711, which is not known in "
                                        + code),
                        tuple(5L, "notes.txt is no PDF"));
        assertThat(copies.inUse(Set.of(invoice.value(), credit.value(), scanned.value())))
                .extractingFromEntries(entry -> entry.getValue().foundBy().name())
                .containsExactlyInAnyOrder("FILE_NAME", "FILE_NAME", "FIRST_PAGE");
    }

    @Test
    void anUploadThatWasKilledGoesOnWithTheFirstFileThatIsNotDealtWith() throws IOException {
        books.invoice(entity, "ADA", "INV-" + code + "-2", 100_00, Books.TODAY);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("INV-" + code + "-1.pdf", Pdfs.invoice("x", "one " + code));
        files.put("INV-" + code + "-2.pdf", Pdfs.invoice("x", "two " + code));
        long id = desk.keep(request("killed.zip"), new ByteArrayInputStream(Pdfs.zip(files)), "maria");
        sql.execute("update intake.upload set state = 'RUNNING', lines_done = 1, lines_added = 1 where id = ?", id);

        processor.process(id);
        assertThat(copies.ofItem(invoice.value())).isEmpty();
        assertThat(upload(id).linesAdded()).isEqualTo(2);

        uploads.rewind(id);
        processor.process(id);
        assertThat(copies.ofItem(invoice.value())).hasSize(1);
        assertThat(List.of(upload(id).linesAdded(), upload(id).linesKnown())).containsExactly(1L, 1L);
    }

    @Test
    void aFileThatIsNoCopyIsRefusedWithItsRemedy() throws IOException {
        Upload upload = handIn("letter.docx", new byte[] {1, 2, 3});
        assertThat(upload.state()).isEqualTo(UploadState.REFUSED);
        assertThat(upload.stateReason())
                .isEqualTo("letter.docx is no PDF. Hand in the copy as PDF, as billing has sent it.");
    }

    @Test
    void aZipOfPdfsIsKnownForWhatItIsAlsoWhereNobodySaysSo() throws IOException {
        byte[] zip = Pdfs.zip(Map.of("INV-" + code + "-1.pdf", Pdfs.invoice("x", "unsaid " + code)));
        long id = desk.keep(
                new UploadRequest("12.zip", entity.id(), null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(zip),
                "maria");
        processor.process(id);
        assertThat(copies.ofItem(invoice.value())).hasSize(1);
    }

    @Test
    void theSameBytesChangeNothingAndOthersAreANewerVersion() {
        byte[] first = Pdfs.invoice("x", "v1 " + code);
        String name = "INV-" + code + "-1.pdf";
        assertThat(take(name, first)).isInstanceOf(TakenCopy.Placed.class);
        assertThat(take(name, first)).isInstanceOf(TakenCopy.KnownAlready.class);
        assertThat(take(name, Pdfs.invoice("x", "v2 " + code))).isInstanceOf(TakenCopy.Placed.class);

        List<CopyLine> versions = copies.ofItem(invoice.value());
        assertThat(versions).hasSize(2);
        CopyLine used = copies.inUse(Set.of(invoice.value())).get(invoice.value());
        assertThat(used).isEqualTo(versions.getFirst());
        assertThat(copies.open(invoice.value(), versions.getLast().id(), MARIA))
                .map(StoredCopy::content)
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(first));

        books.invoice(entity, "ADA", "INV-" + code + "-2", 100_00, Books.TODAY);
        assertThat(take("INV-" + code + "-2.pdf", first))
                .isInstanceOfSatisfying(
                        TakenCopy.Contradicted.class,
                        taken -> assertThat(taken.why())
                                .isEqualTo("The same content is the copy of another document already"));
    }

    @Test
    void whatIsNobodysIsAskedAgainWhenItsItemComesIn() throws IOException {
        String later = "INV-" + code + "-9";
        assertThat(take(later + ".pdf", Pdfs.invoice("x", "early " + code))).isInstanceOf(TakenCopy.Nobodys.class);
        String extract = """
                Company Code,Account,Customer name,Document Number,Document Type,Document Date,Net due date,Amount in doc. curr.,Document currency
                %s,ADA,Ada Ltd,%s,RV,2026-01-05,2026-02-04,100.00,EUR
                """.formatted(code, later);
        long id = desk.keep(
                new UploadRequest("items.csv", entity.id(), null, Completeness.PARTIAL, Books.TODAY),
                new ByteArrayInputStream(extract.getBytes(StandardCharsets.UTF_8)),
                "maria");
        processor.process(id);
        long item = sql.fetchSingle("select id from ledger.item where document = ?", later)
                .get(0, Long.class);
        assertThat(copies.ofItem(item)).hasSize(1);
    }

    @Test
    void aPersonGivesItTakesItAwayAndDiscardsIt() {
        TakenCopy taken = take("scan.pdf", Pdfs.invoice("?", "by hand " + code));
        long copy = taken instanceof TakenCopy.Nobodys(long id, String _) ? id : 0;
        String number = "INV-" + code + "-1";
        assertThat(nobodys.give(copy, "INV-" + code + "-404", null, MARIA)).isInstanceOf(Given.NoSuchDocument.class);
        Viewer stranger = new Viewer(1, "omar", "Omar", Set.of(Role.CASH), Set.of());
        assertThat(nobodys.give(copy, number, null, stranger)).isInstanceOf(Given.NoSuchDocument.class);
        books.invoice(entity, "BEA", number, 5_00, Books.TODAY);
        assertThat(nobodys.give(copy, number, null, MARIA))
                .isInstanceOfSatisfying(
                        Given.Several.class,
                        several -> assertThat(several.items()).hasSize(2));
        assertThat(nobodys.give(copy, invoice, MARIA)).isEqualTo(new Given.Done(number));
        assertThat(nobodys.give(copy, invoice, MARIA)).isInstanceOf(Given.NotNobodys.class);
        assertThat(copies.open(invoice.value(), copy, stranger)).isEmpty();

        assertThat(copies.withdraw(invoice.value(), copy, "It is of another customer", MARIA))
                .isTrue();
        assertThat(copies.ofItem(invoice.value())).isEmpty();
        assertThat(nobodys.discard(copy, "A delivery note", MARIA)).isTrue();
        assertThat(nobodys.discard(copy, "A delivery note", MARIA)).isFalse();
        assertThat(take("scan.pdf", Pdfs.invoice("?", "by hand " + code)))
                .isInstanceOfSatisfying(
                        TakenCopy.Contradicted.class,
                        again -> assertThat(again.why()).isEqualTo("maria has discarded it: A delivery note"));
        assertThat(sql.fetchSingle(
                                "select string_agg(action, ' ' order by id) from audit.entry where subject_type = 'copy' and subject_id = ?",
                                Long.toString(copy))
                        .get(0, String.class))
                .isEqualTo("copy.received copy.placed copy.withdrawn copy.discarded");
    }

    @Test
    void whoOpensACopyIsNoted() {
        take("INV-" + code + "-1.pdf", Pdfs.invoice("x", "opened " + code));
        long copy = copies.ofItem(invoice.value()).getFirst().id();
        Optional<StoredCopy> opened = copies.open(invoice.value(), copy, MARIA);
        assertThat(opened).isPresent();
        assertThat(sql.fetchSingle(
                                "select actor from audit.entry where action = 'copy.opened' and subject_id = ?",
                                Long.toString(invoice.value()))
                        .get(0, String.class))
                .isEqualTo("maria");
    }

    @Test
    void theApplicationCanOnlyAdd() {
        for (String forbidden : List.of(
                "update copies.copy set file_name = 'x'",
                "delete from copies.copy",
                "update copies.placement set item_id = 1",
                "delete from copies.placement",
                "delete from copies.withdrawal",
                "delete from copies.discard")) {
            assertThatThrownBy(() -> sql.execute(forbidden))
                    .isInstanceOf(NonTransientDataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private TakenCopy take(String name, byte[] content) {
        return book.take(new NewCopy(new CopySigns(name, "", "", List.of()), content, entity.id(), null), "maria");
    }

    private UploadRequest request(String name) {
        return UploadRequest.ofCopies(name, entity.id(), Books.TODAY);
    }

    private Upload handIn(String name, byte[] content) throws IOException {
        long id = desk.keep(request(name), new ByteArrayInputStream(content), "maria");
        processor.process(id);
        return upload(id);
    }

    private Upload upload(long id) {
        return uploads.byId(id).orElseThrow();
    }
}
