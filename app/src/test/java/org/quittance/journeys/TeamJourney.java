package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.core.collections.CallCheck;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A team lead covers the absence of a collector; whoever covers sees whose work it is. */
@Journey
class TeamJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private DSLContext sql;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Test
    void anAbsenceIsCoveredAndTheCoverWorksTheListOfWhoeverIsAway(@WithoutJavaScript Visitor manager, Visitor cover) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "AWAY", "AWAY-1", 700_00, clock.today().minusDays(40));
        String away = staff.add("team-away", Set.of(Role.COLLECTOR));
        String covering = staff.add("team-cover", Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio("Of the one away", id(away), "journey");
        books.moveTo(portfolio, books.account(entity, "AWAY").value());
        nightlyRun.run(clock.today(), "journey");
        cover.signIn(covering, Staff.PASSWORD);
        cover.open("/today");
        assertThat(cover.reads()).doesNotContain("Customer AWAY");

        manager.signInAs(Role.MANAGER);
        manager.open("/team");
        assertThat(manager.reads()).contains("Of the one away");
        manager.page().getByLabel("Who is away").selectOption(new SelectOption().setLabel("Collector team-away"));
        manager.page().getByLabel("Who covers").selectOption(new SelectOption().setLabel("Collector team-away"));
        manager.page().getByLabel("Last day").fill(clock.today().plusDays(3).toString());
        manager.press("Enter it");
        assertThat(manager.reads()).contains("Somebody else has to cover");
        manager.page().getByLabel("Who is away").selectOption(new SelectOption().setLabel("Collector team-away"));
        manager.page().getByLabel("Who covers").selectOption(new SelectOption().setLabel("Collector team-cover"));
        manager.page().getByLabel("Last day").fill(clock.today().plusDays(3).toString());
        manager.press("Enter it");
        assertThat(manager.flash()).startsWith("The absence is entered");
        assertThat(manager.reads()).contains("Away", "Collector team-cover covers");

        cover.open("/today");
        assertThat(cover.reads())
                .contains("You cover for Collector team-away", "Customer AWAY", "AWAY, Collector team-away");
        cover.assertAccessible("today-covering");
        assertThat(cover.open("/team")).isEqualTo(403);
        assertThat(cover.postByHand("/team/absences/1/end", Map.of())).isEqualTo(403);

        manager.page().getByLabel("Collector team-away is back").click();
        assertThat(manager.flash()).startsWith("The absence is over");
        cover.open("/today");
        assertThat(cover.reads()).doesNotContain("Customer AWAY");
    }

    @Test
    void theLeadSeesWhatEachHasDoneAndOpensIt(Visitor manager) {
        String busy = staff.add("team-busy", Set.of(Role.COLLECTOR));
        people.addPortfolio("Of the busy one", id(busy), "journey");
        manager.signInAs(Role.MANAGER);
        manager.open("/team");
        manager.assertAccessible("team");
        manager.follow("Collector team-busy");
        assertThat(manager.heading()).isEqualTo("Collector team-busy");
        assertThat(manager.reads()).contains("Nothing in these days");
        manager.assertAccessible("team-activity");
        manager.assertFitsAPhone();
        assertThat(manager.fetch(manager.at() + "/export?format=CSV").text()).contains("Day,What,More,Customer");
    }

    @Test
    void aLeadChecksCallsThatWereDrawnAndTheCollectorReadsWhatWasSaid(Visitor manager, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "CALLED", "CALLED-1", 700_00, clock.today().minusDays(40));
        String login = staff.add("team-caller", Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio("Of the caller", id(login), "journey");
        books.moveTo(portfolio, books.account(entity, "CALLED").value());
        collector.signIn(login, Staff.PASSWORD);
        for (int i = 1; i <= 6; i++) {
            logCall(entity, login, "Reached", "Call number " + i);
            logCall(entity, login, "No answer", "Rang number " + i);
        }

        manager.signInAs(Role.MANAGER);
        manager.open("/team/" + id(login) + "/calls");
        manager.press("Draw a sample");
        Locator drawn = manager.page().getByLabel("Check the call to Customer CALLED");
        assertThat(drawn.count()).isEqualTo(5);
        assertThat(manager.reads())
                .contains("0 of 5 checked.", "4 that somebody answered, 1 that nobody did")
                .doesNotContain("Draw another sample");
        manager.assertAccessible("team-calls");
        manager.assertFitsAPhone();
        drawn.first().click();
        assertThat(manager.reads()).contains("UTC", "none on record", "We called", "somebody who was not noted");
        manager.assertAccessible("team-call");
        manager.assertFitsAPhone();
        manager.page().locator("input[name=SAID_WHO_AND_WHY][value=YES]").check();
        manager.press("Keep the check");
        assertThat(manager.reads()).contains("Answer every question");
        assertThat(manager.page().getByText("Not answered yet.").count())
                .isEqualTo(CallCheck.Question.values().length - 1);
        assertThat(manager.page().evaluate("document.activeElement.name"))
                .isEqualTo(CallCheck.Question.RIGHT_ITEMS.name());
        manager.assertAccessible("team-call-refused");
        for (CallCheck.Question question : CallCheck.Question.values()) {
            String answer = question == CallCheck.Question.NEXT_STEP ? "NO" : "YES";
            manager.page()
                    .locator("input[name=" + question.name() + "][value=" + answer + "]")
                    .check();
        }
        manager.page().getByLabel("Note to").fill("Ask for a day before you say goodbye.");
        manager.press("Keep the check");
        assertThat(manager.flash()).startsWith("The check is kept");
        assertThat(manager.reads())
                .as("what was drawn stays drawn; no call takes the place of a checked one")
                .contains("6 of 7", "Ask for a day", "1 of 5 checked.");
        assertThat(drawn.count()).isEqualTo(4);

        collector.open("/today");
        assertThat(collector.reads()).contains("check of your calls is new, 1 with a note to you");
        collector.open("/own/coaching");
        assertThat(collector.reads()).contains("Ask for a day before you say goodbye.", "6 of 7");
        collector.assertAccessible("coaching");
        collector.press("I have read it");
        collector.open("/today");
        assertThat(collector.reads()).doesNotContain("of your calls is new");
        assertThat(collector.open("/team/" + id(login) + "/calls")).isEqualTo(403);
    }

    private void logCall(LegalEntity entity, String login, String outcome, String words) {
        transaction.executeWithoutResult(_ -> timeline.log(new Activity(
                CustomerId.of(customerOf(books.account(entity, "CALLED"))),
                books.account(entity, "CALLED"),
                Activity.Kind.CALL,
                Activity.Direction.OUT,
                clock.today(),
                login,
                null,
                outcome,
                words,
                null)));
    }

    private long customerOf(AccountId account) {
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
    }

    private long id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }
}
