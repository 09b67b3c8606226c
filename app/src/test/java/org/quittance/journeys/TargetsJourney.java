package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager sets what is to be reached in a month; the collector reads on Today how far they have come, and from what. */
@Journey
class TargetsJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private BusinessClock clock;

    @Test
    void aTargetIsSetCopiedAndOpenedDownToItsRows(@WithoutJavaScript Visitor manager, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "AIM", "AIM-1", 800_00, clock.today().minusDays(20));
        String login = staff.add("aiming", Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio(
                "Of the aiming", people.byLogin(login).orElseThrow().id(), "journey");
        books.moveTo(portfolio, books.account(entity, "AIM").value());
        books.payment(entity, "AIM", "AIM-P", 250_00, clock.today());
        collector.signIn(login, Staff.PASSWORD);
        assertThat(collector.reads()).doesNotContain("Your targets");

        manager.signInAs(Role.MANAGER);
        manager.open("/team");
        manager.follow("Targets");
        manager.page().getByLabel("Cash collected, Collector aiming").fill("1,000.00");
        manager.page().getByLabel("Contacts, Collector aiming").fill("many");
        manager.press("Set the targets");
        assertThat(manager.reads()).contains("Give the three letters of a currency.", "Give a whole number.");
        manager.page().getByLabel("Currency of Collector aiming").fill("EUR");
        manager.page().getByLabel("Contacts, Collector aiming").fill("40");
        manager.press("Set the targets");
        assertThat(manager.flash()).isEqualTo("2 targets are set.");
        assertThat(manager.reads()).contains("Collector aiming", "250.00", "1,000.00", "On course");

        collector.open("/today");
        collector.page().getByText("Your targets: cash collected").waitFor();
        assertThat(collector.reads())
                .contains("Your targets: cash collected 250.00", "contacts 0 of 40", "working days are gone");
        collector.assertAccessible("today-targets");
        collector.page().locator("a[href*=CASH_COLLECTED]").click();
        assertThat(collector.heading()).isEqualTo("Cash collected, Collector aiming");
        assertThat(collector.reads()).contains("Customer AIM", "250.00", "by its bank date");
        collector.assertAccessible("today-target-rows");
        collector.assertFitsAPhone();
        assertThat(collector
                        .fetch(collector.at().replace("targets?", "targets/export?format=CSV&"))
                        .text())
                .contains("Day,What,Customer,Entity,Amount", "Customer AIM");
        assertThat(collector.open("/team/targets")).isEqualTo(403);

        YearMonth next = YearMonth.from(clock.today()).plusMonths(1);
        manager.open("/team/targets?month=" + next);
        manager.page().locator("form[action$=copies] button").click();
        assertThat(manager.flash()).matches("\\d+ targets are set\\.");
        assertThat(manager.reads()).contains("1,000.00");
        YearMonth before = YearMonth.from(clock.today()).minusMonths(1);
        manager.open("/team/targets?month=" + before);
        assertThat(manager.reads()).doesNotContain("Set targets");
        assertThat(manager.open("/team")).isEqualTo(200);
        assertThat(manager.reads()).contains("Targets", "250.00");

        collector.signInAs(Role.AUDITOR);
        collector.open("/team/targets");
        collector.assertAccessible("team-targets");
        collector.assertFitsAPhone();
        assertThat(collector.reads()).doesNotContain("Set the targets");
        assertThat(collector.postByHand("/team/targets/" + next, Map.of())).isEqualTo(403);
    }
}
