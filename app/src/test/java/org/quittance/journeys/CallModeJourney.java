package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.worklist.CallRounds;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** A collector calls the accounts of the list one after the other, by keyboard alone, and finds whoever calls back by their number. */
@Journey
class CallModeJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private CallRounds rounds;

    @Autowired
    private Promises promises;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void accountsAreCalledByKeyboardASlipIsTakenBackAndTheRoundEnds(Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        staff.add("calling", Set.of(Role.COLLECTOR));
        long portfolio = portfolio("calling");
        owes(entity, portfolio, "RING-1", 9_000_00, 60);
        owes(entity, portfolio, "RING-2", 6_000_00, 30);
        owes(entity, portfolio, "RING-3", 300_00, 10);
        owes(entity, portfolio, "RING-4", 200_00, 9);
        books.item(
                entity,
                "RING-2",
                ItemKind.INVOICE,
                "INV-USD",
                Money.of("800", "USD"),
                clock.today().minusDays(12));
        nightlyRun.run(clock.today(), "journey");
        collector.signIn("calling", Staff.PASSWORD);
        collector.open("/today");
        collector.page().keyboard().press("c");
        assertThat(collector.flash())
                .as("letters come first: nobody is due a call")
                .isEqualTo("No account of this list is due a call."
                        + " Choose under Next whom you want to call all the same.");
        collector.open("/today?action=NOTICE_1");
        assertThat(collector.reads()).contains("Call all of this list");
        collector.page().keyboard().press("c");
        collector.page().waitForURL("**/today/calls/**");
        assertThat(collector.heading()).isEqualTo("Customer RING-1");
        assertThat(collector.reads())
                .contains("Call 1 of 4", "Ask for a day for 1 item, EUR 9,000.00, which is 60 days overdue")
                .contains("up to 180 days if a team lead approves", "Nobody has talked to them yet", "Jana RING-1");
        collector.assertAccessible("call-mode");
        collector.assertFitsAPhone();

        collector.page().keyboard().press("d");
        collector.page().waitForURL("**dialling=**");
        assertThat(collector.reads()).containsAnyOf("May be called", "Not yet");
        collector.page().keyboard().press("n");
        collector.page().keyboard().type("Rang twice 0");
        collector.page().keyboard().press("Escape");
        collector.page().keyboard().press("0");
        collector.page().waitForURL("**/calls/*/2?**");
        assertThat(collector.flash()).startsWith("Customer RING-1: No answer, back on ");
        assertThat(collector.heading()).isEqualTo("Customer RING-2");
        assertThat(collector.reads()).contains("Call 2 of 4", "Noted last: Customer RING-1, No answer.");

        // A slip: it was another customer that did not answer.
        collector.page().keyboard().press("u");
        collector.page().waitForURL("**/calls/*/1?**");
        assertThat(collector.heading()).isEqualTo("Customer RING-1");
        assertThat(collector.flash()).isEqualTo("Customer RING-1: No answer is taken back.");
        collector.page().keyboard().press("n");
        collector.page().keyboard().type("Asked for copies");
        collector.page().keyboard().press("Control+Enter");
        collector.page().waitForURL("**/calls/*/2?**");
        assertThat(collector.flash()).as("the outcome that is marked").isEqualTo("Customer RING-1: Spoke to them.");

        collector.page().keyboard().press("p");
        collector.page().keyboard().type("nonsense");
        collector.page().keyboard().press("Enter");
        collector
                .page()
                .getByText("A promise needs an amount, such as 1,234.50, and a day.")
                .waitFor();
        assertThat(collector.page().evaluate("() => document.activeElement.id"))
                .as("whoever is told what is wrong stands in the wrong field")
                .isEqualTo("amount");
        collector.page().keyboard().press("Escape");
        collector.page().keyboard().press("p");
        collector.page().keyboard().type("5000");
        collector.page().getByLabel("Amount in USD").fill("800");
        collector.page().getByText("For some items only").click();
        collector.page().getByLabel("INV-RING-2,").check();
        assertThat(collector.page().getByLabel("Amount in EUR").inputValue())
                .as("the amount follows what is marked")
                .isEqualTo("6000.00");
        collector.page().getByLabel("Amount in EUR").fill("5000");
        collector.page().keyboard().press("Enter");
        collector.page().waitForURL("**/calls/*/3?**");
        assertThat(collector.flash()).isEqualTo("Customer RING-2: Promised to pay.");
        assertThat(sql.fetch(
                                "select i.document from collections.promise p join collections.promise_item pi on pi.promise_id = p.id"
                                        + " join ledger.item i on i.id = pi.item_id where p.actor = 'calling' and p.amount_minor = 500000")
                        .getValues(0, String.class))
                .as("the promise is for the item that was marked")
                .containsExactly("INV-RING-2");
        assertThat(collector.reads()).contains("Call 3 of 4");

        collector.page().keyboard().press("i");
        collector.page().waitForURL("**/calls/*/3/disputes?**");
        assertThat(collector.reads()).contains("What do they dispute?", "INV-RING-3");
        assertThat(collector.page().evaluate("() => document.activeElement.name"))
                .as("whoever is asked stands on the first item, which is marked as the only one")
                .isEqualTo("item");
        collector.assertAccessible("call-dispute");
        collector.page().keyboard().press("Enter");
        collector.page().getByText("Choose why they dispute it.").waitFor();
        collector.page().locator("#reason").selectOption("PRICE");
        collector.page().locator("#reason").press("Enter");
        collector.page().waitForURL("**/calls/*/4?**");
        assertThat(collector.flash())
                .isEqualTo("Customer RING-3: Disputes it. Nobody asks for that part of the item until it is answered.");

        sql.execute("update ledger.contact set do_not_contact = true where name = 'Jana RING-4'");
        collector.page().keyboard().press("d");
        collector.page().waitForURL("**dialling=**");
        assertThat(collector.reads()).contains("How they were called although dialling was refused");
        collector.assertAccessible("call-although-refused");
        collector.assertFitsAPhone();
        collector.page().keyboard().press("o");
        collector.page().waitForURL("**/today?**");
        assertThat(collector.flash()).isEqualTo("That was the last of the list; 3 calls were noted.");
        assertThat(sql.fetchSingle("select body from correspondence.activity where actor = 'calling' and kind = 'CALL'"
                                + " order by id limit 1")
                        .get(0, String.class))
                .as("Esc leaves the note with its text for the keys")
                .isEqualTo("Rang twice 0");
        assertThat(sql.fetch("select outcome from correspondence.activity where actor = 'calling' and kind = 'CALL'"
                                + " order by id")
                        .into(String.class))
                .containsExactly("No answer", "Spoke to them", "Promised to pay", "Disputes it");
        collector.open("/today?action=NOTICE_1");
        collector.page().keyboard().press("z");
        assertThat(collector.page().evaluate("() => document.activeElement.name"))
                .isEqualTo("until");
        collector.page().keyboard().press("w");
        assertThat(collector.page().evaluate("() => document.activeElement.value"))
                .isEqualTo(clock.today().plusWeeks(1).toString());
        collector.page().keyboard().press("Tab");
        collector.page().keyboard().type("Pays on Friday, with the weekly transfer");
        collector.page().keyboard().press("Enter");
        collector.page().locator("#flash .alert").waitFor();
        assertThat(collector.flash()).startsWith("Put off until ");
        collector.open("/today?show=SNOOZED");
        assertThat(collector.reads()).contains(": Pays on Friday");
        collector.page().keyboard().press("u");
        collector.page().locator("#flash .alert").waitFor();
        assertThat(collector.flash()).endsWith(" is no longer put off.");
        assertThat(collector.reads()).doesNotContain(": Pays on Friday");
        assertThat(sql.fetch("select currency, amount_minor, due_on from collections.promise where actor = 'calling'"))
                .extracting(promise -> promise.get(0), promise -> promise.get(1), promise -> promise.get(2))
                .containsExactlyInAnyOrder(
                        tuple("EUR", 5_000_00L, Date.valueOf(clock.today().plusDays(7))),
                        tuple("USD", 800_00L, Date.valueOf(clock.today().plusDays(7))));
    }

    @Test
    void aRoundIsWorkedAndLeftWithoutJavaScript(@WithoutJavaScript Visitor collector) {
        LegalEntity entity = books.entity("EUR");
        staff.add("calling-plain", Set.of(Role.COLLECTOR));
        long portfolio = portfolio("calling-plain");
        owes(entity, portfolio, "PLAIN-1", 9_000_00, 60);
        owes(entity, portfolio, "PLAIN-2", 6_000_00, 30);
        promises.note(
                PromiseDraft.of(
                        books.account(entity, "PLAIN-1"),
                        Money.of("2000", "EUR"),
                        clock.today().plusDays(9)),
                Viewer.system("journey"));
        nightlyRun.run(clock.today(), "journey");
        collector.signIn("calling-plain", Staff.PASSWORD);
        collector.open("/today?action=NOTICE_1");
        assertThat(collector.reads())
                .contains("At stake is what today’s steps ask for")
                .contains("At stake EUR 7,000.00: EUR 9,000.00 overdue, less EUR 2,000.00 promised or offered.");
        collector.page().locator("form[action^='/today/calls'] button").click();
        assertThat(collector.reads()).contains("Call 1 of 2");
        assertThat(collector.reads())
                .contains("Overdue in all", "Of it to ask for", "Of it promised or offered")
                .contains(
                        "Ask for a day for 1 item, EUR 7,000.00, which is 60 days overdue; another EUR 2,000.00 is overdue");
        collector.page().getByLabel("Amount").fill("nonsense");
        collector.page().locator("button[value=PROMISED]").click();
        assertThat(collector.reads()).contains("A promise needs an amount, such as 1,234.50, and a day.");
        collector.page().locator("button[value=LEFT_MESSAGE]").click();
        assertThat(collector.reads()).contains("Call 2 of 2");

        // Jana wants no calls: also where nobody has dialled from here, no call to her is noted without a word.
        sql.execute("update ledger.contact set do_not_contact = true where name = 'Jana PLAIN-2'");
        collector.page().locator("button[value=NO_ANSWER]").click();
        assertThat(collector.reads()).contains("Call 2 of 2", "Jana PLAIN-2 was not to be dialled");
        collector.page().getByLabel("How they were called").fill("From the desk of a colleague");
        collector.page().locator("button[value=NO_ANSWER]").click();
        assertThat(collector.flash()).contains("No answer", "That was the last of the list");
        assertThat(sql.fetchSingle("select body from correspondence.activity where actor = 'calling-plain'"
                                + " and outcome = 'No answer'")
                        .get(0, String.class))
                .isEqualTo("[Called although dialling was refused: From the desk of a colleague]");
        assertThat(collector.at()).startsWith("/today");
    }

    @Test
    void whoeverCallsIsFoundByTheirNumberOrAnInvoice(Visitor collector, Visitor colleague) {
        LegalEntity entity = books.entity("EUR");
        staff.add("called", Set.of(Role.COLLECTOR));
        long portfolio = portfolio("called");
        long customer = owes(entity, portfolio, "CALLER", 500_00, 20);
        collector.signIn("called", Staff.PASSWORD);
        for (String number : new String[] {"+44 (0)20 7946 0817", "02079460817", "0817 946 020", "460817"}) {
            collector.open("/customers?words=" + number.replace("+", "%2B").replace(" ", "%20"));
            if (number.equals("0817 946 020")) {
                assertThat(collector.reads()).as(number).contains("Nobody found");
            } else {
                assertThat(collector.reads()).as(number).contains("Customer CALLER", "Jana CALLER, +44 20 7946 0817");
            }
        }
        staff.add("asked", Set.of(Role.COLLECTOR));
        colleague.signIn("asked", Staff.PASSWORD);
        colleague.open("/customers?words=inv%20caller");
        assertThat(colleague.reads())
                .as("whose the caller is, and nothing of what they owe")
                .contains("Worked by colleagues", "Customer CALLER", "portfolio Of called", "Collector called")
                .doesNotContain("500.00");
        colleague.assertAccessible("worked-by-colleagues");
        collector.open("/customers?words=inv%20caller");
        assertThat(collector.reads()).contains("Customer CALLER", "Document INV-CALLER");
        collector.follow("Customer CALLER");
        assertThat(collector.at()).isEqualTo("/customers/" + customer);
    }

    @Test
    void whoeverDoesNotWorkTheAccountOpensNoCard(Visitor stranger) {
        LegalEntity entity = books.entity("EUR");
        staff.add("calls-hidden", Set.of(Role.COLLECTOR));
        owes(entity, portfolio("calls-hidden"), "HIDDEN", 500_00, 20);
        nightlyRun.run(clock.today(), "journey");
        CallRounds.Stop begun = rounds.begin(
                        people.credentials("calls-hidden").orElseThrow().viewer(), WorklistFilter.toDo())
                .orElseThrow();
        stranger.signInAs(Role.COLLECTOR);
        String card = "/today/calls/%d/%d".formatted(begun.round(), begun.place());
        assertThat(stranger.open(card)).isEqualTo(404);
        stranger.open("/today");
        assertThat(stranger.postByHand(card, Map.of("result", "NO_ANSWER"))).isEqualTo(404);
    }

    private long portfolio(String login) {
        return people.addPortfolio(
                "Of " + login, people.byLogin(login).orElseThrow().id(), "journey");
    }

    private long owes(LegalEntity entity, long portfolio, String number, long minor, int daysOverdue) {
        LocalDate due = clock.today().minusDays(daysOverdue);
        books.invoice(entity, number, "INV-" + number, minor, due);
        long account = books.account(entity, number).value();
        books.moveTo(portfolio, account);
        long customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account)
                .get(0, Long.class);
        customers.addContact(
                new ContactDraft(
                        customer, "Jana " + number, ContactRole.ACCOUNTS_PAYABLE, "", "+44 20 7946 0817", "en", false),
                "journey");
        return customer;
    }
}
