package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A documented exception from a strategy: set on the page of a customer, listed with all others, ended. */
@Journey
class PaymentPolicyJourney {

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;
    private String page;

    @BeforeEach
    void aCustomerOwes() {
        clock.setTo(Books.TODAY);
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "P1", "P-1", 500_00, Books.TODAY.minusDays(6));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        sql.execute("update ledger.customer set name = ? where id = ?", "Thursday " + entity.code(), customer);
        page = "/customers/%d/accounts/%d/payment-policy"
                .formatted(customer, books.account(entity, "P1").value());
    }

    @Test
    void stepsAreHeldBackForPayDaysAndAskedByTheTermsAgain(Visitor manager, @WithoutJavaScript Visitor auditor) {
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        manager.page().locator("a[href='" + page + "']").click();
        manager.page().waitForURL("**" + page);
        manager.assertAccessible("payment-policy");
        manager.page().getByLabel("Days after due").fill("120");
        manager.page().getByLabel("Thursday").check();
        manager.page().getByLabel("Or on these days of the month").fill("10, 25");
        manager.page().getByLabel("Why, and where it is written").fill("Clause 4 of the frame contract");
        manager.press("Hold back so");
        assertThat(manager.reads())
                .contains("Give the days after due, from 0 to 90.")
                .contains("Either days of the week or days of the month");
        manager.assertAccessible("payment-policy-refused");

        manager.page().getByLabel("Days after due").fill("7");
        manager.page().getByLabel("Or on these days of the month").fill("");
        manager.press("Hold back so");
        assertThat(manager.flash()).isEqualTo("Steps wait for the day on which they pay, from now on.");

        manager.open("/strategies");
        manager.follow("Exceptions");
        assertThat(manager.reads()).contains("7 days after due, on Thursdays", "Clause 4 of the frame contract");
        manager.assertAccessible("exceptions");
        assertThat(manager.fetch("/strategies/exceptions/export?format=CSV").text())
                .contains("\"7 days after due, on Thursdays\",Clause 4 of the frame contract");

        auditor.signInAs(Role.AUDITOR);
        auditor.open(page);
        assertThat(auditor.reads())
                .contains("They pay 7 days after due, on Thursdays")
                .doesNotContain("Hold back");
        assertThat(auditor.postByHand(page + "/end", Map.of("reason", "x"))).isEqualTo(403);

        manager.open(page);
        manager.page().getByLabel("Why it ends").fill("The contract is terminated");
        manager.press("Ask by the terms again");
        assertThat(manager.flash()).isEqualTo("The account is asked by its terms again.");
        manager.open(page);
        assertThat(manager.reads()).contains("The account pays by its terms", "The contract is terminated");
    }
}
