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

/** A card processor's report from the file to the invoices that it settles, where nothing tells which of two sums it explains. */
@Journey
class SettlementReportsJourney {

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    private LegalEntity entity;
    private ItemId ofAda;
    private ItemId ofBea;
    private List<Long> twins;

    @BeforeEach
    void twoSumsThatAreEquallyGood() {
        entity = books.entity("EUR");
        ofAda = books.invoice(entity, "ADA", "6600" + entity.id() + "1", 83_19, Books.TODAY);
        ofBea = books.invoice(entity, "BEA", "6600" + entity.id() + "2", 61_07, Books.TODAY);
        long net = 83_19 + 61_07 + 9_00 - 1_50 - 1_20;
        twins = statements.come(
                entity, new Line("STRIPE PAYMENTS", net, "payout"), new Line("STRIPE PAYMENTS", net, "payout again"));
    }

    private byte[] report() {
        return """
                automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created,reporting_category,gross,fee,net,currency,description,charge_id,customer_name
                po_9%1$s,2026-03-01 00:00:00,txn_1,2026-02-27 10:00:00,charge,83.19,1.50,81.69,eur,Invoice 6600%2$d1,ch_1%1$s,Ada
                po_9%1$s,2026-03-01 00:00:00,txn_2,2026-02-27 10:00:00,charge,61.07,1.20,59.87,eur,Invoice 6600%2$d2,ch_2%1$s,Bea
                po_9%1$s,2026-03-01 00:00:00,txn_3,2026-02-27 10:00:00,charge,9.00,0.00,9.00,eur,thank you,ch_3%1$s,Nobody
                """.formatted(entity.code(), entity.id()).getBytes(StandardCharsets.UTF_8);
    }

    private void handIn(Visitor visitor) {
        visitor.open("/imports");
        visitor.page()
                .getByLabel("Files")
                .setInputFiles(new FilePayload("stripe " + entity.code() + ".csv", "text/csv", report()));
        visitor.press("Read the files");
    }

    private void openReport(Visitor visitor) {
        visitor.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("po_9" + entity.code()))
                .locator("a")
                .first()
                .click();
    }

    @Test
    void aReportIsHandedInAndAPersonSaysWhichSumItExplains(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        Locator first = manager.page().locator("#rows tbody tr").first();
        assertThat(first).containsText("Stripe settlement report");
        assertThat(first).containsText("Done");
        manager.open("/cash");
        manager.follow("Settlement reports");
        manager.assertAccessible("cash-settlement-reports");
        openReport(manager);
        assertThat(manager.heading()).contains("150.56").contains("Stripe");
        assertThat(manager.reads()).contains("Waits for the money");
        manager.assertAccessible("cash-settlement-report");
        manager.button("It is P" + twins.get(1)).click();
        assertThat(manager.flash()).contains("The report explains P" + twins.get(1));
        assertThat(manager.reads())
                .contains("6600" + entity.id() + "1")
                .contains("Applied")
                .contains("waits for a person");
        manager.assertAccessible("cash-settlement-report-joined");
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
        manager.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("thank you"))
                .locator("a")
                .first()
                .click();
        assertThat(manager.reads()).contains("Line 3 of settlement report S");
        manager.open("/cash/payments/" + twins.get(1));
        assertThat(manager.reads()).contains("One sum for several payments");
        manager.open("/cash/certificate");
        assertThat(manager.reads()).contains("Payments behind settlement reports");
    }

    @Test
    void itIsJoinedWithoutJavaScriptToo(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        handIn(manager);
        // The file is read in the background; without JavaScript the page is asked for again.
        manager.page().waitForCondition(() -> {
            manager.open("/cash/settlement-reports?show=NEEDS_A_PERSON");
            return manager.reads().contains("po_9" + entity.code());
        });
        openReport(manager);
        manager.button("It is P" + twins.get(0)).click();
        assertThat(manager.flash()).contains("The report explains P" + twins.get(0));
        assertThat(books.open(ofAda) + books.open(ofBea)).isZero();
    }
}
