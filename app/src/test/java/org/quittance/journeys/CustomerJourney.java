package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer's page: a call by keyboard, contacts and terms kept, a statement of account read and sent. */
@Journey
class CustomerJourney {

    @Autowired
    private Books books;

    @Autowired
    private LedgerReader reader;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aCallWithItsPromiseIsNotedWithThreeKeystrokes(Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "K-1", 500_00, clock.today().minusDays(40));
        books.invoice(entity, "C1", "K-2", 250_50, clock.today().minusDays(10));
        books.invoice(entity, "C1", "K-3", 90_00, clock.today().plusDays(10));
        visitor.signInAs(Role.MANAGER);
        visitor.open("/customers/" + customer(entity));
        visitor.page().keyboard().press("c");
        visitor.page().keyboard().press("p");
        assertThat(visitor.page().getByLabel("Amount").inputValue()).isEqualTo("750.50");
        visitor.page().keyboard().press("Enter");
        visitor.page().locator("#flash").waitFor();
        assertThat(visitor.flash()).isEqualTo("The call and the promise are noted.");
        assertThat(visitor.reads()).contains("750.50");

        visitor.page().keyboard().press("c");
        visitor.page().keyboard().press("n");
        visitor.page().keyboard().press("Enter");
        visitor.page().getByText("No answer").first().waitFor();
        assertThat(visitor.flash()).isEqualTo("The call is noted.");
    }

    @Test
    void aPromiseStartsWithTheAccountThatTheWorklistLedTo(Visitor visitor) {
        LegalEntity euros = books.entity("EUR");
        LegalEntity dollars = books.entity("USD");
        books.invoice(euros, "C1", "K-1", 9_500_00, clock.today().minusDays(60));
        books.invoice(dollars, "C1", "K-2", 80_00, clock.today().minusDays(10));
        long customer = customer(euros);
        sql.execute("update ledger.account set customer_id = ? where entity_id = ?", customer, dollars.id());
        visitor.signInAs(Role.MANAGER);

        assertThat(promiseOffered(visitor, "/customers/" + customer)).isEqualTo("9500.00 EUR");
        assertThat(promiseOffered(
                        visitor,
                        "/customers/%d?account=%d"
                                .formatted(
                                        customer, books.account(dollars, "C1").value())))
                .isEqualTo("80.00 USD");
    }

    private static String promiseOffered(Visitor visitor, String path) {
        visitor.open(path);
        visitor.page().keyboard().press("c");
        visitor.page().keyboard().press("p");
        return visitor.page().getByLabel("Amount").inputValue() + " "
                + visitor.page().locator("#promiseCurrency").inputValue();
    }

    @Test
    void contactsAreKeptWithoutJavaScript(@WithoutJavaScript Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "K-1", 500_00, clock.today().minusDays(40));
        long customer = customer(entity);
        collector.signInAs(Role.MANAGER, Role.COLLECTOR);
        collector.open("/customers/" + customer);
        collector.follow("Add a contact");
        collector.page().getByLabel("Name").fill("Ada Blum");
        collector.page().getByLabel("E-mail").fill("not an address");
        collector.press("Keep");
        assertThat(collector.reads()).contains("not an address is no e-mail address. Write it like");
        collector.page().getByLabel("E-mail").fill("ada@blum.example");
        collector.page().getByLabel("Written to in").selectOption("GERMAN");
        collector.press("Keep");
        assertThat(collector.flash()).isEqualTo("Ada Blum is added.");

        collector.follow("Ada Blum");
        collector.page().getByLabel("Asked not to be written to or called").check();
        collector.press("Keep");
        assertThat(collector.reads()).contains("Do not contact");
        assertThat(view(customer).contacts())
                .containsExactly(new CustomerView.Contact(
                        view(customer).contacts().getFirst().id(),
                        "Ada Blum",
                        "ACCOUNTS_PAYABLE",
                        "ada@blum.example",
                        "",
                        "de",
                        true,
                        "",
                        false));

        collector.follow("Ada Blum");
        collector.press("Remove this contact");
        assertThat(collector.reads()).contains("Nobody is known yet.");
    }

    @Test
    void aLeadChangesTermsAndPortfolioAndOnlyAManagerTheLimit(Visitor lead, Visitor manager, Visitor applier) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "K-1", 500_00, clock.today().minusDays(40));
        long customer = customer(entity);
        long account = view(customer).accounts().getFirst().id();
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        manager.follow("Change");
        manager.assertAccessible("customer-particulars");
        manager.page().getByLabel("Days from invoice to due date").fill("soon");
        manager.page().getByLabel("Credit limit, EUR").fill("1,500.00");
        manager.page().locator("aside form[action$='/account'] button").click();
        assertThat(manager.reads()).contains("Give the days from invoice to due date, 0 to 3650.");
        manager.page().getByLabel("Days from invoice to due date").fill("45");
        manager.page().locator("aside form[action$='/account'] button").click();
        assertThat(manager.flash()).isEqualTo("Account %s C1 is changed.".formatted(entity.code()));
        assertThat(manager.reads()).contains("45 days").contains("1,500.00");

        manager.follow("Change");
        manager.page().getByLabel("Time zone").fill("Mars");
        manager.page().locator("form[action$=particulars] button").click();
        assertThat(manager.reads()).contains("Give a time zone by its region and city");

        applier.signInAs(Role.CASH);
        applier.open("/customers/" + customer);
        assertThat(applier.postByHand(
                        "/customers/" + customer + "/particulars/account",
                        Map.of("account", String.valueOf(account), "termsDays", "1")))
                .isEqualTo(403);
        assertThat(applier.postByHand("/customers/" + customer + "/contacts", Map.of("name", "Eve")))
                .isEqualTo(403);
        lead.signInAs(Role.COLLECTOR);
        assertThat(lead.open("/customers/" + customer + "/particulars")).isEqualTo(403);
        assertThat(view(customer).accounts().getFirst().termsDays()).isEqualTo(45);
        assertThat(view(customer).contacts()).isEmpty();
    }

    @Test
    void aStatementOfAccountIsReadPrintedAndSent(Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "K-1", 500_00, clock.today().minusDays(40));
        long customer = customer(entity);
        visitor.signInAs(Role.MANAGER);
        visitor.open("/customers/" + customer);
        visitor.page().keyboard().press("t");
        visitor.page().waitForURL("**/statement**");
        assertThat(visitor.reads()).contains("K-1").contains("no contact with an e-mail address");
        visitor.assertAccessible("customer-statement");
        var pdf = visitor.fetch("/customers/" + customer + "/statement/pdf");
        assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

        visitor.open("/entities/" + entity.id() + "/letterhead");
        visitor.assertAccessible("entity-letterhead");
        visitor.page().getByLabel("E-mail").fill("ar@example.test");
        visitor.press("Keep");
        assertThat(visitor.flash()).contains("is changed");
        visitor.open("/customers/" + customer + "/contacts/new");
        visitor.assertAccessible("customer-contact");
        visitor.page().getByLabel("Name").fill("Ada Blum");
        visitor.page().getByLabel("E-mail").fill("ada@blum.example");
        visitor.press("Keep");
        visitor.open("/customers/" + customer + "/statement");
        visitor.page().locator("form[action$=statement] button.btn-primary").click();
        assertThat(visitor.flash()).contains("ten seconds");
        assertThat(visitor.reads())
                .contains("ada@blum.example")
                .contains("To be quoted: RF")
                .contains("Invoice K-1");
        visitor.assertAccessible("message-with-reference");
    }

    private CustomerView view(long customer) {
        return Objects.requireNonNull(
                reader.customer(Viewer.system("test"), customer).orElse(null));
    }

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }
}
