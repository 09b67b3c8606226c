package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.RateDraft;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.springframework.beans.factory.annotation.Autowired;

/** Money in another currency than what it pays: proposed and accepted by a key, or credited by hand; and how a customer pays, arranged by form. */
@Journey
class ExchangesJourney {

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    @Autowired
    private ExchangeRates rates;

    private LegalEntity entity;
    private ItemId invoice;
    private String document;

    @BeforeEach
    void anInvoiceInDollars() {
        entity = books.entity("EUR");
        document = "7700" + entity.id() + "1";
        invoice = books.item(entity, "ADA", ItemKind.INVOICE, document, Money.of("1000.00", "USD"), Books.TODAY);
        rates.enter(
                List.of(new RateDraft("EUR", "USD", Books.TODAY.minusDays(2), new BigDecimal("1.0842"), "ECB")),
                "test");
    }

    @Test
    void whatTheRateLeavesInDoubtIsProposedAndOneKeyAcceptsIt(Visitor manager) {
        long payment = statements
                .come(entity, new Line("Somebody", 915_00, "invoice " + document))
                .getFirst();
        manager.signInAs(Role.MANAGER);
        manager.open("/cash/payments/" + payment);
        assertThat(manager.reads())
                .contains("Counts as")
                .contains("at the rate of the day")
                .contains("1.0842");
        manager.assertAccessible("cash-payment-exchange");
        manager.press("OK, apply it");
        assertThat(books.open(invoice)).isZero();

        manager.open("/cash");
        manager.follow("Exchanges");
        assertThat(manager.reads()).contains("P" + payment).contains("1,000.00");
        manager.assertAccessible("cash-exchanges");
        manager.assertFitsAPhone();
    }

    @Test
    void aPersonCreditsAPaymentInTheCurrencyOfTheInvoice(@WithoutJavaScript Visitor manager) {
        long payment = statements
                .come(entity, new Line("Somebody", 920_00, "thank you"))
                .getFirst();
        manager.signInAs(Role.MANAGER);
        manager.open("/cash/payments/" + payment);
        manager.page().getByLabel("Credit it in").selectOption("USD");
        manager.press("Show what is open in it");
        assertThat(manager.page().locator("#counts").inputValue()).isEqualTo("997.46");
        manager.page().locator("#counts").fill("1000.00");
        manager.page().getByLabel("Find by document").fill(document);
        manager.press("Find");
        manager.button("Take " + document).click();
        manager.press("Apply");
        assertThat(manager.flash()).contains("P" + payment + " is applied to 1 item");
        assertThat(books.open(invoice)).isZero();
        manager.open("/cash/payments/" + payment);
        assertThat(manager.reads()).contains("counts as USD 1000.00, USD 2.54 more");
    }

    @Test
    void theManagerArrangesHowACustomerPays(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        long account = books.account(entity, "ADA").value();
        manager.open("/items/" + invoice.value());
        manager.page().locator("main a[href^='/customers/']").first().click();
        manager.open(manager.page().url().replaceAll(".*(/customers/\\d+).*", "$1") + "/particulars");
        manager.page().locator("#discount" + account).fill("2.5");
        manager.page().locator("#within" + account).fill("10");
        manager.page().locator("#virtual" + account).fill("DE02");
        manager.page()
                .locator("form:has(#virtual" + account + ") button:has-text('Keep')")
                .click();
        PlaywrightAssertions.assertThat(manager.page().locator("main"))
                .containsText("An account number has 8 to 34 digits and letters.");
        manager.page().locator("#virtual" + account).fill("DE02 1001 0010 0006 82" + (1000 + entity.id()));
        manager.page()
                .locator("form:has(#virtual" + account + ") button:has-text('Keep')")
                .click();
        PlaywrightAssertions.assertThat(manager.page().locator("body")).containsText("is changed");
        assertThat(manager.reads()).contains("2.5 % within 10");
    }
}
