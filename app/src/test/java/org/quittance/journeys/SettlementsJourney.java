package org.quittance.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.Settlements;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** Less than is owed is offered, approved by another, paid in time, and the rest goes to whoever decides about write-offs. */
@Journey
class SettlementsJourney {

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void anOfferIsProposedWithoutJavaScriptApprovedByAnotherPaidAndWrittenOff(
            @WithoutJavaScript Visitor asks, Visitor decides, Visitor cash) {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice =
                books.invoice(entity, "C1", "O-1", 20_000_00, clock.today().minusDays(60));
        long customer = customer(entity);
        asks.signInAs(Role.MANAGER);
        asks.open("/customers/" + customer + "/agreement");
        asks.press("Offer the settlement");
        assertThat(asks.reads()).contains("Enter what we take");
        asks.page().getByLabel("We take").fill("12000.00");
        asks.press("Offer the settlement");
        assertThat(asks.reads()).contains("Choose the items that it is about.");
        asks.page().getByLabel("Choose O-1").check();
        asks.press("Add up");
        assertThat(asks.reads()).contains("item chosen: 20,000.00");
        asks.press("Offer the settlement");
        assertThat(asks.flash()).startsWith("The offer is kept.");
        assertThat(asks.reads()).contains("Waits for approval", "8,000.00", "it needs the credit manager");
        String settlement = asks.at();
        assertThat(asks.reads()).contains("You cannot approve it: Nobody approves what they asked for themselves");

        decides.signInAs(Role.MANAGER, Role.COLLECTOR);
        decides.open("/agreements/settlements?show=TO_APPROVE");
        assertThat(decides.reads()).contains("Customer C1");
        decides.open(settlement);
        decides.assertAccessible("settlement-proposed");
        decides.assertFitsAPhone();
        decides.press("Approve the offer");
        assertThat(decides.flash()).startsWith("The offer is approved and stands.");
        decides.assertAccessible("settlement-stands");
        decides.assertFitsAPhone();
        assertThat(decides.reads()).contains("Stands, not sent yet", "send the letter");
        decides.press("Send the offer by e-mail");
        assertThat(decides.reads()).contains("Or print the letter.");
        assertThat(new String(decides.fetch(settlement + "/letter").body(), ISO_8859_1))
                .startsWith("%PDF");
        decides.open("/agreements/settlements");
        assertThat(decides.reads()).contains("Customer C1", "Stands", "12,000.00");
        assertThat(decides.fetch("/agreements/settlements/export?format=CSV").text())
                .contains("Settlement,Customer", "Customer C1", "12000.00");
        decides.open("/today");
        assertThat(decides.reads()).contains("not sent yet: send the letter");
        decides.open(settlement);
        Download letter = decides.page().waitForDownload(() -> decides.press("Take the letter to post it"));
        assertThat(letter.suggestedFilename()).endsWith(".pdf");
        decides.open(settlement);
        assertThat(decides.reads())
                .contains("Its letter was taken, has left or waits")
                .doesNotContain("not sent yet");
        decides.open("/customers/" + customer);
        assertThat(decides.reads()).contains("EUR 12,000.00 is offered until");
        assertThat(decides.reads()).contains("is to be given up by a settlement and left out");

        ItemId money = books.payment(entity, "C1", "SP-1", 12_000_00, clock.today());
        ledger.allocate(
                List.of(new AllocationOrder(money, invoice, 12_000_00)),
                new PostingContext(clock.today(), "test", "test"));
        settlements.review(clock.today(), "journey");
        decides.open(settlement);
        assertThat(decides.reads()).contains("Kept", "To be written off", "Waits for approval");
        decides.assertAccessible("settlement-kept");
        decides.assertFitsAPhone();
        decides.open("/cash/requests");
        assertThat(decides.reads()).contains("was kept", "8,000.00");

        cash.signInAs(Role.CASH);
        assertThat(cash.open(settlement)).isEqualTo(403);
        cash.open("/customers");
        assertThat(cash.postByHand("/customers/" + customer + "/settlements", Map.of("offer", "1")))
                .isEqualTo(403);
        assertThat(cash.postByHand(settlement + "/decision", Map.of("decision", "APPROVED")))
                .isEqualTo(403);
    }

