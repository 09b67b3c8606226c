package org.quittance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.copies.Copies;
import org.quittance.core.ledger.ItemId;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Pdfs;
import org.springframework.beans.factory.annotation.Autowired;

/** Billing puts copies into a folder. */
@ApplicationTest
class CopiesFolderTest {

    @TempDir
    private Path folder;

    @Autowired
    private IntakeDesk desk;

    @Autowired
    private UploadProcessor processor;

    @Autowired
    private Uploads uploads;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Copies copies;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Books books;

    @Test
    void aFileIsReadOnceItHasStoppedGrowingAndGoesWhereItBelongs() throws IOException {
        LegalEntity entity = books.entity("EUR");
        String number = "INV-" + entity.code() + "-1";
        ItemId invoice = books.invoice(entity, "ADA", number, 100_00, Books.TODAY);
        ItemId scanned = books.invoice(entity, "ADA", "S-" + number, 100_00, Books.TODAY);
        CopiesFolder watched = new CopiesFolder(folder, desk, processor, uploads, entities, clock);
        Path growing = Files.write(folder.resolve(number + ".pdf"), new byte[] {1});
        Files.write(folder.resolve("notes.txt"), new byte[] {1});
        Files.createDirectories(folder.resolve(entity.code()));
        Files.write(folder.resolve(entity.code()).resolve("scan.pdf"), Pdfs.invoice("S-" + number, "scanned"));

        watched.look();
        assertThat(names("done")).isEmpty();
        Files.write(growing, Pdfs.invoice("x", "grown " + number));
        watched.look();
        assertThat(names("refused")).containsExactly("notes.txt", "notes.txt.txt");
        assertThat(Files.readString(folder.resolve("refused/notes.txt.txt")))
                .contains("notes.txt is no PDF. Hand in the copy as PDF, as billing has sent it.");
        assertThat(names("done")).containsExactly("scan.pdf");
        assertThat(copies.ofItem(scanned.value()))
                .as("its folder says the legal entity")
                .hasSize(1);
        assertThat(copies.ofItem(invoice.value())).as("it has grown").isEmpty();

        watched.look();
        assertThat(copies.ofItem(invoice.value())).hasSize(1);
        Files.write(folder.resolve(number + ".pdf"), Pdfs.invoice("x", "newer " + number));
        watched.look();
        watched.look();
        assertThat(copies.ofItem(invoice.value())).hasSize(2);
        assertThat(names("done")).hasSize(3).contains("scan.pdf", number + ".pdf");
    }

    private List<String> names(String in) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(in))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
