package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.quittance.testing.Pdfs;
import org.springframework.beans.factory.annotation.Autowired;

/** A ZIP of invoice copies is handed in; they stand at their items, and two of them are sent with a few keystrokes. */
@Journey
class CopiesJourney {

    @Autowired
    private Books books;

    @Autowired
    private Customers customers;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    private String code;
    private long customer;

    @BeforeEach
    void aCustomerOwes() {
        LegalEntity entity = books.entity("EUR");
        code = entity.code();
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        for (int i = 1; i <= 3; i++) {
            books.invoice(
                    entity, "C1", code + "-INV-" + i, 100_00L * i, clock.today().minusDays(40 - i));
        }
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, "ada@copied.example", "", "en", false),
                "test");
    }

    @Test
    void aZipComesInAndTwoCopiesGoOut(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        assertThat(manager.reads()).contains("2 new copies with their document, 1 nobody's");
        manager.page()
                .locator("tr", new LocatorOptions().setHasText("march-" + code + ".zip"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        manager.page().getByText("Refused and remarked").waitFor();
        assertThat(manager.reads()).contains("delivery.pdf is nobody's yet", "notes.txt is no PDF");

        manager.open("/customers/" + customer);
        manager.page().keyboard().press("j");
        manager.page().keyboard().press("m");
        manager.page().keyboard().press("j");
        manager.page().keyboard().press("m");
        manager.page().getByLabel("Mark " + code + "-INV-3").check();
        manager.assertAccessible("customer-with-copies");
        manager.page().keyboard().press("y");
        manager.page().locator("h1").getByText("Send copies to").waitFor();
        assertThat(manager.reads())
                .contains("2 PDFs", "No copy is here of " + code + "-INV-3", "Ada Blum, ada@copied.example");
        manager.assertAccessible("send-copies");
        manager.assertFitsAPhone();
        manager.page().keyboard().press("Enter");
        manager.page().locator("#flash").waitFor();
        assertThat(manager.flash())
                .isEqualTo("The copies are queued; they leave in ten seconds unless you call them back.");
        assertThat(manager.reads()).contains(code + "-INV-1.pdf", code + "-INV-2.pdf", "Dear Ada Blum");
        APIResponse attachment =
                manager.fetch(URI.create(manager.page().url()).getPath() + "/attachments/" + code + "-INV-1.pdf");
        assertThat(attachment.body()).isEqualTo(Pdfs.invoice("x", "one " + code));
    }

    @Test
    void aCopyThatIsNobodysIsGivenToItsItemAndOpenedThereAlone(Visitor manager, @WithoutJavaScript Visitor collector) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        manager.open("/imports/copies");
        String row = "delivery.pdf";
        manager.assertAccessible("nobodys-copies");
        manager.page().getByLabel("Number of the document that " + row).first().fill("no such number");
        manager.page()
                .locator("tr", new LocatorOptions().setHasText(row))
                .first()
                .getByText("Give it")
                .click();
        assertThat(manager.reads()).contains("There is no invoice or credit note no such number in your portfolios.");
        manager.page().getByLabel("Number of the document that " + row).first().fill(code + "-INV-3");
        manager.page()
                .locator("tr", new LocatorOptions().setHasText(row))
                .first()
                .getByText("Give it")
                .click();
        assertThat(manager.flash()).isEqualTo("It is the copy of " + code + "-INV-3 now.");

        long item = sql.fetchSingle("select id from ledger.item where document = ?", code + "-INV-3")
                .get(0, Long.class);
        manager.open("/items/" + item);
        assertThat(manager.reads()).contains("delivery.pdf", "By hand");
        manager.assertAccessible("item-with-copy");
        APIResponse opened = manager.fetch("/items/" + item + "/copy");
        assertThat(opened.body()).isEqualTo(Pdfs.invoice("?", "delivered " + code));
        assertThat(opened.headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(opened.headers().get("content-security-policy")).startsWith("default-src 'none'");
        assertThat(opened.headers().get("content-disposition")).startsWith("inline");

        collector.signInAs(Role.COLLECTOR);
        assertThat(collector.fetch("/items/" + item + "/copy").status()).isEqualTo(404);
    }

    private void handIn(Visitor manager) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(code + "-INV-1.pdf", Pdfs.invoice("x", "one " + code));
        files.put("Invoice " + code + "-INV-2 (copy).pdf", Pdfs.invoice("x", "two " + code));
        files.put("delivery.pdf", Pdfs.invoice("?", "delivered " + code));
        files.put("notes.txt", new byte[] {1, 2, 3});
        String name = "march-" + code + ".zip";
        manager.open("/imports");
        manager.page()
                .getByLabel("PDFs, or ZIPs of PDFs")
                .setInputFiles(new FilePayload(name, "application/zip", Pdfs.zip(files)));
        manager.press("Keep the copies");
        assertThat(manager.flash()).isEqualTo("The copies are being read.");
        for (int i = 0; i < 2_000 && isUnderWay(name); i++) {
            manager.open("/imports");
        }
        manager.open("/imports");
    }

    private boolean isUnderWay(String name) {
        return sql.fetchSingle(
                                "select count(*) from intake.upload where file_name = ? and state in ('WAITING', 'RUNNING')",
                                name)
                        .get(0, Long.class)
                > 0;
    }
}
