package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters that may not leave before a lead has read whom they are for. */
@Journey
class ApprovalsJourney {

    private static final String CODE = "read-before-they-leave";
    private static final List<String> CUSTOMERS = List.of("WAITS-A", "WAITS-B", "WAITS-C", "WAITS-D");

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private StrategyBook book;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void endTheStrategy() {
        book.end(CODE, clock.today(), "The journey is over", "journey");
    }

    @Test
    void aLeadApprovesSeveralLettersByKeyboardAndDeclinesOneWithAReasonThatTheCollectorReads(
            Visitor lead, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        for (String customer : CUSTOMERS) {
            books.invoice(
                    entity, customer, customer + "-1", 900_00, clock.today().minusDays(8));
        }
        String clara = staff.add("approvals-collector", Set.of(Role.COLLECTOR));
        String tessa = staff.add("approvals-lead", Set.of(Role.TEAM_LEAD));
        long portfolio = people.addPortfolio("Of the one who waits", id(clara), "journey");
        people.openPortfolio(portfolio, id(tessa), "journey");
        for (String customer : CUSTOMERS) {
            books.moveTo(portfolio, books.account(entity, customer).value());
        }
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        customers.addContact(
                new ContactDraft(
                        customer(entity, "WAITS-A"),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "jana@waits.example",
                        "",
                        "en",
                        false),
                "journey");
        letANoticeWaitFor(entity);
        decideAll();

        collector.signIn(clara, Staff.PASSWORD);
        collector.open("/customers/" + customer(entity, "WAITS-C"));
        assertThat(collector.reads()).contains("Notice 1, which waits for approval");

        lead.signIn(tessa, Staff.PASSWORD);
        lead.open("/today");
        lead.page().locator("a[href='/team/approvals']").first().click();
        assertThat(lead.heading()).isEqualTo("Waiting for approval");
        lead.assertAccessible("team-approvals");
        lead.assertFitsAPhone();

        byKey(lead, mark(lead, "WAITS-C"), "Space");
        byKey(lead, lead.button("Decline what is marked"), "Enter");
        says(lead, "Say why it is declined: the collector reads it on the account.");
        assertThat(mark(lead, "WAITS-C").isChecked())
                .as("what was marked stays so")
                .isTrue();
        lead.assertAccessible("team-approvals-refused");
        lead.page().getByLabel("Reason").fill("They pay on Friday");
        byKey(lead, lead.button("Decline what is marked"), "Enter");
        says(lead, "Declined for 1 account. The reason stands on the account.");

        Locator message = lead.page().locator("tr", new Page.LocatorOptions().setHasText("Customer WAITS-A"));
        message.getByText("Notice 1").click();
        assertThat(lead.heading()).isEqualTo("Notice 1 to Customer WAITS-A");
        assertThat(lead.reads()).contains("WAITS-A-1").contains("900.00");
        lead.assertAccessible("team-approvals-message");
        lead.assertFitsAPhone();
        byKey(lead, lead.button("Approve it"), "Enter");
        says(lead, "Approved for 1 account. Automatic sending proposes only, so nothing leaves by itself");

        byKey(lead, mark(lead, "WAITS-B"), "Space");
        byKey(lead, mark(lead, "WAITS-D"), "Space");
        byKey(lead, lead.button("Approve what is marked"), "Enter");
        says(lead, "Approved for 2 accounts.");
        assertThat(lead.reads()).doesNotContain("Customer WAITS-");

        collector.open("/customers/" + customer(entity, "WAITS-C"));
        assertThat(collector.reads()).contains("They pay on Friday").contains("Notice 1 declined");
        collector.open("/customers/" + customer(entity, "WAITS-A"));
        assertThat(collector.reads()).contains("Notice 1 approved").doesNotContain("which waits for approval");
        collector.open("/today");
        Locator told = collector.page().getByText("3 messages were approved");
        byKey(collector, told, "Enter");
        collector.page().getByText("Approved, to be sent").first().waitFor();
        assertThat(collector.reads()).contains("Customer WAITS-A", "Customer WAITS-B", "Customer WAITS-D", tessa);
        collector.assertAccessible("today-approved");
        collector.assertFitsAPhone();
        collector.page().getByText("Customer WAITS-A").click();
        assertThat(collector.page().url()).endsWith("/customers/" + customer(entity, "WAITS-A") + "/reminder");
        collector.page().locator("main form button").first().waitFor();
        assertThat(collector.open("/team/approvals")).isEqualTo(403);
    }

