package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Journey
@Import(Books.class)
class RatesJourney {

    @Autowired
    private Books books;

    @Autowired
    private LedgerReader reader;

    @Test
    void ratesComeByFileAndByHandAndTheTotalsFollow(Visitor manager, Visitor cash) {
        LegalEntity entity = books.entity("HUF");
        ItemId invoice = books.invoice(entity, "R1", "FORINT-1", 400_000_00, Books.TODAY.minusDays(3));
        long customer = reader.item(Viewer.system("test"), invoice.value())
                .orElseThrow()
                .customerId();
        manager.signInAs(Role.MANAGER);
        manager.open("/entities");
        manager.follow("Exchange rates");
        manager.page().getByLabel("Show totals in").fill("EUR");
        manager.press("Choose");
        assertThat(manager.flash()).isEqualTo("Totals are shown in EUR too.");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("No rate at or before that day", "No total: a rate is missing for HUF");
        manager.assertAccessible("customer-without-rate");

        manager.open("/entities/rates");
        hand(manager, "Date,HUF,PLN,\n2026-02-27,400,4.25,\nsoon,401,4.26,\n");
        assertThat(manager.reads())
                .contains("2 rates added, 0 corrected. 1 lines of ecb.csv were not taken.", "“soon” is not a day");
        manager.assertAccessible("rates-refused");
        manager.open("/entities/rates?currency=huf");
        assertThat(manager.reads()).contains("400.0000", "ecb.csv").doesNotContain("PLN");
        manager.assertAccessible("rates");

        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("1,000.00", "1 EUR = 400.0000 HUF, 27 Feb 2026");
        manager.assertAccessible("customer-reported");
        manager.open("/ageing?entity=" + entity.id());
        assertThat(manager.reads()).contains("400,000.00", "1,000.00", "1 EUR = 400.0000 HUF, 27 Feb 2026");
        manager.assertAccessible("ageing-reported");
        assertThat(manager.fetch("/ageing/export?format=CSV&entity=" + entity.id())
                        .text())
                .contains(
                        "Total in EUR,Overdue in EUR,Rate", "1000.00,1000.00,\"1 EUR = 400 HUF, 2026-02-27, ecb.csv\"");
        assertThat(manager.fetch("/ageing/items/export?format=CSV&entity=" + entity.id())
                        .text())
                .contains("Open in EUR,Rate", "FORINT-1", "1000.00,\"1 EUR = 400 HUF, 2026-02-27, ecb.csv\"");

        manager.open("/entities/rates");
        manager.page().getByLabel("is worth").fill("much");
        manager.page().getByLabel("of this currency").fill("HUF");
        manager.press("Enter the rate");
        assertThat(manager.reads()).contains("Give a number above zero with at most ten decimals");
        manager.page().getByLabel("is worth").fill("500");
        manager.press("Enter the rate");
        assertThat(manager.flash()).isEqualTo("1 rates added, 0 corrected.");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("800.00", "1 EUR = 500.0000 HUF");

        hand(manager, "Invoice,Amount\n1,2\n");
        assertThat(manager.reads()).contains("Nothing of ecb.csv was taken.", "This is no list of exchange rates");

        cash.signInAs(Role.CASH);
        assertThat(cash.open("/entities/rates")).isEqualTo(200);
        assertThat(cash.reads()).doesNotContain("Enter the rate");
        assertThat(cash.postByHand("/entities/rates/reporting-currency", Map.of("reporting", "USD")))
                .isEqualTo(403);
    }

    private static void hand(Visitor manager, String content) {
        manager.open("/entities/rates");
        manager.page()
                .getByLabel("File")
                .setInputFiles(new FilePayload("ecb.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        manager.press("Take the rates in");
    }
}
