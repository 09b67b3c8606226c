package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.behaviour.BehaviourBook;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Role;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** What is agreed with a customer, from the choice of its items to the approval by somebody else; and how it has paid. */
@Journey
class AgreementsJourney {

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private BehaviourBook behaviours;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aPlanIsProposedByKeyboardApprovedByAnotherAndItsItemsAreSeen(Visitor one, Visitor other) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "P-1", 500_00, clock.today().minusDays(40));
        long customer = customer(entity);
        one.signInAs(Role.MANAGER);
        one.open("/customers/" + customer);
        one.page().keyboard().press("a");
        one.page().waitForURL("**/agreement?");
        one.press("Propose the plan");
        assertThat(one.reads()).contains("Choose the items that it is about.");
        one.page().getByLabel("Choose P-1").focus();
        one.page().keyboard().press("Space");
        one.page().waitForSelector("#chosen:has-text('500.00')");
        one.assertAccessible("agree");
        one.press("Propose the plan");
        assertThat(one.flash()).isEqualTo("The plan is proposed; somebody else approves it.");
        assertThat(one.reads()).contains("You cannot approve it: Nobody approves what they asked for themselves");
        String plan = one.at();

        other.signInAs(Role.MANAGER, Role.COLLECTOR);
        other.open("/today");
        assertThat(other.reads()).contains("for your approval");
        other.open(plan);
        other.press("Approve the plan");
        assertThat(other.flash()).isEqualTo("The plan is approved and runs.");
        other.assertAccessible("plan");
        other.open("/agreements/plans");
        assertThat(other.reads()).contains("Running").contains("Customer C1");
        other.open("/agreements?show=OPEN");
        assertThat(other.reads()).contains("No promise is decided yet");
        other.assertAccessible("promises");
        assertThat(other.fetch("/agreements/export?format=CSV&show=OPEN").text())
                .contains("166.6");
    }

    @Test
    void severalItemsArePromisedAtOnce(@WithoutJavaScript Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "M-1", 100_00, clock.today().minusDays(40));
        books.invoice(entity, "C1", "M-2", 200_00, clock.today().minusDays(30));
        visitor.signInAs(Role.MANAGER);
        visitor.open("/customers/" + customer(entity) + "/agreement");
        visitor.page().getByLabel("Choose M-1").check();
        visitor.page().getByLabel("Choose M-2").check();
        visitor.press("Keep the promise");
        assertThat(visitor.flash()).isEqualTo("2 items are promised.");
        assertThat(visitor.reads()).contains("300.00");
    }

    @Test
    void aPayersMonthsAreSeenAndOpenThePaymentsBehindThem(Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        LocalDate today = clock.today();
        for (int month = 8; month >= 1; month--) {
            LocalDate paidOn = today.minusMonths(month);
            ItemId invoice = books.invoice(entity, "C1", "B-" + month, 100_00, paidOn.minusDays(month > 4 ? 10 : 25));
            ItemId payment = books.payment(entity, "C1", "BP-" + month, 100_00, paidOn);
            ledger.allocate(
                    List.of(new AllocationOrder(payment, invoice, 100_00)), new PostingContext(paidOn, "test", "test"));
        }
        behaviours.bringUpToDate(today);
        visitor.signInAs(Role.MANAGER);
        visitor.open("/customers/behaviour?show=TURNED_WORSE&entity=" + entity.id());
        assertThat(visitor.reads()).contains("Routinely late").contains("was 10, now 25");
        visitor.assertAccessible("behaviour-list");
        visitor.follow("Customer C1");
        assertThat(visitor.reads()).contains("Turned worse in", "Later lately:", "20 days", "due date");
        visitor.assertAccessible("behaviour-customer");
        visitor.page().locator(".q-months a").last().click();
        assertThat(visitor.reads()).contains("B-1").contains("25");
        visitor.assertAccessible("behaviour-month");
        visitor.open("/customers/" + customer(entity));
        visitor.page().locator("aside .q-months").waitFor();
    }

    private long customer(LegalEntity entity) {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }
}