    @Test
    void whatWaitsForOneCustomerStandsTogetherAndIsMarkedByOneBox(Visitor lead, @WithoutJavaScript Visitor plain) {
        LegalEntity entity = books.entity("EUR");
        books.invoices(
                entity,
                List.of("JOINS-A", "JOINS-B", "JOINS-C", "JOINS-D"),
                900_00,
                clock.today().minusDays(8));
        String tessa = staff.add("approvals-of-groups", Set.of(Role.TEAM_LEAD));
        long portfolio = people.addPortfolio("Of two who wait twice", id(tessa), "journey");
        for (String account : List.of("JOINS-A", "JOINS-B", "JOINS-C", "JOINS-D")) {
            books.moveTo(portfolio, books.account(entity, account).value());
        }
        join(entity, "JOINS-A", "JOINS-B");
        join(entity, "JOINS-C", "JOINS-D");
        letANoticeWaitFor(entity);
        decideAll();

        lead.signIn(tessa, Staff.PASSWORD);
        lead.open("/team/approvals");
        lead.assertAccessible("team-approvals-of-one-customer");
        lead.assertFitsAPhone();
        Locator all = lead.page().getByLabel("All 2 messages for Customer JOINS-A");
        Locator rows = mark(lead, "JOINS-A");
        byKey(lead, all, "Space");
        assertThat(rows.all()).hasSize(2).allMatch(Locator::isChecked);
        byKey(lead, rows.first(), "Space");
        assertThat(all.isChecked()).as("one of them is not wanted any more").isFalse();
        byKey(lead, lead.button("Approve what is marked"), "Enter");
        says(lead, "Approved for 1 account.");
        assertThat(mark(lead, "JOINS-A").all()).hasSize(1);

        plain.signIn(tessa, Staff.PASSWORD);
        plain.open("/team/approvals");
        plain.page().getByLabel("All 2 messages for Customer JOINS-C").check();
        plain.button("Decline what is marked").click();
        says(plain, "Say why it is declined");
        assertThat(mark(plain, "JOINS-C").all()).hasSize(2).allMatch(Locator::isChecked);
        plain.page().getByLabel("Reason").fill("They pay on Friday");
        plain.button("Decline what is marked").click();
        says(plain, "Declined for 2 accounts.");
        assertThat(plain.reads()).contains("Customer JOINS-A").doesNotContain("Customer JOINS-C");
    }

    /** A strategy that goes live or ends has all decided in the background too; two runs are never under way. */
    private void decideAll() {
        await().until(() -> nightlyRun.run(clock.today(), "journey") instanceof RunOutcome.Published);
    }

    /** The accounts of two customers become those of the first. */
    private void join(LegalEntity entity, String first, String second) {
        sql.execute(
                "update ledger.account set customer_id = ? where id = ?",
                customer(entity, first),
                books.account(entity, second).value());
    }

    private void letANoticeWaitFor(LegalEntity entity) {
        Step notice = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", entity.currency()))
                .placed(5, 0, 1)
                .execution(Execution.BY_HAND)
                .approval(Approval.LEAD)
                .step();
        Audience audience = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        int before = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        book.save(
                new StrategyContent(CODE, "Read before they leave", "", 6, audience, List.of(notice)),
                before,
                "journey");
        book.release(CODE, before + 1, GoLive.forAll(clock.today(), RunningAccounts.MOVE), "another");
    }

    private long id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }

    private long customer(LegalEntity entity, String number) {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, number).value())
                .get(0, Long.class);
    }

    private static Locator mark(Visitor lead, String customer) {
        return lead.page().getByLabel("Notice 1 for Customer " + customer);
    }

    /** A key does not wait for the page that it leads to. */
    private static void says(Visitor visitor, String words) {
        visitor.page().getByText(words).waitFor();
    }

    private static void byKey(Visitor visitor, Locator what, String key) {
        what.focus();
        visitor.page().keyboard().press(key);
    }
}
