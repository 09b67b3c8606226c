package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.reference.StructuredReference.Scheme;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.PaymentReference;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.letter.Letters;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** From the letter that asks for a reference to the payment that quotes it. */
@ApplicationTest
class PaymentReferencesTest {

    private static final Viewer AMIRA = Viewer.system("amira");
    private static final LocalDate TODAY = Books.TODAY;
    private static final String C1 = "C1";

    @Autowired
    private Reminders reminders;

    @Autowired
    private AccountStatements statements;

    @Autowired
    private PaymentReferences references;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private Statements bank;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId older;
    private ItemId newer;
    private ItemId notDue;

    @BeforeEach
    void aCustomerOwesTwoOverdueInvoicesAndOneThatIsNotDue() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        older = books.invoice(entity, C1, "A-90001", 700_00, TODAY.minusDays(40));
        newer = books.invoice(entity, C1, "A-90002", 300_00, TODAY.minusDays(38));
        notDue = books.invoice(entity, C1, "A-90003", 50_00, TODAY.plusDays(20));
        customers.addContact(
                new ContactDraft(
                        customer(),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "jana@printer.example",
                        "",
                        "en",
                        false),
                "test");
    }

    @Test
    void aQueuedReminderHasAReferenceThatStandsForItsItems() {
        Message message = queued();
        assertThat(references.of(message.id())).singleElement().satisfies(reference -> {
            assertThat(reference.reference().scheme()).isEqualTo(Scheme.RF);
            assertThat(reference.bankAccount()).isEqualTo("GB29NWBK60161331926819");
            assertThat(reference.items()).containsExactlyInAnyOrder(listed(older, "700.00"), listed(newer, "300.00"));
            assertThat(message.text())
                    .contains("Please quote: " + reference.reference().printed())
                    .contains("Otherwise: account C1 and the document numbers");
        });
    }

    @Test
    void whoeverReadsAReferenceOutIsFoundByItWithOrWithoutBlanks() {
        PaymentReference reference = references.of(queued().id()).getFirst();
        String printed = reference.reference().printed();
        Map<Long, String> whose =
                Map.of(customer(), "Payment reference %s of our letter of %s".formatted(printed, Sentences.day(TODAY)));
        assertThat(references.whose(" " + printed.toLowerCase(Locale.ROOT))).isEqualTo(whose);
        assertThat(references.whose(reference.reference().value())).isEqualTo(whose);
        assertThat(references.whose(printed + " 1")).isEmpty();
    }

    @Test
    void aPaymentThatQuotesItSettlesExactlyItsItems() {
        String reference = reference(queued());
        long payment = bank.come(entity, new Line("Whoever pays Ltd", 1000_00, "letter of March " + reference))
                .getFirst();
        assertThat(books.open(older)).isZero();
        assertThat(books.open(newer)).isZero();
        assertThat(books.open(notDue)).isEqualTo(50_00);
        assertThat(evidence(payment))
                .startsWith("The text quotes " + reference + " of the letter of 2 March 2026: 2 items");
        assertThat(sql.fetchSingle(
                                "select substring(p.remittance from e.from_char + 1 for e.to_char - e.from_char)"
                                        + " from cash.evidence e join cash.verdict v on v.id = e.verdict_id"
                                        + " join cash.payment p on p.id = v.payment_id where p.id = ? and e.rank = 0",
                                payment)
                        .get(0, String.class))
                .isEqualTo(reference);
    }

    @Test
    void whatWasPaidInPartBeforeIsPaidByTheRest() {
        String reference = reference(queued());
        bank.come(entity, new Line("Customer C1", 200_00, "A-90001"));
        bank.come(entity, new Line("Customer C1", 300_00, "A-90002"));
        assertThat(books.open(older)).isEqualTo(500_00);
        long payment = bank.come(entity, new Line("", "", 500_00, List.of(reference), ""))
                .getFirst();
        assertThat(books.open(older)).isZero();
        assertThat(books.open(notDue)).isEqualTo(50_00);
        assertThat(evidence(payment))
                .isEqualTo("The reference quotes " + reference
                        + " of the letter of 2 March 2026: 2 items, 1 of them still open");
    }

    @Test
    void anotherEntitysStatementFindsNothingByIt() {
        String reference = reference(queued());
        LegalEntity other = books.entity("EUR");
        long payment = bank.come(other, new Line("Whoever pays Ltd", 1000_00, reference))
                .getFirst();
        assertThat(decision(payment)).isEqualTo("UNIDENTIFIED");
        assertThat(books.open(older)).isEqualTo(700_00);
    }

    @Test
    void aPreviewSaysThatAReferenceWillStandThereAndKeepsNone() {
        ReminderDraft.Ready draft = (ReminderDraft.Ready) reminders.preview(customer(), AMIRA);
        assertThat(draft.content().references()).isEmpty();
        assertThat(Letters.preview(draft.content()).text())
                .contains("Please quote: (the reference that this letter gets when it is sent)");
        assertThat(sql.fetchSingle(
                                "select count(*) from correspondence.payment_reference where customer_id = ?",
                                customer())
                        .get(0, Long.class))
                .isZero();
    }

    @Test
    void aStatementThatIsSentHasAReferenceForAllThatItStates() {
        MessageId message = statements.send(customer(), TODAY, AMIRA).orElseThrow();
        PaymentReference reference = references.of(message).getFirst();
        assertThat(reference.items()).hasSize(3);
        bank.come(
                entity,
                new Line("Whoever pays Ltd", 1050_00, reference.reference().value()));
        assertThat(books.open(older) + books.open(newer) + books.open(notDue)).isZero();
    }

    @Test
    void whatAReferenceStandsForIsNeverChanged() {
        queued();
        for (String change : List.of(
                "update correspondence.payment_reference set reference = 'RF'",
                "delete from correspondence.payment_reference_item",
                "update correspondence.payment_reference_item set open_minor = 1")) {
            assertThatThrownBy(() -> sql.execute(change)).hasStackTraceContaining("permission denied");
        }
    }

    private Message queued() {
        ReminderOutcome outcome = reminders.queue(customer(), AMIRA);
        return outbox.message(((ReminderOutcome.Queued) outcome).message()).orElseThrow();
    }

    private String reference(Message message) {
        return references.of(message.id()).getFirst().reference().value();
    }

    private ListedItem listed(ItemId item, String asked) {
        return new ListedItem(item, books.account(entity, C1), Money.of(asked, "EUR"));
    }

    private String evidence(long payment) {
        assertThat(decision(payment)).isEqualTo("APPLIED");
        return sql.fetchSingle(
                        "select e.sentence from cash.evidence e join cash.verdict v on v.id = e.verdict_id"
                                + " where v.payment_id = ? and e.rank = 0",
                        payment)
                .get(0, String.class);
    }

    private String decision(long payment) {
        return sql.fetchSingle("select decision from cash.verdict where payment_id = ?", payment)
                .get(0, String.class);
    }

    private long customer() {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, C1).value())
                .get(0, Long.class);
    }
}
