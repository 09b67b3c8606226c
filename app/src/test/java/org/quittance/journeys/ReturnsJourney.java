package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.springframework.beans.factory.annotation.Autowired;

/** A payment that comes back without saying which it is, until a person says so. */
@Journey
class ReturnsJourney {

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    private LegalEntity entity;
    private ItemId invoice;
    private long payment;
    private long back;

    @BeforeEach
    void aReturnThatNamesNothing() {
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "ADA", "8800011", 44_17, Books.TODAY);
        payment = statements
                .come(entity, new Line("Customer ADA", 44_17, "8800011"))
                .getFirst();
        back = statements
                .comeBack(entity, new Line("", -44_17, "returned unpaid"))
                .getFirst();
    }

    @Test
    void aPersonSaysWhichPaymentCameBackAndChargesTheFee(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open("/cash");
        assertThat(manager.reads()).contains("came back, and nothing tells which");
        manager.follow("Returns");
        manager.assertAccessible("cash-returns");
        manager.page()
                .getByLabel("Fee of " + entity.code(), new Page.GetByLabelOptions().setExact(true))
                .fill("12.50");
        manager.press("Set the fee of " + entity.code());
        assertThat(manager.flash()).contains("The fee is set");
        manager.open("/cash/returns?show=NEEDS_A_PERSON");
        manager.follow("P" + back);
        manager.assertAccessible("cash-return");
        manager.press("P" + payment + " came back");
        assertThat(manager.flash()).contains("P" + payment + " has come back as P" + back);
        assertThat(books.open(invoice)).isEqualTo(44_17);
        manager.button("Charge 12.50 EUR for it").click();
        assertThat(manager.flash()).contains("are charged for the return");
        manager.open("/cash/payments/" + payment);
        assertThat(manager.reads()).contains("The bank took the money back");
    }

    @Test
    void theReturnIsSettledWithoutJavaScriptToo(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        assertThat(manager.fetch("/cash/returns/export?format=CSV&show=NEEDS_A_PERSON")
                        .text())
                .contains("P" + back)
                .contains("returned unpaid");
        manager.open("/cash/returns/" + back);
        manager.press("P" + payment + " came back");
        assertThat(manager.reads()).contains("The payment that came back").contains("A person said so");
        assertThat(books.open(invoice)).isEqualTo(44_17);
    }
}
