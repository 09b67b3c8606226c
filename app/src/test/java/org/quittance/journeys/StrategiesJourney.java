package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.Strategies;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A strategy from the first row of its form to the day on which it goes live and ends. */
@Journey
class StrategiesJourney {

    @Autowired
    private Books books;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private StrategyBook book;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private DSLContext sql;

    @Test
    void theOrderOfTheListIsTriedAndAdopted(Visitor manager) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "OWES", "1", 9_000_00, clock.today().minusDays(30));
        nightlyRun.run(clock.today(), "test");
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies");
        manager.follow("Order of the list");
        manager.page().getByLabel("Amount at risk: at most").fill("61");
        manager.press("Try it on today's list");
        assertThat(manager.reads()).contains("Who would stand first").contains("Nothing is changed yet");
        manager.press("Adopt it");
        assertThat(manager.reads()).contains("Say why the order changes");
        manager.page().getByLabel("Why the order changes").fill("Large sums first");
        manager.press("Adopt it");
        assertThat(manager.reads())
                .contains("Amount at risk: 30, at most 61, was 30, at most 60")
                .contains("Large sums first");
        manager.assertAccessible("strategies-priority");
    }

    @Test
    void aStrategyIsWrittenCorrectedLetLiveByAnotherAndEnded(
            @WithoutJavaScript Visitor manager, @WithoutJavaScript Visitor lead) {
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies");
        manager.follow("New strategy");
        manager.page().getByLabel("Name").fill("Firmer voice");
        manager.page().getByLabel("Overdue at least").fill("90000000");
        manager.page().getByLabel("taken off: they pay").check();
        manager.page().getByLabel("Remove step 4").click();
        manager.page().getByLabel("Remove step 4").click();
        manager.page().getByLabel("Move step 3 up").click();
        manager.press("Save as a draft");
        assertThat(manager.reads())
                .contains("Nothing is saved yet.")
                .contains("Step 3 (Notice 1): The step is due before the one above it");
        manager.page().getByLabel("Days from due of step 3").fill("12");
        manager.page().getByText("Only for some accounts (step 2)").click();
        manager.page().getByLabel("Oldest item past due, from days (step 2)").fill("11");
        manager.page().getByLabel("Promises (step 2)").selectOption("STANDS");
        manager.page().getByLabel("Whose approval step 3 needs").selectOption("LEAD");
        manager.press("Add a step");
        assertThat(manager.page().locator("select:focus").getAttribute("aria-label"))
                .isEqualTo("Action of step 5");
        manager.page().getByLabel("Days from due of step 5").fill("60");
        manager.page().getByLabel("Segments of customers").fill("Unicorns");
        manager.press("Save as a draft");
        assertThat(manager.reads()).contains("Step 4 (Escalate): Only the last step can be repeated");
        manager.page().getByLabel("Remove step 5").click();
        manager.press("Save as a draft");
        assertThat(manager.reads()).contains("No customer has the segment Unicorns");
        manager.page().getByLabel("It is meant so").check();
        manager.press("Save as a draft");
        assertThat(manager.flash()).isEqualTo("Version 1 is kept as a draft; nobody follows it yet.");
        assertThat(manager.reads())
                .contains("At least 90,000,000.00")
                .contains("Credit notes and money on account are taken off what is asked for.")
                .contains("only for accounts where: the oldest item is 11 or more days past due; a promise is broken")
                .contains("once a team lead or the credit manager has approved it")
                .contains("A team lead or another credit manager lets it go live");

        lead.signInAs(Role.TEAM_LEAD);
        lead.open("/strategies/firmer-voice");
        lead.page().getByLabel("Percent of customers").fill("100");
        lead.press("See what it would change");
        assertThat(lead.reads()).contains("No version of this strategy is live");
        lead.press("Yes, let it go live");
        assertThat(lead.flash()).startsWith("Version 1 goes live on");
        manager.open("/strategies/firmer-voice");
        manager.page().getByLabel("Why").fill("Too firm");
        manager.press("End it");
        assertThat(manager.flash()).startsWith("The strategy ends on");
        assertThat(manager.reads()).contains("by manager: Too firm");
    }

    @Test
    void aStrategyTravelsAsAFileAndOthersOnlyReadIt(Visitor manager, Visitor collector) {
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies");
        manager.assertAccessible("strategies");
        manager.open("/strategies/standard");
        assertThat(manager.reads()).contains("before the item is due").contains("while it is open");
        manager.assertAccessible("strategy");
        manager.open("/strategies/standard/draft");
        manager.assertAccessible("strategy-form");
        String file = manager.fetch("/strategies/standard/versions/1/file").text();
        manager.open("/strategies");
        hand(manager, file.replace("\"standard\"", "\"travelled\"").replace("10000", "77"));
        assertThat(manager.reads())
                .as("nobody could tell two of the same name apart")
                .contains("strategy.json, name: \"Standard\" is the name of another strategy, with the code standard");
        String travelled = file.replace("\"standard\"", "\"travelled\"")
                .replace("\"Standard\"", "\"Travelled\"")
                .replace("10000", "77");
        hand(manager, travelled);
        assertThat(manager.flash()).isEqualTo("The file is kept as version 1 of Travelled, a draft.");
        assertThat(manager.reads()).contains("Let version 1 go live").contains("Place 77 in the order");
        manager.assertAccessible("strategy-draft");
        manager.open("/strategies/new");
        assertThat(Integer.parseInt(manager.page().getByLabel("Place").inputValue()))
                .as("the draft has its place already")
                .isGreaterThan(77);
        manager.open("/strategies");
        hand(manager, travelled);
        assertThat(manager.flash())
                .isEqualTo("The file says what version 1 says; nothing differs, and no version was made.");
        manager.open("/strategies");
        hand(manager, file.replace("CALL", "SHOUT"));
        assertThat(manager.reads()).contains("The file is no strategy: look at steps, number 3, action.");

        collector.signInAs(Role.COLLECTOR);
        collector.open("/strategies/travelled");
        assertThat(collector.reads()).contains("Draft").doesNotContain("Let version 1 go live");
        assertThat(collector.postByHand("/strategies/travelled/end", Map.of("on", "2030-01-01", "reason", "x")))
                .isEqualTo(403);
        assertThat(collector.open("/strategies/standard/draft")).isEqualTo(403);
    }

    @Test
    void aVersionIsRolledOutToHalfOfItsCustomersAndComparedWithThoseHeldOut(Visitor manager) {
        LegalEntity entity = books.entity("EUR");
        for (int i = 0; i < 17; i++) {
            books.invoice(entity, "R" + i, "ROLLED-" + i, 500_00, clock.today().minusDays(40));
        }
        Audience audience = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        List<Step> steps = Strategies.standard(Currency.getInstance("EUR")).steps();
        book.save(new StrategyContent("shared-out", "Shared out", "", 78, audience, steps), 0, "test");
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies/shared-out");
        manager.page().getByLabel("Percent of customers").fill("50");
        manager.press("See what it would change");
        assertThat(manager.reads()).contains("No version of this strategy is live");
        assertThat(sides(manager)).containsExactly("It takes|9|9|0|4,500.00 EUR", "Held out of it|8|8|0|4,000.00 EUR");
        manager.assertAccessible("strategy-go-live");
        manager.assertFitsAPhone();
        manager.press("Yes, let it go live");
        assertThat(manager.flash()).contains("for 50 % of its customers, 9 of 17 today");
        assertThat(manager.reads()).contains("for 50 % of customers");
        // The run that the new strategy has ordered may be under way.
        await().until(() -> nightlyRun.run(clock.today(), "test") instanceof RunOutcome.Published);

        manager.follow("What has come of it");
        assertThat(manager.heading()).isEqualTo("Roll-out of Shared out, version 1");
        assertThat(manager.reads()).contains("Too little is known yet", "Held out", "With it", "500.00");
        manager.assertAccessible("rollout");
        manager.assertFitsAPhone();
        assertThat(manager.fetch("/strategies/shared-out/versions/1/rollout/export?format=CSV")
                        .text())
                .contains("Side,Came in on")
                .contains("held out")
                .contains("with it");
        manager.page().getByLabel("Percent of customers").fill("150");
        manager.page().getByLabel("Why").fill("All of them");
        manager.press("See whom that would be");
        assertThat(manager.reads()).contains("A share is a whole number of percent");
        manager.page().getByLabel("Percent of customers").fill("100");
        manager.page().getByLabel("Why").fill("It works");
        manager.press("See whom that would be");
        assertThat(manager.heading()).isEqualTo("Give Shared out, version 1, to more customers?");
        assertThat(sides(manager))
                .containsExactly("Come to it now|8|8|0|4,000.00 EUR", "Have it then, in all|17|17|0|8,500.00 EUR");
        manager.assertAccessible("strategy-share");
        manager.assertFitsAPhone();
        manager.press("Yes, give it to them");
        assertThat(manager.flash()).contains("now for 100 % of its customers, 17 of 17 today");
        assertThat(manager.reads()).contains("It works").doesNotContain("Another share");
        book.end("shared-out", clock.today(), "The test is over", "test");
    }

    @Test
    void aVersionIsTriedOnTheLastTwelveMonthsBeforeItTouchesACustomer(Visitor manager) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "T1", "TRIED-1", 500_00, clock.today().minusDays(40));
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies/standard");
        manager.press("Try it");
        assertThat(manager.flash()).isEqualTo("The trial runs in the background. Nobody is contacted.");
        manager.page().getByText("What it would have meant").waitFor();
        assertThat(manager.reads())
                .contains("By month")
                .contains("Work by hand, by whose it is")
                .contains("Notice 1");
        manager.assertAccessible("strategy-trial");
        assertThat(manager.fetch(manager.at() + "/export?format=CSV").text())
                .contains("Customer T1")
                .contains("Notice 2");
    }

    @Test
    void thePageOfATrialFollowsItByItselfAndWithoutJavaScriptByALink(Visitor manager, @WithoutJavaScript Visitor lead) {
        long trial =
                sql.fetchSingle("""
                        insert into collections.trial (strategy_id, from_day, to_day, actor, done)
                        select id, ?, ?, 'journey', 200 from collections.strategy where code = 'standard' and version = 1
                        returning id""", clock.today().minusYears(1), clock.today()).get(0, Long.class);
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies/trials/" + trial);
        manager.page().getByText("200 accounts are replayed so far").waitFor();
        lead.signInAs(Role.TEAM_LEAD);
        lead.open("/strategies/trials/" + trial);

        sql.execute("update collections.trial set done = 400 where id = ?", trial);
        manager.page().getByText("400 accounts are replayed so far").waitFor();
        lead.follow("See how far it is");
        lead.page().getByText("400 accounts are replayed so far").waitFor();

        sql.execute("update collections.trial set finished_at = clock_timestamp() where id = ?", trial);
        manager.page().getByText("What it would have meant").waitFor();
        lead.follow("See how far it is");
        assertThat(lead.reads()).contains("What it would have meant").doesNotContain("See how far it is");
    }

    /** Who would be on which side, each line with its counts. */
    private static List<String> sides(Visitor visitor) {
        return visitor.page().getByLabel("Customers by side").locator("tbody tr").all().stream()
                .map(row -> String.join("|", row.locator("td").allInnerTexts()).replace('\u00a0', ' '))
                .toList();
    }

    private static void hand(Visitor visitor, String file) {
        visitor.page()
                .locator("#file")
                .setInputFiles(
                        new FilePayload("strategy.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
        visitor.press("Keep it as a draft");
    }
}
