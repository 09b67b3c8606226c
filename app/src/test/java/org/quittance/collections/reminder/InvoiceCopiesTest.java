package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.contact.Correspondents;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.strategy.StrategyOutcome;
import org.quittance.copies.CopyBook;
import org.quittance.copies.NewCopy;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.copy.CopySigns;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Attachment;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Pdfs;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Copies go to whoever has asked for them, and with the reminders whose step says so. */
@ApplicationTest
class InvoiceCopiesTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CLARA = Viewer.system("clara");

    @Autowired
    private InvoiceCopies copies;

    @Autowired
    private CopyBook book;

    @Autowired
    private Reminders reminders;

    @Autowired
    private StrategyBook strategies;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Customers customers;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private String code;
    private ItemId first;
    private ItemId second;
    private ItemId without;
    private long customer;

    @BeforeEach
    void aCustomerWithCopies() {
        clock.setTo(TODAY);
        code = books.entity("EUR").code() + "C";
        entity = entities.add(
                new LegalEntity(0, code, "Kopie GmbH", "EUR", "DE", "de", code, "1 Weg", "ar@kopie.example", "", ""),
                "test");
        first = books.invoice(entity, "ADA", code + "/1", 100_00, TODAY.minusDays(10));
        second = books.invoice(entity, "ADA", code + "-2", 200_00, TODAY.minusDays(10));
        without = books.invoice(entity, "ADA", code + "-3", 300_00, TODAY.minusDays(10));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        keep(code + "-1.pdf");
        keep(code + "-2.pdf");
    }

    @AfterEach
    void theOthersFollowTheirOwn() {
        strategies.end("copies-" + code.toLowerCase(Locale.ROOT), TODAY, "The test is over", "test");
    }

    @Test
    void copiesLeaveOneByOneInTheCustomersLanguageAndWhatIsMissingIsNamed() {
        assertThat(copies.draft(customer, List.of(first), CLARA))
                .isEqualTo(new CopiesDraft.Impossible(Correspondents.NO_RECIPIENT));
        contact("Ada Blum", "ada@blum.example");
        contact("Ben Blum", "ben@blum.example");

        CopiesDraft draft = copies.draft(customer, List.of(first, second, without), CLARA);
        assertThat(draft).isInstanceOfSatisfying(CopiesDraft.Ready.class, ready -> {
            assertThat(ready.missing()).extracting(item -> item.document()).containsExactly(code + "-3");
            assertThat(ready.to()).extracting(to -> to.name()).containsExactly("Ada Blum", "Ben Blum");
        });
        assertThat(copies.send(customer, List.of(first), "stranger@elsewhere.example", CLARA))
                .isEmpty();
        List<MessageId> queued = copies.send(customer, List.of(first, second, without), "ben@blum.example", CLARA);
        assertThat(queued).hasSize(1);

        Message message = outbox.message(queued.getFirst()).orElseThrow();
        assertThat(message.subject()).isEqualTo("Kopie GmbH: Kopien von Belegen, Kundennummer ADA");
        assertThat(message.text())
                .contains("Guten Tag Ben Blum", code + "/1", code + "-2")
                .doesNotContain(code + "-3");
        assertThat(message.attachmentNames()).containsExactly(code + "-1.pdf", code + "-2.pdf");
        assertThat(outbox.attachment(message.id(), code + "-1.pdf"))
                .map(Attachment::content)
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(pdf(code + "-1.pdf")));
        assertThat(sql.fetchSingle(
                                "select count(*) from correspondence.attachment where message_id = ? and content is not null",
                                message.id().value())
                        .get(0, Long.class))
                .as("the content stays where it is kept")
                .isZero();
    }

    @Test
    void nobodySendsCopiesOfWhatTheyDoNotSee() {
        contact("Ada Blum", "ada@blum.example");
        Viewer stranger = new Viewer(1, "omar", "Omar", Set.of(Role.COLLECTOR), Set.of());
        assertThat(copies.draft(customer, List.of(first), stranger))
                .isEqualTo(new CopiesDraft.Impossible("Mark the items first whose copies are to be sent."));
        assertThat(copies.draft(customer, List.of(without), CLARA))
                .isEqualTo(new CopiesDraft.Impossible(
                        "No copy is here of " + code + "-3. Ask billing for the PDFs and hand them in under Import."));
    }

    @Test
    void aReminderTakesThemAlongWhereItsStepSaysSoAndGoesWithoutThoseThatAreMissing() {
        contact("Ada Blum", "ada@blum.example");
        follow(Enclosure.COPIES);
        assertThat(reminders.queue(customer, CLARA)).isInstanceOf(ReminderOutcome.Queued.class);
        Message message = outbox.messagesTo(CustomerId.of(customer), null, 1).getFirst();
        assertThat(message.items()).hasSize(3);
        assertThat(message.attachmentNames())
                .hasSize(3)
                .contains(code + "-1.pdf", code + "-2.pdf")
                .anyMatch(name -> name.startsWith("Zahlungserinnerung"));
    }

    @Test
    void aReminderGoesAsItAlwaysDidWhereItsStepSaysNothing() {
        contact("Ada Blum", "ada@blum.example");
        follow(Enclosure.NOTHING);
        assertThat(reminders.queue(customer, CLARA)).isInstanceOf(ReminderOutcome.Queued.class);
        assertThat(outbox.messagesTo(CustomerId.of(customer), null, 1)
                        .getFirst()
                        .attachmentNames())
                .hasSize(1);
    }

    private void follow(Enclosure enclosure) {
        String strategy = "copies-" + code.toLowerCase(Locale.ROOT);
        Step notice = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 5, 1)
                .enclosure(enclosure)
                .step();
        Audience ours = new Audience(Set.of(code), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        assertThat(strategies.save(
                        new StrategyContent(strategy, "Copies " + code, "", 3, ours, List.of(notice)), 0, "test"))
                .isEqualTo(StrategyOutcome.DONE);
        assertThat(strategies.history(strategy).getFirst().content().steps()).containsExactly(notice);
        assertThat(strategies.release(strategy, 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "another"))
                .isEqualTo(StrategyOutcome.DONE);
    }

    private void keep(String name) {
        book.take(new NewCopy(new CopySigns(name, "", "", List.of()), pdf(name), entity.id(), null), "test");
    }

    private byte[] pdf(String name) {
        return Pdfs.invoice("x", name);
    }

    private void contact(String name, String address) {
        customers.addContact(
                new ContactDraft(customer, name, ContactRole.ACCOUNTS_PAYABLE, address, "", "de", false), "test");
    }
}
