package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit is noted on the page of a customer, and the team reads whom it has met and what that cost. */
@Journey
class VisitsJourney {

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;

    @BeforeEach
    void aCustomerOwes() {
        clock.setTo(Books.TODAY);
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "V1", "V-1", 500_00, Books.TODAY.minusDays(40));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        sql.execute("update ledger.customer set name = ? where id = ?", "Visited " + entity.code(), customer);
    }

    @Test
    void aLunchIsNotedWithItsCostAndStandsInTheTeamsList(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        manager.page().keyboard().press("v");
        manager.page().waitForURL("**/visits/new");
        manager.assertAccessible("visit");
        manager.page().getByLabel("What it was").selectOption("HOSPITALITY");
        manager.page().getByLabel("What came of it").selectOption("AGREED");
        manager.page().getByLabel("Who was there").fill("Their buyer and ours");
        manager.page().locator("#cost").fill("a lot");
        manager.page().getByLabel("What was said").fill("They pay with the next run.");
        manager.press("Keep the visit");
        assertThat(manager.reads()).contains("\"a lot\" is no amount of a currency.");
        manager.assertAccessible("visit-refused");

        manager.page().locator("#cost").fill("86.40");
        manager.press("Keep the visit");
        assertThat(manager.flash()).contains("Keep what they promised as a promise or a plan");
        assertThat(manager.reads())
                .contains("Hospitality: Agreed on payment")
                .contains("Met Their buyer and ours. They pay with the next run. Cost EUR 86.40.");

        manager.open("/team");
        manager.follow("Visits");
        assertThat(manager.reads()).contains("Their buyer and ours", "Hospitality", "86.40");
        manager.assertAccessible("visits");
        assertThat(manager.fetch("/team/visits/export?format=CSV&from=2026-01-01&to=2026-12-31")
                        .text())
                .contains("Their buyer and ours", "EUR,86.40");
    }

    @Test
    void withoutJavaScriptAVisitAtWhichNobodyWasThereIsStillToBeMade(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        manager.page().locator("a[href$='/visits/new']").click();
        manager.page().getByLabel("What came of it").selectOption("NOBODY_THERE");
        manager.press("Keep the visit");
        assertThat(manager.flash()).isEqualTo("It is noted that nobody was there; the visit is still to be made.");
    }
}
