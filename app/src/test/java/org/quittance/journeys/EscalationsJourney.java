package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.worklist.CallRounds;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A collector takes an account to the credit manager, who approves on the strength of one page; the badge stays until it is lifted. */
@Journey
class EscalationsJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private CallRounds rounds;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aHoldIsRecommendedByKeyboardApprovedWithoutJavaScriptAndLifted(
            Visitor collector, @WithoutJavaScript Visitor manager, Visitor looker) throws IOException {
        String login = staff.with(Role.MANAGER);
        long customer = customerOf("escalating");
        nightlyRun.run(clock.today(), "journey");
        collector.signIn("escalating", Staff.PASSWORD);
        collector.open("/customers/" + customer);
        assertThat(collector.reads()).contains("No account of this customer is escalated.");
        collector.page().keyboard().press("x");
        collector.page().waitForURL("**/escalations");
        collector.page().getByLabel("Path").selectOption("CREDIT_HOLD");
        collector.page().getByLabel("Why").fill("Two promises broken, and they go on ordering");
        collector.page().getByLabel("Name").fill("Sam Sells");
        collector.press("Escalate");
        assertThat(collector.reads()).contains("This path is answered by somebody who can sign in here; choose one.");
        assertThat(collector.page().getByLabel("Why").inputValue()).startsWith("Two promises");
        collector.assertAccessible("escalate");
        collector.assertFitsAPhone();
        collector.page().getByLabel("Waits for").selectOption(login);
        collector.press("Escalate");
        assertThat(collector.flash()).startsWith("The account is escalated as E");
        assertThat(collector.reads()).contains("Waits for an answer", "Somebody else answers this one");
        String escalation = collector.at();
        assertThat(collector.postByHand(escalation + "/answer", Map.of("deed", "APPROVE", "words", "yes")))
                .isEqualTo(422);
        collector.open("/customers/" + customer);
        assertThat(collector.reads())
                .contains("Escalated on", "(Credit hold) and waiting for", "Two promises broken")
                .doesNotContain("On credit hold since");
        collector.open("/today");
        assertThat(collector.reads()).contains("1 waiting");

        manager.signInAs(Role.MANAGER);
        manager.open("/escalations?show=MINE");
        assertThat(manager.reads()).contains("Customer C-escalating", "Two promises broken");
        assertThat(manager.fetch("/escalations/export?format=CSV&show=MINE").text())
                .contains("Escalation,Customer,Entity")
                .contains("Customer C-escalating");
        assertThat(manager.fetch("/escalations/export?format=XLSX").ok()).isTrue();
        manager.open(escalation);
        looker.signInAs(Role.MANAGER);
        look(looker, "/escalations?show=MINE", "escalations");
        look(looker, escalation, "escalation-open");
        try (PDDocument file =
                Loader.loadPDF(manager.fetch(escalation + "/case/pdf").body())) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(file))
                    .contains("Case file: Customer C-escalating", "E-escalating", "Credit hold");
        }
        manager.page()
                .getByLabel("Why", new Page.GetByLabelOptions().setExact(true))
                .fill("No new orders until the oldest is paid");
        manager.press("Approve");
        assertThat(manager.flash()).isEqualTo("The answer is kept.");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).contains("On credit hold since");
        look(looker, "/customers/" + customer, "customer-on-hold");
        look(looker, "/items/" + itemOf(customer), "item-on-hold");
        assertThat(looker.reads()).contains("On credit hold since");
        assertThat(manager.fetch("/customers/" + customer + "/items/export?format=CSV")
                        .text())
                .contains("In force", "On credit hold since");
        manager.open(escalation);
        manager.page().getByLabel("Why it ends").fill("They have paid");
        manager.press("Lift it");
        assertThat(manager.flash()).startsWith("It is lifted");
        look(looker, escalation, "escalation-lifted");
        manager.open("/customers/" + customer);
        assertThat(manager.reads()).doesNotContain("On credit hold since").contains("Lifted");
        assertThat(manager.fetch("/customers/" + customer + "/accounts/" + accountOf(customer) + "/case/pdf")
                        .headers()
                        .get("content-type"))
                .isEqualTo("application/pdf");
    }

    @Test
    void whatAnAgencyHasIsCalledByNobodyAndStandsInAListOfItsOwn(Visitor collector, Visitor manager) {
        String login = staff.with(Role.MANAGER);
        long customer = customerOf("placed");
        customers.addContact(
                new ContactDraft(
                        customer,
                        "Pia Placed",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "pia@placed.example",
                        "+44 20 7946 0099",
                        "en",
                        false),
                "journey");
        nightlyRun.run(clock.today(), "journey");
        collector.signIn("placed", Staff.PASSWORD);
        collector.open("/customers/" + customer + "/escalations");
        collector.page().getByLabel("Path").selectOption("OUTSIDE_AGENCY");
        collector.page().getByLabel("Why").fill("Nobody answers, nobody pays");
        collector.page().getByLabel("Waits for").selectOption(login);
        collector.press("Escalate");
        String escalation = collector.at();
        manager.signInAs(Role.MANAGER);
        manager.open(escalation);
        manager.page()
                .getByLabel("Why", new Page.GetByLabelOptions().setExact(true))
                .fill("They have a scout there");
        manager.press("Approve");

        collector.open("/customers/" + customer);
        assertThat(collector.reads()).contains("With the agency since", "no letters and calls of ours");
        collector.open("/today");
        assertThat(collector.reads())
                .contains("With an agency or lawyer", "Nothing to do here")
                .doesNotContain("C-placed");
        collector.open("/today?show=HANDED_OVER");
        assertThat(collector.reads()).contains("Customer C-placed", "With the agency");
        collector.assertAccessible("today-handed-over");
        collector.assertFitsAPhone();
        collector.open("/customers/" + customer + "/reminder");
        assertThat(collector.reads()).contains("With the agency since");
        CallRounds.Stop call = rounds.begin(
                        people.credentials("placed").orElseThrow().viewer(),
                        WorklistFilter.of(WorklistFilter.Show.HANDED_OVER))
                .orElseThrow();
        collector.open("/today/calls/%d/%d?show=HANDED_OVER".formatted(call.round(), call.place()));
        assertThat(collector.reads()).contains("Ask for nothing and agree nothing about this account", "Not now");
        collector.assertAccessible("call-handed-over");
        collector.assertFitsAPhone();

        manager.open(escalation);
        manager.page().getByLabel("Why it ends").fill("They have paid half");
        manager.press("Lift it");
        collector.open("/today?show=HANDED_OVER");
        assertThat(collector.reads()).contains("Nothing to do here");
        collector.open("/customers/" + customer);
        assertThat(collector.reads()).doesNotContain("With the agency since");
    }

    @Test
    void theManagerSetsTheServiceLevelsAndACollectorReadsThem(Visitor manager, Visitor collector) {
        manager.signInAs(Role.MANAGER);
        manager.open("/escalations/levels");
        manager.page().getByLabel("Legal action").fill("0");
        manager.press("Set");
        assertThat(manager.reads()).contains("A service level is 1 to 60 working days.");
        manager.page().getByLabel("Legal action").fill("7");
        manager.press("Set");
        assertThat(manager.flash()).startsWith("The service levels are set");
        manager.assertAccessible("escalation-levels");
        manager.assertFitsAPhone();

        collector.signInAs(Role.COLLECTOR);
        collector.open("/escalations/levels");
        assertThat(collector.reads()).contains("7", "The credit manager sets them.");
        assertThat(collector.postByHand("/escalations/levels", Map.of("LEGAL", "1")))
                .isEqualTo(403);
        collector.open("/escalations");
        assertThat(collector.reads()).contains("Nothing here");
    }

    @Test
    void whoeverDoesNotWorkTheAccountFindsNothing(Visitor stranger) {
        long customer = customerOf("worked-by-another");
        stranger.signInAs(Role.COLLECTOR);
        assertThat(stranger.open("/customers/" + customer + "/escalations")).isEqualTo(404);
        assertThat(stranger.open("/customers/" + customer + "/accounts/" + accountOf(customer) + "/case/pdf"))
                .isEqualTo(404);
        assertThat(stranger.open("/escalations/999999")).isEqualTo(404);
    }

    /** Axe needs the scripts that the manager does without. */
    private static void look(Visitor looker, String path, String name) {
        looker.open(path);
        looker.assertAccessible(name);
        looker.assertFitsAPhone();
    }

    /** A customer that owes, in a portfolio of a collector of that login. */
    private long customerOf(String login) {
        LegalEntity entity = books.entity("EUR");
        String number = "C-" + login;
        books.invoice(entity, number, "E-" + login, 700_00, clock.today().minusDays(40));
        staff.add(login, Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio(
                "Of " + login, people.byLogin(login).orElseThrow().id(), "journey");
        long account = books.account(entity, number).value();
        books.moveTo(portfolio, account);
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
    }

    private long itemOf(long customer) {
        return sql.fetchSingle(
                        "select i.id from ledger.item i join ledger.account a on a.id = i.account_id"
                                + " where a.customer_id = ?",
                        customer)
                .get(0, Long.class);
    }

    private long accountOf(long customer) {
        return sql.fetchSingle("select id from ledger.account where customer_id = ?", customer)
                .get(0, Long.class);
    }
}
