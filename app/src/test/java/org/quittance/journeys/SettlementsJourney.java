package org.quittance.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.Settlements;
import org.quittance.core.ledger.ItemId;
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
        asks.press("Offer the settlement");
        assertThat(asks.flash()).startsWith("The offer is kept.");
        assertThat(asks.reads()).contains("Waits for approval", "8,000.00", "it needs the credit manager");
        String settlement = asks.at();
        asks.press("Approve the offer");
        assertThat(asks.reads()).contains("Nobody approves what they asked for themselves");

        decides.signInAs(Role.MANAGER, Role.COLLECTOR);
        decides.open(settlement);
        decides.assertAccessible("settlement-proposed");
        decides.assertFitsAPhone();
        decides.press("Approve the offer");
        assertThat(decides.flash()).startsWith("The offer is approved and stands.");
        decides.assertAccessible("settlement-stands");
        decides.assertFitsAPhone();
        decides.press("Send the offer by e-mail");
        assertThat(decides.reads()).contains("Or print the letter.");
        assertThat(new String(decides.fetch(settlement + "/letter").body(), ISO_8859_1))
                .startsWith("%PDF");
        decides.open("/agreements/settlements");
        assertThat(decides.reads()).contains("Customer C1", "Stands", "12,000.00");
        assertThat(decides.fetch("/agreements/settlements/export?format=CSV").text())
                .contains("Settlement,Customer", "Customer C1", "12000.00");
        decides.open("/customers/" + customer);
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

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }
}
