package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.correspondence.InternalLinks.Verdict;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.AnswerLinks;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.QuestionStanding;
import org.quittance.respondents.Questions;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead enters a sales owner; a collector asks; the sales owner answers on a phone, without signing in and without JavaScript. */
@Journey
class AnswerLinkJourney {

    @Autowired
    private Books books;

    @Autowired
    private Staff staff;

    @Autowired
    private People people;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Questions questions;

    @Autowired
    private AnswerLinks links;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    @Test
    void aRespondentIsEnteredAskedAndAnswersByTheLinkAlone(
            Visitor manager, Visitor collector, @WithoutJavaScript Visitor ruth, Visitor looker) {
        LegalEntity entity = anEntityThatWrites();
        long customer = customerOf(entity, "asks-sales");
        nightlyRun.run(clock.today(), "journey");
        manager.signInAs(Role.MANAGER);
        manager.open("/escalations/respondents");
        manager.page().getByLabel(entity.code() + " " + entity.name()).fill("halden.example");
        manager.press("Keep the domains");
        enter(manager, "rosa.anders@elsewhere.example");
        assertThat(manager.reads()).contains("rosa.anders@elsewhere.example is not an address of the company");
        enter(manager, "rosa.anders@halden.example");
        assertThat(manager.flash()).isEqualTo("Rosa Anders can be asked by mail now.");
        manager.assertAccessible("respondents");
        manager.assertFitsAPhone();

        collector.signIn("asks-sales", Staff.PASSWORD);
        collector.open("/customers/" + customer + "/escalations");
        collector.page().getByLabel("Path").selectOption("SALES_OWNER");
        collector.page().getByLabel("Why").fill("Says that sales agreed to 90 days");
        collector.page().getByLabel("Waits for").selectOption("Rosa Anders, Sales");
        collector.press("Escalate");
        String escalation = collector.at();
        assertThat(collector.reads()).contains("Asked by mail", "rosa.anders@halden.example", "They answer by a link");
        collector.assertAccessible("escalation-asked");
        collector.assertFitsAPhone();

        String link = linkOf(QuestionKind.ESCALATION, escalation);
        APIResponse page = ruth.fetch(link);
        assertThat(page.headers())
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-robots-tag", "noindex, nofollow, noarchive")
                .doesNotContainKey("set-cookie");
        assertThat(page.headers().get("cache-control")).contains("no-store");
        ruth.page().setViewportSize(390, 844);
        ruth.open(link);
        assertThat(ruth.reads())
                .contains("Says that sales agreed to 90 days", "EUR")
                .doesNotContain("Today");
        looker.open(link);
        looker.assertAccessible("answer-link");
        looker.assertFitsAPhone();
        ruth.page().getByLabel("Your answer").fill("Yes, we did; the note is with me");
        ruth.press("Send the answer");
        assertThat(ruth.reads()).contains("Thank you. Your answer is kept.", "Yes, we did");
        assertThat(ruth.postFromElsewhere(link, Map.of("words", "No, after all")))
                .isEqualTo(409);
        ruth.open(link);
        assertThat(ruth.reads()).contains("Rosa Anders, by the link sent to rosa.anders@halden.example", "Yes, we did");
        assertThat(ruth.open(link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A")))
                .isEqualTo(404);
        assertThat(ruth.reads()).contains("This link is not valid, or not any more.");

        collector.open(escalation);
        assertThat(collector.reads())
                .contains("Answered by Rosa Anders, by the link sent to rosa.anders@halden.example", "Yes, we did");

        collector.open("/disputes/new?item=" + itemOf(customer));
        collector.page().getByLabel("Disputed, EUR").fill("200.00");
        collector.page().getByLabel("Reason").selectOption("PRICE");
        collector.page().getByLabel("Who finds out").selectOption("Rosa Anders, Sales");
        collector.press("Open the dispute");
        String dispute = collector.at();
        String second = linkOf(QuestionKind.DISPUTE, dispute);
        ruth.open(second);
        ruth.page().getByLabel("A part of it is not owed").check();
        ruth.page().getByLabel("Not owed, EUR").fill("900");
        ruth.page().getByLabel("What you have found out").fill("Half of it was agreed");
        ruth.page()
                .getByLabel("A file that proves it")
                .setInputFiles(
                        new FilePayload("note.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
        ruth.press("Send the answer");
        assertThat(ruth.reads())
                .contains("Write an amount in EUR above nothing", "This is neither a PDF nor a PNG nor a JPEG.");
        ruth.page().getByLabel("Not owed, EUR").fill("100");
        ruth.page()
                .getByLabel("A file that proves it")
                .setInputFiles(
                        new FilePayload("note.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        looker.open(second);
        looker.assertAccessible("answer-link-dispute");
        looker.assertFitsAPhone();
        ruth.press("Send the answer");
        assertThat(ruth.reads()).contains("Thank you. Your answer is kept.");
        collector.open(dispute);
        assertThat(collector.reads()).contains("Partly owed", "Half of it was agreed", "note.pdf");
        collector.assertAccessible("dispute-answered-by-link");
        assertThat(collector
                        .fetch(collector.page().getByText("note.pdf").getAttribute("href"))
                        .headers())
                .containsEntry("content-type", "application/pdf")
                .containsEntry("x-content-type-options", "nosniff");
        manager.open("/outbox/internal");
        manager.follow(manager.page().locator("tbody a").first().innerText());
        assertThat(manager.reads()).contains("which is kept nowhere else").doesNotContain("/answer/");
        manager.assertAccessible("internal-mail");
        manager.assertFitsAPhone();
    }

    private static void enter(Visitor manager, String address) {
        manager.page().getByLabel("Name").fill("Rosa Anders");
        manager.page().getByLabel("E-mail").fill(address);
        manager.page().getByLabel("Department").fill("Sales");
        manager.press("Enter");
    }

    /** What the mail would carry, had this installation a mail server. */
    private String linkOf(QuestionKind kind, String path) {
        long matter = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        QuestionStanding.Asked asked =
                (QuestionStanding.Asked) questions.standing(kind, matter).orElseThrow();
        Verdict verdict = transaction.execute(_ -> links.at(asked.mail()));
        return URI.create(((Verdict.Go) verdict).link()).getPath();
    }

    private LegalEntity anEntityThatWrites() {
        LegalEntity made = books.entity("EUR");
        entities.changeLetterhead(
                new LegalEntity(
                        made.id(),
                        made.code(),
                        made.name(),
                        made.currency(),
                        made.country(),
                        made.language(),
                        made.customerMaster(),
                        made.address(),
                        "credit@halden.example",
                        made.iban(),
                        made.bic()),
                "journey");
        return made;
    }

    private long customerOf(LegalEntity entity, String login) {
        books.invoice(
                entity, "C-" + login, "A-" + login, 1_000_00, clock.today().minusDays(40));
        staff.add(login, Set.of(Role.COLLECTOR));
        long person = people.byLogin(login).orElseThrow().id();
        long portfolio = people.addPortfolio("Of " + login, person, "journey");
        books.moveTo(portfolio, books.account(entity, "C-" + login).value());
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private long itemOf(long customer) {
        return sql.fetchSingle(
                        "select o.item_id from ledger.open_item_view o join ledger.account_view a using (account_id)"
                                + " where a.customer_id = ?",
                        customer)
                .get(0, Long.class);
    }
}
