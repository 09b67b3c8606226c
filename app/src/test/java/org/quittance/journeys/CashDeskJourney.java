package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.springframework.beans.factory.annotation.Autowired;

/** The cash desk as its people use it: with the keyboard, and without JavaScript. */
@Journey
class CashDeskJourney {

    private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    @Autowired
    private Ledger ledger;

    private LegalEntity entity;
    private ItemId first;
    private ItemId ofBo;
    private List<Long> payments;

    @BeforeEach
    void twoPaymentsWithTwoProposalsEach() {
        entity = books.entity("EUR");
        first = books.invoice(entity, "CY", "8800044", 70_00, Books.TODAY);
        books.invoice(entity, "CY", "8800055", 70_00, Books.TODAY);
        ofBo = books.invoice(entity, "BO", "8800022", 60_00, Books.TODAY);
        books.invoice(entity, "BO", "8800023", 60_00, Books.TODAY);
        payments = statements.come(
                entity, new Line("Customer CY", 70_00, "for goods"), new Line("Customer BO", 60_00, "for goods"));
    }

    private String queue() {
        return "/cash?entity=" + entity.id();
    }

    private static Locator row(Visitor visitor, long payment) {
        return visitor.page()
                .locator("tr")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().locator("a[href='/cash/payments/" + payment + "']")));
    }

    @Test
    void oneKeyAcceptsTheBestProposalAndTheNextPaymentHasTheFocus(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open(queue());
        manager.assertAccessible("cash-queue");
        Page page = manager.page();
        page.keyboard().press("j");
        page.keyboard().press("a");
        assertThat(row(manager, payments.get(0))).hasCount(0);
        assertThat(page.locator("#flash")).containsText("P" + payments.get(0) + " is applied to 1 item");
        assertThat(row(manager, payments.get(1)).locator("a[href]").first()).isFocused();
        page.keyboard().press("2");
        assertThat(row(manager, payments.get(1))).hasCount(0);
        assertThat(page.locator("#queue")).containsText("Nothing waits");
        manager.open("/cash/payments/" + payments.get(1));
        manager.assertAccessible("cash-payment");
        manager.open("/cash/receipts/new");
        manager.assertAccessible("cash-receipt");
    }

    @Test
    void severalPaymentsAreChosenByKeyAndPutOffAtOnce(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open(queue());
        Page page = manager.page();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("p");
        assertThat(page.getByLabel("Who looks after them")).isFocused();
        page.getByLabel("What happens next").fill("Ask the bank who has paid");
        page.keyboard().press("Enter");
        assertThat(page.locator("#flash")).containsText("2 payments are parked with");
        assertThat(row(manager, payments.get(0))).hasCount(0);
        assertThat(row(manager, payments.get(1))).hasCount(0);
    }

    @Test
    void theQueueIsWorkedWithoutJavaScriptToo(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open(queue());
        manager.page().getByLabel("Accept proposal 1 for P" + payments.get(0)).click();
        assertThat(manager.flash()).contains("Open P" + payments.get(0) + " to take it back");
        assertThat(row(manager, payments.get(0))).hasCount(0);
    }

    @Test
    void aPaymentIsDividedAmongTheItemsOfTwoCustomersAndTakenBack(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        String path = "/cash/payments/" + payments.get(0);
        manager.open(path);
        manager.page()
                .getByLabel("Find by document, name, customer number or amount")
                .fill("8800044");
        manager.press("Find");
        manager.press("Take 8800044");
        manager.page().locator("input[name='item-" + first.value() + "']").fill("50.00");
        manager.page()
                .getByLabel("Find by document, name, customer number or amount")
                .fill("8800022");
        manager.press("Find");
        manager.press("Take 8800022");
        assertThat(manager.page()
                        .locator("input[name='item-" + ofBo.value() + "']")
                        .inputValue())
                .isEqualTo("20.00");
        manager.page().locator("button[formaction]").click();
        assertThat(manager.flash()).contains("applied to 2 items");
        assertThat(books.open(first)).isEqualTo(20_00);
        assertThat(books.open(ofBo)).isEqualTo(40_00);

        manager.open(path);
        manager.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Take back every line"))
                .click();
        manager.page().locator("#note-lines").fill("they paid March");
        manager.press("Take every line back");
        assertThat(manager.flash()).contains("EUR 70.00").contains("lies on account");
        assertThat(manager.reads()).contains("It pays other items: they paid March");
    }

    @Test
    void aShortPaymentIsAppliedWithItsReasonInTheSameFormAndTheItemSaysIt(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        long payment = statements
                .come(entity, new Line("Somebody", 55_00, "thank you"))
                .getFirst();
        manager.open("/cash/payments/" + payment + "?words=8800022");
        manager.press("Take 8800022");
        manager.page().getByLabel("What is missing of 8800022", EXACT).selectOption("FREIGHT");
        manager.page().getByLabel("What is missing of 8800022, in words", EXACT).fill("they paid the carrier");
        manager.assertAccessible("cash-payment-short");
        manager.page().locator("button[formaction]").click();
        assertThat(manager.flash()).contains("applied to 1 item").contains("EUR 5.00 stays open with its reason");
        assertThat(books.open(ofBo)).isEqualTo(5_00);
        manager.open("/items/" + ofBo.value());
        assertThat(manager.reads()).contains("Deduction: Freight, they paid the carrier");
        manager.assertAccessible("item-deducted");
        manager.open("/cash/payments/" + payment);
        assertThat(manager.reads()).contains("What it left of its items");

        manager.open("/cash/deductions?reason=FREIGHT");
        assertThat(manager.reads())
                .contains(
                        "Open by reason", "Freight only: show all", "8800022", "they paid the carrier", "P" + payment);
        manager.assertAccessible("deductions");
        assertThat(manager.fetch("/cash/deductions/export?format=CSV&reason=FREIGHT")
                        .text())
                .contains("8800022,Freight,they paid the carrier,EUR,5.00,5.00");
        assertThat(manager.fetch("/cash/deductions/export?format=CSV&reason=PRICE")
                        .text())
                .doesNotContain("8800022");
        PostingOutcome paid = ledger.adjust(
                ofBo,
                PostingKind.CLEARED_IN_ERP,
                Money.of("-5.00", "EUR"),
                new PostingContext(Books.TODAY, "test", "amira"));
        assertThat(paid).isInstanceOf(PostingOutcome.Posted.class);
        manager.open("/cash/deductions?reason=FREIGHT");
        assertThat(manager.reads()).doesNotContain("8800022");
        manager.follow("Settled too");
        assertThat(manager.reads()).contains("8800022");
        assertThat(manager.page().locator("tr", new Page.LocatorOptions().setHasText("they paid the carrier")))
                .containsText("Settled");
        assertThat(manager.fetch("/cash/deductions/export?format=CSV&settledToo=true&reason=FREIGHT")
                        .text())
                .contains("8800022,Freight,they paid the carrier,EUR,5.00,0.00");
    }

    @Test
    void theBankIsAskedWhoThePayerOfALineIs(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        long payment = statements
                .come(entity, new Line("N N", 31_84, "ref 7781 with thanks"))
                .getFirst();
        manager.open("/cash/payments/" + payment);
        manager.page().locator("a[href$='/bank']").click();
        assertThat(manager.reads()).contains("the letter has no address yet").contains("ref 7781 with thanks");
        manager.page().getByLabel("Bank", EXACT).fill("Quayside Trust Bank");
        manager.page().getByLabel("E-mail").fill("payments@quayside.example");
        manager.press("Keep it");
        assertThat(manager.flash()).contains("Quayside Trust Bank is kept as the bank of this account");
        manager.assertAccessible("cash-bank");
        assertThat(manager.page().locator("a[href^='mailto:payments@quayside.example']"))
                .hasCount(1);
        assertThat(manager.page()
                        .evaluate(
                                "() => fetch('/cash/payments/%d/bank/letter').then(r => r.headers.get('content-type'))"
                                        .formatted(payment)))
                .isEqualTo("application/pdf");
        manager.page().setViewportSize(390, 844);
        assertThat(manager.page().evaluate("() => document.documentElement.scrollWidth <= 390"))
                .isEqualTo(true);
    }

    @Test
    void theDeskOffersASmallDifferenceAndRefusesADiscountWithoutTerms(@WithoutJavaScript Visitor manager) {
        manager.signInAs(Role.MANAGER);
        long payment = statements
                .come(entity, new Line("Somebody", 59_50, "thank you"))
                .getFirst();
        manager.open("/cash/payments/" + payment + "?words=8800022");
        manager.press("Take 8800022");
        assertThat(manager.page()
                        .getByLabel("What is missing of 8800022", EXACT)
                        .inputValue())
                .isEqualTo("SMALL_DIFFERENCE");
        manager.page().getByLabel("What is missing of 8800022", EXACT).selectOption("CASH_DISCOUNT");
        manager.page().locator("button[formaction]").click();
        assertThat(manager.reads()).contains("The terms grant no such discount on the day of the payment");
        assertThat(manager.page()
                        .getByLabel("What is missing of 8800022", EXACT)
                        .inputValue())
                .isEqualTo("CASH_DISCOUNT");
        manager.page().getByLabel("What is missing of 8800022", EXACT).selectOption("SMALL_DIFFERENCE");
        manager.page().locator("button[formaction]").click();
        assertThat(manager.flash()).contains("EUR 0.50 is given up");
        assertThat(books.open(ofBo)).isZero();
    }

    @Test
    void whoeverAppliesCashStartsAtTheDeskAndCannotApproveNorTouchMasterData(Visitor applier) {
        applier.signInAs(Role.CASH);
        assertThat(applier.page().url()).endsWith("/cash");
        applier.open("/cash/requests");
        assertThat(applier.reads()).doesNotContain("Set the limit");
        applier.assertAccessible("cash-requests");
        assertThat(applier.postByHand(
                        "/cash/requests/limits",
                        Map.of("role", "CASH", "deed", "WRITE_OFF", "currency", "EUR", "alone", "9999")))
                .isEqualTo(403);
        assertThat(applier.postByHand("/entities", Map.of("code", "X"))).isEqualTo(403);
        assertThat(applier.postByHand("/customers/1/notes", Map.of())).isEqualTo(403);
        for (String page : List.of("unallocated", "certificate", "scorecard", "statements")) {
            assertThat(applier.open("/cash/" + page)).as(page).isEqualTo(200);
            applier.assertAccessible("cash-" + page);
        }
    }

    @Test
    void aCreditNoteIsAppliedFromItsItemAndTakenBackWithAReason(@WithoutJavaScript Visitor manager) {
        ItemId credit = books.item(entity, "CY", ItemKind.CREDIT_NOTE, "G-77", -50_00, Books.TODAY);
        manager.signInAs(Role.MANAGER);
        manager.open("/items/" + credit.value());
        manager.page().locator("a[href='/cash/credits/" + credit.value() + "']").click();
        assertThat(manager.reads())
                .contains("It names no item.", "8800044", "8800055")
                .doesNotContain("8800022");
        manager.page().locator("form[action$='/applications'] button").click();
        assertThat(manager.reads()).contains("Give at least one amount");
        manager.page().getByLabel("8800044", EXACT).fill("60.00");
        manager.page().locator("form[action$='/applications'] button").click();
        assertThat(manager.reads()).contains("The amount is more than the credit has left");
        manager.page().getByLabel("8800044", EXACT).fill("30.00");
        manager.page().locator("form[action$='/applications'] button").click();
        assertThat(manager.flash()).contains("30.00", "is applied to 1 item");
        assertThat(books.open(first)).isEqualTo(40_00);
        manager.page().getByLabel("Why it is reversed").fill("It was for another invoice");
        manager.press("Reverse");
        assertThat(manager.flash()).isEqualTo("The allocation is reversed.");
        assertThat(books.open(first)).isEqualTo(70_00);
        manager.open("/cash/unallocated");
        assertThat(manager.reads()).contains("Credits that are applied to nothing");
    }

    @Test
    void noCashPageIsWiderThanAPhone(Visitor applier) {
        applier.signInAs(Role.CASH);
        applier.page().setViewportSize(390, 844);
        for (String page : List.of("", "/statements", "/unallocated", "/requests", "/certificate", "/scorecard")) {
            applier.open("/cash" + page);
            assertThat(applier.page().evaluate("() => document.documentElement.scrollWidth <= 390"))
                    .as("/cash" + page)
                    .isEqualTo(true);
        }
    }
}
