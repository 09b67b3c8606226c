package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.guide.GuideBook;
import org.quittance.core.collections.Action;
import org.quittance.core.guide.GuideTopic;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** What the lead writes to a step stands folded beside it, and everybody says once for each version that they have read it. */
@Journey
class GuideJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private GuideBook guide;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @AfterEach
    void theGuideSaysNothingAnyMore() {
        for (Action action : new Action[] {Action.CALL, Action.ESCALATE}) {
            int version = guide.versions(GuideTopic.of(action)).stream()
                    .mapToInt(text -> text.version())
                    .max()
                    .orElse(0);
            guide.write(
                    new GuideBook.Draft(GuideTopic.of(action), version, "", clock.today()),
                    clock.today(),
                    Viewer.system("journey"));
        }
    }

    @Test
    void aTextIsWrittenReadBesideTheStepAndNotedAsRead(@WithoutJavaScript Visitor manager, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "GUIDED", "GUIDED-1", 800_00, clock.today().minusDays(60));
        String login = staff.add("guided", Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio(
                "Of the guided", people.byLogin(login).orElseThrow().id(), "journey");
        books.moveTo(portfolio, books.account(entity, "GUIDED").value());
        nightlyRun.run(clock.today(), "journey");

        manager.signInAs(Role.MANAGER);
        manager.open("/team");
        manager.follow("Process guide");
        manager.follow("Call");
        manager.page().getByLabel("Words").fill("Ask <b>when</b> & how:\n- an amount\n- a day");
        manager.page().getByLabel("Holds from").fill(clock.today().minusDays(1).toString());
        manager.press("Write it");
        assertThat(manager.reads()).contains("It can hold from today on");
        manager.page().getByLabel("Holds from").fill(clock.today().toString());
        manager.press("Write it");
        assertThat(manager.flash()).startsWith("The guide says this from");
        assertThat(manager.page().locator("main li").allInnerTexts()).contains("an amount", "a day");
        assertThat(manager.page().locator("main p b").count())
                .as("no mark-up from people")
                .isZero();
        assertThat(manager.reads()).contains("Ask <b>when</b> & how:");
        manager.open("/team/guide/ACTION-ESCALATE");
        manager.page().getByLabel("Words").fill("Say what is to be decided.");
        manager.press("Write it");
        manager.open("/team/guide");
        assertThat(manager.reads()).contains("Collector guided");

        collector.signIn(login, Staff.PASSWORD);
        collector.open("/today?action=NOTICE_1");
        assertThat(collector.reads()).contains("texts of the process guide are not read yet");
        collector.page().locator("form[action^='/today/calls'] button").click();
        Locator folded = collector.page().getByText("Guide: Call (not read yet)");
        assertThat(collector.reads()).doesNotContain("an amount");
        folded.click();
        assertThat(collector.reads()).contains("an amount", "Version 1");
        collector.assertAccessible("call-guide");
        collector.page().getByLabel("I have read the guide to Call").click();
        collector.page().getByText("It is noted that you have read it.").waitFor();
        assertThat(collector.at()).as("still at the call").startsWith("/today/calls/");

        long customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        collector.open("/customers/" + customer + "/escalations");
        assertThat(collector.reads()).contains("Guide: Escalate (not read yet)");
        collector.open("/own/guide");
        assertThat(collector.reads()).contains("Say what is to be decided.", "You have read it.");
        collector.assertAccessible("own-guide");
        collector.assertFitsAPhone();
        assertThat(collector.open("/team/guide")).isEqualTo(403);

        manager.open("/team/guide");
        Locator call = manager.page()
                .locator("tr", new Page.LocatorOptions().setHas(manager.page().locator("a[href$='ACTION-CALL']")));
        assertThat(call.innerText()).doesNotContain("Collector guided");

        collector.signInAs(Role.AUDITOR);
        for (String page : new String[] {"guide", "guide/ACTION-CALL"}) {
            collector.open("/team/" + page);
            collector.assertAccessible("team-" + page.replace('/', '-'));
            collector.assertFitsAPhone();
        }
        assertThat(collector.reads()).doesNotContain("Write it");
        assertThat(collector.postByHand("/team/guide/ACTION-CALL/versions", Map.of("after", "1", "words", "Mine")))
                .isEqualTo(403);
    }
}