    @Test
    void anOfferWithinOnesOwnDiscretionStandsAtOnceAndIsWithdrawn(Visitor manager) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C2", "O-2", 500_00, clock.today().minusDays(60));
        manager.signInAs(Role.MANAGER);
        manager.open("/customers/" + customer(entity) + "/agreement");
        manager.page().getByLabel("Choose O-2").check();
        manager.page().getByLabel("We take").fill("450.00");
        manager.press("Offer the settlement");
        assertThat(manager.reads()).contains("Stands", "within their own discretion");
        manager.page().getByLabel("Why").fill("They have said no");
        manager.press("Withdraw the offer");
        assertThat(manager.flash()).startsWith("The offer is withdrawn");
        assertThat(manager.reads()).contains("Withdrawn", "They have said no");
        manager.assertAccessible("settlement-withdrawn");
    }

    @Test
    void theManagerLowersALimitAndACollectorsOfferThenNeedsApproval(Visitor manager, Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C3", "O-3", 500_00, clock.today().minusDays(60));
        staff.add("limited", Set.of(Role.COLLECTOR));
        people.openPortfolio(
                portfolio(entity), people.byLogin("limited").orElseThrow().id(), "journey");
        collector.signIn("limited", Staff.PASSWORD);
        collector.open("/customers/" + customer(entity) + "/agreement");
        assertThat(collector.reads())
                .contains("Alone you may give up EUR 50.00", "a team lead EUR 25,000.00 over 180 days");

        manager.signInAs(Role.MANAGER);
        manager.open("/agreements");
        manager.follow("Limits");
        assertThat(manager.reads()).contains("any amount", "25,000.00");
        manager.assertAccessible("authority-limits");
        manager.page().getByLabel("Team lead: gives up alone").fill("10.00");
        manager.page().getByLabel("Collector: approves plans over").fill("ninety");
        manager.page().getByLabel("Why the limits change").fill("Too much was given away");
        manager.press("Adopt the limits");
        assertThat(manager.reads()).contains("Give a number of days.");
        manager.page().getByLabel("Collector: approves plans over").fill("90");
        manager.press("Adopt the limits");
        assertThat(manager.reads()).contains("Less than the level below may");
        manager.assertAccessible("authority-limits-refused");
        manager.assertFitsAPhone();
        manager.page().getByLabel("Team lead: gives up alone").fill("500.00");
        manager.page().getByLabel("Collector: gives up alone").fill("20.00");
        manager.press("Adopt the limits");
        assertThat(manager.flash()).contains("of the limits holds from now on");
        assertThat(manager.reads())
                .contains("a collector gives up alone EUR 20.00 instead of EUR 50.00", "Too much was given away");
        manager.assertAccessible("authority-limits-adopted");
        manager.assertFitsAPhone();

        collector.page().getByLabel("Choose O-3").check();
        collector.page().getByLabel("We take").fill("470.00");
        collector.press("Offer the settlement");
        assertThat(collector.reads()).contains("Waits for approval", "it needs a team lead");
        collector.open("/agreements/limits");
        assertThat(collector.reads())
                .contains("Alone you may give up EUR 20.00", "The credit manager sets the limits.")
                .doesNotContain("Adopt other limits");
        collector.open("/customers/" + customer(entity) + "/agreement");
        assertThat(collector.postByHand("/agreements/limits/versions", Map.of("after", "1")))
                .isEqualTo(403);

        manager.page().getByLabel("Collector: gives up alone").fill("50.00");
        manager.page().getByLabel("Why the limits change").fill("Back to what it was");
        manager.press("Adopt the limits");
        assertThat(manager.reads()).contains("a collector gives up alone EUR 50.00 instead of EUR 20.00");
    }

    private long portfolio(LegalEntity entity) {
        return sql.fetchSingle("select portfolio_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }
}
