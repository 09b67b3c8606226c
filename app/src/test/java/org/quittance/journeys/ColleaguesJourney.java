package org.quittance.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people who have one customer open are told of each other, and do not note one promise twice unasked. */
@Journey
class ColleaguesJourney {

    private static final int BEAT_MILLIS = 20_000;

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aCollectorSeesThatAnotherHasTheCustomerOpenAndHasJustNotedThePromise(
            Visitor clara, Visitor omar, @WithoutJavaScript Visitor plain) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "SHARED", "1", 500_00, clock.today().minusDays(20));
        long account = books.account(entity, "SHARED").value();
        String page = "/customers/" + customerOf(account);
        staff.add("both-clara", Set.of(Role.COLLECTOR));
        staff.add("both-omar", Set.of(Role.COLLECTOR));
        staff.add("both-plain", Set.of(Role.COLLECTOR));
        long portfolio = people.addPortfolio(
                "Shared", people.byLogin("both-clara").orElseThrow().id(), "test");
        for (String login : new String[] {"both-omar", "both-plain"}) {
            people.openPortfolio(portfolio, people.byLogin(login).orElseThrow().id(), "test");
        }
        books.moveTo(portfolio, account);
        clara.signIn("both-clara", Staff.PASSWORD);
        omar.signIn("both-omar", Staff.PASSWORD);
        plain.signIn("both-plain", Staff.PASSWORD);

        clara.page().clock().install();
        clara.open(page);
        assertThat(clara.reads()).doesNotContain("has this customer open");
        omar.open(page);
        assertThat(omar.reads()).contains("Collector both-clara has this customer open since ");
        omar.assertAccessible("colleagues");
        omar.assertFitsAPhone();
        clara.page().clock().runFor(BEAT_MILLIS);
        Locator told = clara.page().locator("[data-background]");
        assertThat(told).containsText("Collector both-omar has this customer open since ");

        omar.page().getByLabel("It ended").selectOption("PROMISED");
        omar.page().getByLabel("Amount").fill("300");
        omar.press("Keep the call");
        assertThat(omar.flash()).isEqualTo("The call and the promise are noted.");
        clara.page().clock().runFor(BEAT_MILLIS);
        assertThat(told).containsText("Collector both-omar noted a promise at ");

        clara.page().getByLabel("It ended").selectOption("PROMISED");
        clara.page().getByLabel("Amount").fill("300");
        clara.press("Keep the call");
        assertThat(clara.page().locator("#repeat-question"))
                .containsText("Collector both-omar has noted the same a moment ago: EUR 300.00 by ");
        assertThat(promises(account)).isEqualTo(1);
        clara.assertAccessible("promise-again");
        clara.page().getByLabel("It is another promise: note it too").check();
        clara.press("Keep the call");
        assertThat(clara.flash()).isEqualTo("The call and the promise are noted.");
        assertThat(promises(account)).isEqualTo(2);

        plain.open(page + "/agreement");
        assertThat(plain.reads()).contains("Collector both-omar has this customer open since ");
    }

    private int promises(long account) {
        return sql.fetchCount(sql.selectFrom("collections.promise").where("account_id = ?", account));
    }

    private long customerOf(long account) {
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
    }
}
