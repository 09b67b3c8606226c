package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A collector writes down what a customer does not want to pay; a colleague finds out; what is owed is asked for again. */
@Journey
class DisputesJourney {

    private static final String LOGIN = "disputing";

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aPartOfAnInvoiceIsDisputedByKeyboardFoundOutByItsOwnerAndAskedForAgain(Visitor collector, Visitor manager) {
        String owner = staff.with(Role.MANAGER);
        LegalEntity entity = books.entity("EUR");
        String number = "C-" + LOGIN;
        ItemId invoice =
                books.invoice(entity, number, "D-4711", 1_000_00, clock.today().minusDays(40));
        staff.add(LOGIN, Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio(
                "Of " + LOGIN, people.credentials(LOGIN).orElseThrow().viewer().personId(), "journey");
        books.moveTo(portfolio, books.account(entity, number).value());
        nightlyRun.run(clock.today(), "journey");

        manager.signInAs(Role.MANAGER);
        manager.open("/disputes/routes");
        manager.page()
                .getByLabel("Working days for: Price is not the agreed one")
                .fill("0");
        manager.press("Set");
        assertThat(manager.reads()).contains("An answer is due within 1 to 60 working days.");
        manager.page()
                .getByLabel("Working days for: Price is not the agreed one")
                .fill("4");
        manager.page()
                .getByLabel("Who finds out about: Price is not the agreed one")
                .selectOption(owner);
        manager.press("Set");
        assertThat(manager.flash()).startsWith("The routes are set.");

        collector.signIn(LOGIN, Staff.PASSWORD);
        collector.open("/items/" + invoice.value());
        collector.page().keyboard().press("i");
        collector.page().waitForURL("**/disputes/new?item=*");
        assertThat(collector.page().getByLabel("Disputed, EUR").inputValue()).isEqualTo("1000.00");
        collector.page().getByLabel("Disputed, EUR").fill("1200");
        collector.page().getByLabel("Reason").selectOption("PRICE");
        collector.page().getByLabel("In their words").fill("The list of May has it cheaper");
        collector.press("Open the dispute");
        assertThat(collector.reads()).contains("More would be disputed than is open of the item.");
        assertThat(collector.page().getByLabel("In their words").inputValue()).startsWith("The list of May");
        collector.assertAccessible("dispute-form");
        collector.assertFitsAPhone();
        collector.page().getByLabel("Disputed, EUR").fill("250");
        collector.press("Open the dispute");
        assertThat(collector.flash()).contains("is open: nobody asks for this part any more.");
        String dispute = collector.at();
        collector.open("/items/" + invoice.value());
        assertThat(collector.reads()).contains("Price is not the agreed one: The list of May has it cheaper");
        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
        collector.open("/customers/" + customer);
        assertThat(collector.reads()).contains("Disputed 250.00");

        manager.open("/disputes?show=MINE");
        assertThat(manager.reads()).contains("Customer " + number, "The list of May has it cheaper");
        assertThat(manager.fetch("/disputes/export?format=CSV&show=MINE").text())
                .contains("Dispute,Customer,Entity")
                .contains("250.00");
        assertThat(manager.fetch("/disputes/export?format=XLSX&show=MINE").ok()).isTrue();
        manager.open(dispute);
        manager.assertAccessible("dispute-open");
        manager.assertFitsAPhone();
        manager.page().getByLabel("Not owed, EUR").fill("50");
        manager.page().getByLabel("What was found out").fill("Half of the line is on the old list");
        manager.press("Keep the answer");
        assertThat(manager.flash()).isEqualTo("The answer is kept.");
        assertThat(manager.reads()).contains("Partly owed, credit to come", "is left out until as much is credited");
        collector.open("/customers/" + customer);
        assertThat(collector.reads()).contains("Disputed 50.00");
        assertThat(collector
                        .page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Disputes"))
                        .first()
                        .isVisible())
                .isTrue();
    }
}
