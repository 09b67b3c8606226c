package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** What late payment costs a customer is looked at to the last period, claimed by a notice, and given up by two people. */
@Journey
class InterestJourney {

    @Autowired
    private Books books;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void interestIsExplainedClaimedOnPaperAndReadBack(Visitor manager, Visitor cash) throws IOException {
        LegalEntity entity = books.entity("GBP");
        books.invoice(entity, "C1", "L-1", 2_000_00, clock.today().minusDays(45));
        books.invoice(entity, "C1", "L-2", 500_00, clock.today().plusDays(10));
        long customer = customer(entity);
        String path = "/customers/" + customer + "/accounts/" + account(entity) + "/interest";
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer);
        manager.follow("Interest and compensation, " + entity.code());
        assertThat(manager.at()).endsWith(path);
        assertThat(manager.reads())
                .contains("11.75 %", "28.9726", "28.97", "70.00", "98.97")
                .doesNotContain("L-2");
        manager.assertAccessible("interest-account");
        manager.assertFitsAPhone();
        assertThat(manager.fetch(path + "/export?format=CSV&asOf=" + clock.today())
                        .text())
                .contains("Interest not rounded", "L-1", "28.97260274", "98.97");
        assertThat(textOf(manager.fetch(path + "/pdf").body())).contains("L-1", "28.9726", "98.97");
        manager.press("Claim by e-mail");
        assertThat(manager.reads()).contains("no contact with an e-mail address", "Or send it on paper.");
        manager.press("Claim on paper");
        assertThat(manager.flash()).isEqualTo("The notice is kept as claimed; print it and post it.");
        assertThat(manager.reads()).contains("Interest notice N", "28.9726", "98.97", "It stays as it was claimed");
        manager.assertAccessible("interest-claim");
        manager.assertFitsAPhone();
        String claim = manager.at();
        assertThat(textOf(manager.fetch(claim + "/pdf").body())).contains("98.97");
        manager.open("/agreements/interest");
        assertThat(manager.reads()).contains("Customer C1", "98.97", "on paper");
        assertThat(manager.fetch("/agreements/interest/export?format=CSV").text())
                .contains("L-1", "98.97");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("Interest claimed: notice N");

        cash.signInAs(Role.CASH);
        cash.open("/customers");
        assertThat(cash.postByHand(path + "/claims", Map.of("way", "ON_PAPER"))).isEqualTo(403);
        assertThat(cash.postByHand(path + "/waivers", Map.of("reason", "x"))).isEqualTo(403);
        assertThat(cash.postByHand("/entities/reference-rates", Map.of("percent", "1")))
                .isEqualTo(403);
        assertThat(cash.open("/agreements/interest")).isEqualTo(403);
    }

    @Test
    void aboveOnesOwnDiscretionSomebodyElseApproves(@WithoutJavaScript Visitor asks, Visitor decides) {
        LegalEntity entity = books.entity("GBP");
        books.invoice(entity, "C2", "W-1", 900_000_00, clock.today().minusDays(45));
        String path = "/customers/" + customer(entity) + "/accounts/" + account(entity) + "/interest";
        asks.signInAs(Role.MANAGER);
        asks.open(path);
        asks.page().getByLabel("Why").fill("A settlement of the whole year");
        asks.press("Give it up");
        assertThat(asks.reads()).contains("Choose the items of which something is given up.");
        asks.page().getByLabel("Choose W-1").check();
        asks.page().getByLabel("Amount").fill("much");
        asks.press("Give it up");
        assertThat(asks.reads()).contains("much is no amount");
        asks.page().getByLabel("Amount").fill("6000.00");
        asks.press("Give it up");
        assertThat(asks.flash()).startsWith("It is above what you may give up alone");
        assertThat(asks.reads())
                .contains(
                        "A waiver of", "6,000.00", "waits for approval", "left out of a notice: W-1", "credit manager");
        asks.press("Claim on paper");
        assertThat(asks.reads()).contains("A waiver of all that is due waits for approval.");
        asks.open("/agreements/interest");
        assertThat(asks.reads()).contains("You cannot approve it: Nobody approves what they asked for themselves");

        decides.signInAs(Role.MANAGER, Role.COLLECTOR);
        decides.open(path);
        decides.assertAccessible("interest-claim-beside-a-waiver");
        decides.assertFitsAPhone();
        decides.open("/agreements/interest");
        assertThat(decides.reads()).contains("A settlement of the whole year", "it needs the credit manager");
        decides.assertAccessible("interest-waiting");
        decides.assertFitsAPhone();
        ofTheYear(decides, "Refuse the waiver").click();
        assertThat(decides.reads()).contains("Say why it is refused.");
        ofTheYear(decides, "Approve the waiver").click();
        assertThat(decides.flash()).startsWith("The waiver is approved");
        decides.open(path);
        assertThat(decides.reads()).contains("Approved", "6,000.00");
        decides.page().getByLabel("Choose W-1").check();
        decides.page().getByLabel("Amount").fill("10.00");
        decides.page().getByLabel("Why").fill("Small");
        decides.press("Give it up");
        assertThat(decides.flash()).isEqualTo("It is given up.");
        decides.assertAccessible("interest-given-up");
    }

    @Test
    void aRateIsEnteredByTheManagerAndOnTheAuditTrail(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open("/entities");
        manager.follow("Reference rates");
        assertThat(manager.reads()).contains("Bank of England, Bank Rate", "3.75 %", "shipped");
        manager.page().getByLabel("In force from").fill("2019-01-01");
        manager.page().getByLabel("Percent a year").fill("three");
        manager.page().getByLabel("Published in").fill("Gazette");
        manager.press("Enter the rate");
        assertThat(manager.reads()).contains("Give a number such as 3.75");
        manager.page().getByLabel("Percent a year").fill("0.75");
        manager.press("Enter the rate");
        assertThat(manager.flash()).startsWith("The rate is entered.");
        assertThat(manager.reads()).contains("Gazette");
        assertThat(sql.fetchSingle(
                                "select detail from audit.entry where action = 'reference-rate.entered' order by id desc"
                                        + " limit 1")
                        .get(0, String.class))
                .isEqualTo("0.75 % from 2019-01-01, Gazette");
    }

    @Test
    void whereNoSuchLawIsKnownThePageSaysSo(Visitor manager) {
        LegalEntity entity = books.entity("USD");
        sql.execute("update ledger.entity set country = 'US' where id = ?", entity.id());
        books.invoice(entity, "C1", "U-1", 500_00, clock.today().minusDays(45));
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer(entity) + "/accounts/" + account(entity) + "/interest");
        assertThat(manager.reads()).contains("No law on late payment is known here", "country is US");
        manager.assertAccessible("interest-no-law");
        assertThat(manager.open("/customers/999999/accounts/" + account(entity) + "/interest"))
                .isEqualTo(404);
    }

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private long account(LegalEntity entity) {
        return sql.fetchSingle("select account_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The button beside the waiver of this test: others may wait too. */
    private static Locator ofTheYear(Visitor visitor, String button) {
        return visitor.page()
                .locator("xpath=//p[contains(., 'A settlement of the whole year')]/following-sibling::form[1]"
                        + "//button[normalize-space() = '" + button + "']");
    }
}
