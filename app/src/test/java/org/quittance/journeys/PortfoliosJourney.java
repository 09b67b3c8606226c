package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PortfolioRuleBook;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts go to other portfolios by rule, in bulk and one by one, and their collectors see them with the next click. */
@Journey
class PortfoliosJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private PortfolioRuleBook rules;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void nobodyFallsByRuleAnyMore() {
        rules.inForce()
                .filter(version -> !version.rules().isEmpty())
                .ifPresent(version -> rules.adopt(
                        new PortfolioRuleBook.Draft(version.version(), PortfolioRules.NONE, "The journey is over"),
                        Viewer.system("journey")));
    }

    @Test
    void anAdministratorHasAccountsMovedByRuleAndTheCollectorSeesThemAtOnce(
            @WithoutJavaScript Visitor administrator, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "RULED", "RULED-1", 4_000_00, clock.today().minusDays(40));
        decideAll();
        String login = staff.add("ruled", Set.of(Role.COLLECTOR));
        people.addPortfolio("Of the ruled", people.byLogin(login).orElseThrow().id(), "journey");
        collector.signIn(login, Staff.PASSWORD);
        assertThat(collector.reads()).doesNotContain("Customer RULED");

        administrator.signInAs(Role.ADMINISTRATOR);
        administrator.open("/people/portfolios");
        administrator.follow("Portfolios by rule");
        administrator.page().getByLabel("Entities, rule 1").fill(entity.code());
        administrator.page().getByLabel("Names from, rule 1").fill("D");
        administrator.page().getByLabel("Names to, rule 1").fill("C");
        administrator.page().getByLabel("Open from, rule 1").fill("1000");
        administrator.page().getByLabel("Why the rules change").fill("The ruled has joined us");
        administrator.press("Adopt the rules");
        assertThat(administrator.reads())
                .contains(
                        "Choose the portfolio.", "It ends before it begins.", "Give the three letters of a currency.");
        administrator.page().getByLabel("Portfolio, rule 1").selectOption("Of the ruled");
        administrator.page().getByLabel("Names from, rule 1").fill("C");
        administrator.page().getByLabel("Currency, rule 1").fill("eur");
        administrator.press("Adopt the rules");
        assertThat(administrator.flash()).contains("new accounts fall by it");

        assertThat(administrator.heading()).isEqualTo("Who would move");
        assertThat(administrator.reads()).contains("Customer RULED", "Unassigned", "Of the ruled", "4,000.00");
        assertThat(administrator
                        .fetch("/people/portfolios/rules/preview/export?byHand=false&format=CSV")
                        .text())
                .contains("Customer,Entity,Account,From,To,Rule,Open", "Customer RULED");
        administrator.press("Move them");
        assertThat(administrator.flash()).startsWith("1 account went where the rules would have them");
        assertThat(administrator.reads()).contains("Nobody would move");

        collector.open("/today");
        assertThat(collector.reads()).contains("Customer RULED");
        assertThat(collector.open("/people/portfolios/rules")).isEqualTo(403);

        administrator.open("/people/portfolios/rules");
        assertThat(administrator.reads())
                .contains("names from C to C, open from EUR 1000.00", "The ruled has joined us", "In force");
        Visitor pictured = collector;
        pictured.signInAs(Role.AUDITOR);
        for (String page : new String[] {"rules", "rules/preview?byHand=true"}) {
            pictured.open("/people/portfolios/" + page);
            pictured.assertAccessible("portfolio-" + page.replaceAll("[^a-z]", "-"));
            pictured.assertFitsAPhone();
        }
        assertThat(pictured.reads()).doesNotContain("Move them");
    }

    @Test
    void aFilteredListIsHandedOnInBulkAndTheAccountTellsItsHistory(Visitor manager, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "BULK-1", "B-1", 400_00, clock.today().minusDays(40));
        books.invoice(entity, "BULK-2", "B-2", 500_00, clock.today().minusDays(40));
        decideAll();
        String login = staff.add("bulk", Set.of(Role.COLLECTOR));
        people.addPortfolio("Of the bulk", people.byLogin(login).orElseThrow().id(), "journey");
        collector.signIn(login, Staff.PASSWORD);

        manager.signInAs(Role.MANAGER);
        manager.open("/team");
        manager.follow("Accounts");
        manager.page().locator("#entity").selectOption(new SelectOption().setLabel(entity.name()));
        manager.press("Show");
        assertThat(manager.reads()).contains("accounts found", "BULK-1", "BULK-2");
        manager.press("Move");
        assertThat(manager.page().getByText("This is needed.").count())
                .as("said at both fields, and said once")
                .isEqualTo(2);
        assertThat(manager.page().evaluate("document.activeElement.id")).isEqualTo("to");
        manager.assertAccessible("team-accounts-needed");
        manager.page().getByLabel("Why").fill("Bulk has joined us");
        assertThat(manager.page().getByText("This is needed.").count()).isEqualTo(1);
        manager.page().locator("#to").selectOption(new SelectOption().setLabel("Of the bulk, Collector bulk"));
        manager.press("Move");
        assertThat(manager.reads()).contains("No account is to be moved");
        manager.assertAccessible("team-accounts");
        manager.assertFitsAPhone();
        manager.page().getByLabel("All 2 that were found").check();
        manager.page().locator("#to").selectOption(new SelectOption().setLabel("Of the bulk, Collector bulk"));
        manager.press("Move");
        assertThat(manager.flash()).startsWith("2 accounts went to another portfolio");
        assertThat(manager.reads()).contains("Of the bulk", "by hand");

        collector.open("/today");
        assertThat(collector.reads()).contains("Customer BULK-1", "Customer BULK-2");

        long customer = sql.fetchSingle(
                        "select customer_id from ledger.account_view where entity_id = ? and account_number = 'BULK-1'",
                        entity.id())
                .get(0, Long.class);
        manager.open("/customers/" + customer);
        manager.follow("Collector bulk");
        assertThat(manager.reads()).contains("Bulk has joined us", "By hand", "Unassigned", "manager");
        manager.page().getByLabel("Move it to").selectOption("Unassigned");
        manager.page().getByLabel("Why").fill("A mistake");
        manager.press("Move");
        assertThat(manager.flash()).contains("went to another portfolio");
        assertThat(manager.reads()).contains("A mistake", "Bulk has joined us");
        manager.assertAccessible("customer-portfolios");
        manager.assertFitsAPhone();
        collector.open("/today");
        assertThat(collector.reads()).contains("Customer BULK-2").doesNotContain("Customer BULK-1");

        manager.open("/team/accounts");
        manager.follow("Portfolios by rule");
        assertThat(manager.reads()).contains("What was changed").doesNotContain("Adopt other rules", "Who would move");
        manager.assertAccessible("portfolio-rules-of-the-team");
        assertThat(manager.postByHand("/people/portfolios/rules/versions", Map.of("reason", "Mine")))
                .isEqualTo(403);
        assertThat(manager.open("/people/portfolios")).isEqualTo(403);
        assertThat(collector.postByHand("/team/accounts/moves", Map.of("all", "true", "to", "1", "reason", "Mine")))
                .isEqualTo(403);
    }

    /** A run that another journey has called for may be under way, and knows nothing of these accounts. */
    private void decideAll() {
        await().until(() -> nightlyRun.run(clock.today(), "journey") instanceof RunOutcome.Published);
    }
}
