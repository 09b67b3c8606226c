package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.reminder.Brakes;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** The contact gate from the screen: rules by version, blocks, a call that is refused and one that is placed, a run that was stopped. */
@Journey
class ContactRulesJourney {

    @Autowired
    private Books books;

    @Autowired
    private Customers customers;

    @Autowired
    private Brakes brakes;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long customer;

    @BeforeEach
    void aCustomerOwesAndCanBeCalled() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        books.invoice(entity, "C1", "G-1", 500_00, Books.TODAY.minusDays(40));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        sql.execute("update ledger.customer set name = ? where id = ?", "Gate " + entity.code(), customer);
        customers.addContact(
                new ContactDraft(
                        customer,
                        "Ada Blum",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "ada@blum.example",
                        "+44 20 7946 0018",
                        "en",
                        false),
                "test");
    }

    @AfterEach
    void backToTheMorning() {
        clock.setTo(Books.TODAY);
        brakes.holding().ifPresent(brake -> brakes.dismiss(brake.id(), "The test is over", Viewer.system("test")));
    }

    @Test
    void theManagerAdoptsAVersionOfTheRulesAndTheOthersReadIt(Visitor manager, Visitor collector) {
        manager.signInAs(Role.MANAGER);
        manager.open("/strategies");
        manager.page().locator(".q-nav summary").click();
        manager.follow("Contact rules");
        manager.assertAccessible("contact-rules");
        manager.page().getByLabel("Calls until").fill("07:00");
        manager.page().getByLabel("Calls to one customer, at most").fill("many");
        manager.page().getByLabel("Why the rules change").fill("Customers asked for quieter Fridays");
        manager.press("Adopt the version");
        assertThat(manager.reads()).contains("Give a time of the day, and a later one", "Give 1 to 92.");
        manager.assertAccessible("contact-rules-refused");

        manager.page().getByLabel("Calls until").fill("17:30");
        manager.page().getByLabel("Calls to one customer, at most").fill("5");
        manager.page().getByLabel("Customers that are never too many").fill("1000000");
        manager.press("Adopt the version");
        assertThat(manager.flash()).contains("of the contact rules is adopted.");
        assertThat(manager.reads())
                .contains("Valid today", "Customers asked for quieter Fridays", "Calls from 08:00 to 17:30");

        manager.follow("Laws");
        assertThat(manager.reads())
                .contains("Regulation F", "12 CFR 1006.6(b)(1)", "from 08:00 to 21:00", "CONC 7.9.4R", "UWG section 7");
        manager.assertAccessible("contact-laws");
        manager.page().getByLabel("Legal entity").selectOption(entity.code());
        manager.page().getByLabel("Why").fill(" ");
        manager.press("Keep it");
        assertThat(manager.reads()).contains("Say why: an auditor reads it beside the law.");
        manager.page().getByLabel("Why").fill("Counsel of March");
        manager.press("Keep it");
        assertThat(manager.flash()).isEqualTo("Switched off in " + entity.code() + " from 2 March 2026.");
        assertThat(manager.reads())
                .contains("Counsel of March")
                .containsPattern("Not observed by:[^(]*\\b" + entity.code() + "\\b");

        collector.signInAs(Role.COLLECTOR);
        collector.open("/contact-rules");
        assertThat(collector.reads()).contains("quieter Fridays").doesNotContain("Adopt a new version");
        assertThat(collector.postByHand("/contact-rules/versions", Map.of("after", "1")))
                .isEqualTo(403);
        assertThat(collector.postByHand(
                        "/contact-rules/laws/switches",
                        Map.of("after", "0", "pack", "us-reg-f", "entity", entity.code(), "reason", "x")))
                .isEqualTo(403);
        assertThat(collector.postByHand("/contact-rules/sending/modes", Map.of("mode", "ON")))
                .isEqualTo(403);
        assertThat(collector.postByHand("/contact-rules/sending/brakes/1/release", Map.of("reason", "x")))
                .isEqualTo(403);
    }

    @Test
    void theManagerWritesTheWordsOfALetterAndReadsThemWithRealItemsBeforeTheyHold(
            Visitor manager, @WithoutJavaScript Visitor collector) {
        String list = "/contact-rules/texts?entity=" + entity.id();
        manager.signInAs(Role.MANAGER);
        manager.open("/contact-rules");
        manager.follow("Letter texts");
        manager.assertAccessible("letter-texts");
        manager.open(list);
        manager.follow("Second notice, Dutch: As shipped");
        assertThat(manager.heading()).isEqualTo("Second notice, Dutch");
        manager.assertAccessible("letter-text");
        manager.page().getByLabel("Before the items").fill("Beste {naam},");
        manager.page().keyboard().press("Escape");
        manager.page()
                .locator("button[formaction$='/preview?entity=" + entity.id() + "']")
                .click();
        assertThat(manager.reads())
                .contains("Nothing is put in for {naam} here. There is {entity}, {customer}, {name}");
        manager.assertAccessible("letter-text-refused");

        manager.page().getByLabel("Before the items").fill("Beste {name},\nnog open: {totals}.");
        manager.page().getByLabel("Read it with the items of customer").fill("Gate " + entity.code());
        manager.page()
                .locator("button[formaction$='/preview?entity=" + entity.id() + "']")
                .click();
        assertThat(manager.page().locator(".q-mail").innerText())
                .contains("Beste Gate " + entity.code() + ",\nnog open: EUR")
                .contains("G-1");
        manager.press("Adopt these words");
        assertThat(manager.reads()).contains("Say why the words change");
        manager.page().getByLabel("Why the words change").fill("Friendlier to the Dutch");
        manager.press("Adopt these words");
        assertThat(manager.flash()).contains("Every letter that is written from now on has these words.");

        collector.signInAs(Role.COLLECTOR);
        collector.open(list);
        collector.follow("Second notice, Dutch: Ours, for this entity");
        assertThat(collector.reads())
                .contains("Friendlier to the Dutch", "Version 1", "nog open:")
                .doesNotContain("Adopt these words");
        assertThat(collector.postByHand(
                        "/contact-rules/texts/notice_2/nl/shipped?entity=" + entity.id(),
                        Map.of("seen", "1", "reason", "x")))
                .isEqualTo(403);

        manager.page().getByLabel("Why you go back").fill("They liked the old ones better");
        manager.press("Go back to the words of all entities");
        assertThat(manager.flash()).contains("has these words");
        assertThat(manager.reads()).contains("They liked the old ones better", "Back to the words");
        manager.open(list);
        assertThat(manager.reads()).doesNotContain("Ours, for this entity");
    }

    @Test
    void aCallInTheEveningIsRefusedWithItsRuleAndTheManagerSetsItAside(
            @WithoutJavaScript Visitor lead, @WithoutJavaScript Visitor manager) {
        String page = "/customers/" + customer;
        manager.signInAs(Role.MANAGER);
        manager.open(page);
        manager.press("Dial Ada Blum, +44 20 7946 0018");
        assertThat(manager.page().locator("a[href='tel:+442079460018']").innerText())
                .contains("+44 20 7946 0018");
        manager.follow("note how it ended");
        assertThat(manager.at()).startsWith(page);

        clock.advance(Duration.ofHours(11).plusMinutes(30));
        manager.open(page);
        manager.press("Dial Ada Blum, +44 20 7946 0018");
        assertThat(manager.reads()).contains("Not yet", "20:30", "quiet-hours", "Allowed again");
        assertThat(manager.page().locator("a[href^='tel:']").count()).isZero();
        manager.page().getByLabel("Why the rule is set aside").fill("She has asked for a call at half past eight");
        manager.press("Set the rule aside and ask again");
        assertThat(manager.flash()).isEqualTo("The rule is set aside for this call.");
        assertThat(manager.page().locator("a[href='tel:+442079460018']").count())
                .isEqualTo(1);

        manager.open(page);
        assertThat(manager.reads()).contains("Not called yet", "Rule set aside", "She has asked for a call");
        manager.open("/contact-rules/refusals?rule=quiet-hours&customer=Gate+" + entity.code());
        assertThat(manager.reads()).contains("Call to Ada Blum", "Hours of our policy", "until");
        assertThat(manager.fetch("/contact-rules/refusals/export?format=CSV&customer=Gate+" + entity.code())
                        .text())
                .contains("Call to Ada Blum", "quiet-hours");

        lead.signInAs(Role.TEAM_LEAD, Role.COLLECTOR);
        assertThat(lead.postByHand(page + "/dialling", Map.of("contact", "1"))).isEqualTo(404);
    }

    @Test
    void aBlockKeepsCallsAwayUntilItIsLifted(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        manager.open("/contact-rules/blocks");
        manager.page()
                .getByLabel("Customer", new GetByLabelOptions().setExact(true))
                .fill("nobody of this name");
        manager.page().getByLabel("Why", new GetByLabelOptions().setExact(true)).fill("A lawyer answers");
        manager.press("Block the customer");
        assertThat(manager.reads()).contains("No customer of yours has this number");
        manager.page()
                .getByLabel("Customer", new GetByLabelOptions().setExact(true))
                .fill("Gate " + entity.code());
        manager.press("Block the customer");
        assertThat(manager.flash()).isEqualTo("The customer is not contacted any more.");
        manager.assertAccessible("contact-blocks");

        manager.open("/customers/" + customer);
        manager.press("Dial Ada Blum, +44 20 7946 0018");
        assertThat(manager.reads())
                .contains("Not to be called", "A lawyer answers", "do-not-contact", "Nobody can set this rule aside.");
        manager.assertAccessible("dialling-refused");
        manager.open("/contact-rules/refusals");
        assertThat(manager.reads()).contains("Gate " + entity.code(), "do-not-contact");
        manager.assertAccessible("contact-refusals");

        manager.open("/contact-rules/blocks");
        manager.page()
                .getByLabel("Why the block of Gate " + entity.code() + " is lifted")
                .fill("Settled");
        manager.page()
                .locator("form[action='/contact-rules/blocks/" + customer + "/lift'] button")
                .click();
        assertThat(manager.flash()).isEqualTo("The customer may be contacted again.");
        manager.open("/customers/" + customer);
        manager.press("Dial Ada Blum, +44 20 7946 0018");
        assertThat(manager.reads()).contains("May be called");
        manager.assertAccessible("dialling");
    }

    @Test
    void whatACustomerIsBeforeTheLawAndWhatItsPeopleHaveSaidDecideWhetherTheyAreCalled(Visitor manager) {
        String page = "/customers/" + customer;
        manager.signInAs(Role.MANAGER);
        manager.open(page + "/particulars");
        manager.page().getByLabel("It is a").selectOption("SOLE_TRADER");
        manager.page().getByLabel("By what we know it").fill("Trade register");
        manager.press("Note it");
        assertThat(manager.flash())
                .isEqualTo("Gate %s is kept as sole trader from 2 March 2026.".formatted(entity.code()));
        assertThat(manager.reads()).contains("Sole trader since 2 March 2026");

        manager.follow("Ada Blum");
        manager.page().getByLabel("Their consent is").selectOption("WITHDRAWN");
        manager.page().getByLabel("How").fill(" ");
        manager.press("Note it");
        assertThat(manager.reads()).contains("Say how it was said");
        manager.page().getByLabel("How").fill("She rang: write instead");
        manager.press("Note it");
        assertThat(manager.reads()).contains("Calls: withdrawn", "She rang: write instead");
        manager.assertAccessible("contact-consents");

        manager.open(page);
        assertThat(manager.reads()).contains("Calls: withdrawn", "Consent to calls withdrawn");
        manager.press("Dial Ada Blum, +44 20 7946 0018");
        assertThat(manager.reads())
                .contains("do not want to be called any more", "consent-withdrawn", "Nobody can set this rule aside.");
    }

    @Test
    void aRunThatWasStoppedIsSeenOnTodayAndDecidedByTheManager(Visitor manager, Visitor lead) {
        long brake = sql.fetchSingle("""
                        insert into collections.brake (business_date, customers, usual, most, actor, at)
                        values (?, 900, 40, 120, 'nightly-run', now())
                        returning id
                        """, Books.TODAY).get(0, Long.class);
        sql.execute("insert into collections.braked_customer (brake_id, customer_id) values (?, ?)", brake, customer);
        lead.signInAs(Role.TEAM_LEAD);
        lead.open("/today");
        assertThat(lead.reads())
                .contains("Automatic messages are stopped: 900 customers would be written to; 40 are usual");
        lead.follow("Decide about 1 customer");
        assertThat(lead.reads()).contains("The credit manager decides.").doesNotContain("Let them go");

        manager.signInAs(Role.MANAGER);
        manager.open("/contact-rules/sending");
        manager.assertAccessible("automatic-sending");
        manager.page().getByLabel("Change it to").selectOption("ON");
        manager.press("Change");
        assertThat(manager.flash()).isEqualTo("Automatic sending: Send every night.");
        manager.page().getByLabel("Change it to").selectOption("PROPOSE");
        manager.press("Change");
        assertThat(manager.flash()).isEqualTo("Automatic sending: Propose.");
        manager.page().getByLabel("Why").fill("The new strategy starts today");
        manager.page().keyboard().press("Enter");
        manager.page().locator("#flash").getByText("dismissed").waitFor();
        assertThat(manager.flash()).isEqualTo("The run is dismissed. Nothing of it is sent.");
        assertThat(manager.reads()).contains("Dismissed by manager", "The new strategy starts today");
        manager.open("/today");
        assertThat(manager.reads()).doesNotContain("Automatic messages are stopped");
    }
}
