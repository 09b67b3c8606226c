package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.core.ledger.LetterWay;
import org.quittance.correspondence.LetterBatches;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Role;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerParticulars;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A notice goes on paper: it is looked at from the worklist among others, written, taken out, printed again after a jam, and posted. */
@Journey
class LettersJourney {

    @Autowired
    private Customers customers;

    @Autowired
    private LetterBatches batches;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;
    private LegalEntity entity;

    @BeforeEach
    void aCustomerOwesWhoHasAnAddressAndNoEMail() {
        nothingWaits();
        entity = books.entity("EUR");
        books.invoice(entity, "L1", "L-1", 500_00, Books.TODAY.minusDays(12));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        customers.change(
                customer,
                new CustomerParticulars(
                        "Letter Ltd",
                        "GB",
                        "en",
                        "Europe/London",
                        "",
                        "14 Mill Lane\nLeeds LS1 4AP",
                        "",
                        LetterWay.E_MAIL),
                "test");
        customers.addContact(
                new ContactDraft(customer, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, "", "", "en", false), "test");
        nightlyRun.run(Books.TODAY, "test");
    }

    @AfterEach
    void nothingWaits() {
        clock.setTo(Books.TODAY);
        batches.waiting(1000).forEach(letter -> outbox.recall(letter.id(), "test"));
    }

    @Test
    void fromTheWorklistIntoThePost(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        lookAtWhatWouldBeSent(manager);
        write(manager);
        takeOut(manager);
        printAgainAndPost(manager);
    }

    private void lookAtWhatWouldBeSent(Visitor manager) {
        manager.open("/today?action=NOTICE_1&entity=" + entity.id());
        assertThat(manager.reads()).contains("It runs next", "every day at 05:00, ");
        manager.page().getByLabel("Mark Letter Ltd").check();
        manager.assertAccessible("today-marked");
        manager.press("Look at what would be sent");
        manager.page().waitForURL("**/today/sending?*");
        assertThat(manager.reads()).contains("1 letter", "Sample: Letter Ltd", "14 Mill Lane");
        manager.assertAccessible("bulk-preview");
        manager.press("Send to 1 customer");
        manager.page().waitForURL("**/today/sending/*");
        assertThat(manager.flash()).startsWith("Nothing is queued for the next 60 seconds");
        manager.assertAccessible("bulk");
        manager.press("Call the whole back");
        assertThat(manager.reads()).contains("Called back");
        manager.follow("All of them");
        assertThat(manager.reads()).contains("Marked in the list");
    }

    private void write(Visitor manager) {
        manager.open("/customers/%d/reminder".formatted(customer));
        assertThat(manager.reads()).contains("On paper (letter), to Letter Ltd, 14 Mill Lane, Leeds LS1 4AP, GB");
        manager.press("Put it to the letters");
        manager.page().waitForURL("**/outbox/*");
        assertThat(manager.reads()).contains("It waits under Letters to post");
    }

    private void takeOut(Visitor manager) {
        manager.open("/outbox/letters");
        assertThat(manager.reads()).contains("Letter Ltd");
        clock.advance(Duration.ofSeconds(11));
        manager.open("/outbox/letters");
        manager.assertAccessible("letters");
        manager.press("Take out 1 to print");
        manager.page().waitForURL("**/outbox/letters/*");
        assertThat(manager.flash()).contains("1 letter is taken out");
        assertThat(manager.reads()).contains("Letter Ltd", "on 2 pages");
        manager.assertAccessible("letter-batch");
        String pdf =
                Objects.requireNonNull(manager.page().getByText("PDF to print").getAttribute("href"));
        assertThat(pdf).endsWith("/prints/1/pdf");
    }

    private void printAgainAndPost(Visitor manager) {
        manager.page().getByLabel("From letter number").fill("9");
        manager.page().getByLabel("Why").fill("Jam");
        manager.press("Print again");
        assertThat(manager.reads()).contains("The batch has no letter of this number to begin with.");
        manager.page().getByLabel("From letter number").fill("1");
        manager.press("Print again");
        assertThat(manager.reads()).contains("Print 2", "from letter 1: Jam");
        manager.press("Printed and posted");
        manager.page().waitForURL("**/outbox/letters");
        assertThat(manager.flash()).contains("is noted as posted");
    }
}
