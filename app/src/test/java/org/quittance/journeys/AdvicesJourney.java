package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.springframework.beans.factory.annotation.Autowired;

/** A remittance advice from the file to its payment, where nothing tells which of two it is. */
@Journey
class AdvicesJourney {

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    private LegalEntity entity;
    private ItemId invoice;
    private List<Long> twins;

    @BeforeEach
    void twoPaymentsThatAreEquallyGood() {
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "DELTA", "7700" + entity.id(), 71_17, Books.TODAY);
        books.invoice(entity, "DELTA", "8800" + entity.id(), 71_17, Books.TODAY);
        twins = statements.come(
                entity, new Line("Customer DELTA", 71_17, "goods"), new Line("Customer DELTA", 71_17, "goods again"));
    }

    private byte[] advice() {
        return """
                UNB+UNOC:3+5790000000001:14+5790000000002:14+260302:0900+1'
                UNH+1+REMADV:D:96A:UN:EAN004'
                BGM+481+RM-%s+9'
                DTM+137:20260301:102'
                NAD+PR+++Customer DELTA'
                CUX+2:EUR:11'
                DOC+380+7700%d'
                MOA+12:71.17'
                UNS+S'
                MOA+12:71.17'
                UNT+10+1'
                UNZ+1+1'
                """.formatted(entity.code(), entity.id()).getBytes(StandardCharsets.UTF_8);
    }

    private void handIn(Visitor visitor) {
        visitor.open("/imports");
        visitor.page()
                .getByLabel("Files")
                .setInputFiles(new FilePayload("delta.remadv", "application/octet-stream", advice()));
        visitor.press("Read the files");
    }

    @Test
    void anAdviceIsHandedInAndAPersonSaysWhichPaymentItIs(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        Locator first = manager.page().locator("#rows tbody tr").first();
        assertThat(first).containsText("Remittance advice, EDIFACT REMADV");
        assertThat(first).containsText("Done");
        manager.open("/cash");
        manager.follow("Advices");
        manager.assertAccessible("cash-advices");
        manager.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("RM-" + entity.code()))
                .locator("a")
                .first()
                .click();
        assertThat(manager.heading()).contains("71.17").contains("Customer DELTA");
        manager.assertAccessible("cash-advice");
        manager.button("It belongs to P" + twins.get(1)).click();
        assertThat(manager.flash()).contains("P" + twins.get(1)).contains("applied as the advice says");
        assertThat(books.open(invoice)).isZero();
        manager.open("/cash/payments/" + twins.get(1));
        assertThat(manager.reads()).contains("A remittance advice has come for it: A");
    }

    @Test
    void itIsJoinedAndSeparatedWithoutJavaScriptToo(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        // The file is read in the background; without JavaScript the page is asked for again.
        manager.page().waitForCondition(() -> {
            manager.open("/cash/advices?show=NEEDS_A_PERSON");
            return manager.reads().contains("RM-" + entity.code());
        });
        manager.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("RM-" + entity.code()))
                .locator("a")
                .first()
                .click();
        manager.button("It belongs to P" + twins.get(0)).click();
        assertThat(manager.flash()).contains("applied as the advice says");
        manager.page()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("It does not belong"))
                .click();
        manager.page().getByLabel("Why").fill("wrong month");
        manager.press("Separate them");
        assertThat(manager.flash()).contains("no longer belongs to P" + twins.get(0));
        assertThat(manager.reads()).contains("wrong month");
        assertThat(manager.fetch("/cash/advices/export?format=CSV").text()).contains("RM-" + entity.code());
    }
}
