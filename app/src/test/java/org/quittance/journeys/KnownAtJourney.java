package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two clocks: the day that counts, and what was known. Everything here was recorded long after the year 2000. */
@Journey
@Import(Books.class)
class KnownAtJourney {

    @Autowired
    private Books books;

    @Autowired
    private LedgerReader reader;

    @Test
    void anAgeingACustomerAndAnItemAreShownAsTheyWereKnownAtAMoment(Visitor manager) {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, "K1", "KNOWN-1", 123_45, Books.TODAY.minusDays(3));
        long customer = reader.item(Viewer.system("test"), invoice.value())
                .orElseThrow()
                .customerId();
        manager.signInAs(Role.MANAGER);

        manager.open("/ageing?entity=" + entity.id());
        assertThat(manager.reads()).contains("123.45").doesNotContain("as known at 1 Jan 2000");
        manager.page().getByLabel("As known at").fill("2000-01-01T10:30");
        manager.press("Show");
        assertThat(manager.reads()).contains("as known at 1 Jan 2000, 10:30:00", "Nothing was open");
        manager.assertAccessible("ageing-known-at");

        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("KNOWN-1");
        manager.open("/customers/" + customer + "?knownAt=2000-01-01T10:30:00Z");
        assertThat(manager.reads()).contains("as known at 1 Jan 2000, 10:30:00").doesNotContain("KNOWN-1");

        manager.open("/items/" + invoice + "?knownAt=2000-01-01T10:30");
        assertThat(manager.page().locator("tfoot tr").first().innerText())
                .contains("as known at 1 Jan 2000, 10:30:00")
                .contains("0.00");
        manager.assertAccessible("item-known-at");
        assertThat(manager.open("/ageing?knownAt=yesterday")).isEqualTo(400);
    }
}
