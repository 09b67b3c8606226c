package org.quittance.collections.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.PaymentReference;
import org.quittance.correspondence.PaymentReferences;
import org.quittance.correspondence.SendGate;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.Disputes;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What letters do with credits, from the strategy that says so to the payment that quotes the letter. */
@ApplicationTest
class CreditsInLettersTest {

    private static final Viewer AMIRA = Viewer.system("amira");
    private static final LocalDate TODAY = Books.TODAY;
    private static final String C1 = "C1";
    private static final String CODE = "credits-in-letters";

    @Autowired
    private Reminders reminders;

    @Autowired
    private StillOwed stillOwed;

    @Autowired
    private PaymentReferences references;

    @Autowired
    private StrategyBook strategies;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Disputes disputes;

    @Autowired
    private Customers customers;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private Statements bank;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    private LegalEntity entity;
    private ItemId older;
    private ItemId newer;
    private ItemId creditNote;

    @BeforeEach
    void aCustomerOwesTwoInvoicesAndHasACreditNote() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
        older = books.invoice(entity, C1, "A-90001", 700_00, TODAY.minusDays(40));
        newer = books.invoice(entity, C1, "A-90002", 300_00, TODAY.minusDays(38));
        creditNote = books.item(entity, C1, ItemKind.CREDIT_NOTE, "A-CN-7", -120_00, TODAY.minusDays(10));
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

    @AfterEach
    void endTheStrategy() {
        strategies.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void leftOutTheyAreInNoLetter() {
        Message message = letterUnder(CreditsInLetters.LEFT_OUT);

        assertThat(message.items()).containsExactlyInAnyOrder(listed(older, "700.00"), listed(newer, "300.00"));
        assertThat(message.text()).contains("They come to EUR\u00a01,000.00").doesNotContain("A-CN-7");
    }

    @Test
    void nettedTheyAreTakenOffAndThePaymentOfTheRestSettlesAll() {
        Message message = letterUnder(CreditsInLetters.NETTED);

        assertThat(message.items())
                .containsExactlyInAnyOrder(
                        listed(older, "700.00"), listed(newer, "300.00"), listed(creditNote, "-120.00"));
        assertThat(message.text())
                .contains("They come to EUR\u00a0880.00")
                .contains("Credit note A-CN-7")
                .contains("Credits on your account have been taken off.");

        bank.come(entity, new Line("Whoever pays Ltd", 880_00, reference(message)));

        assertThat(books.open(older)).isZero();
        assertThat(books.open(newer)).isZero();
        assertThat(books.open(creditNote)).isZero();
    }

    @Test
    void listedTheyStandBelowAndThePayerMayTakeThemOffOrNot() {
        Message message = letterUnder(CreditsInLetters.LISTED);

        assertThat(message.text())
                .contains("They come to EUR\u00a01,000.00")
                .contains("Credits on account C1, amounts in EUR")
                .contains("Total of credits: EUR\u00a0-120.00")
                .contains("are listed and not taken off");
        PaymentReference reference = references.of(message.id()).getFirst();
        assertThat(reference.items()).containsExactlyInAnyOrder(listed(older, "700.00"), listed(newer, "300.00"));
        assertThat(reference.beside()).containsExactly(listed(creditNote, "-120.00"));

        bank.come(entity, new Line("Whoever pays Ltd", 880_00, reference(message)));

        assertThat(books.open(older)).isZero();
        assertThat(books.open(newer)).isZero();
        assertThat(books.open(creditNote)).isZero();
    }

    @Test
    void listedAndPaidInFullTheyStay() {
        Message message = letterUnder(CreditsInLetters.LISTED);

        bank.come(entity, new Line("Whoever pays Ltd", 1000_00, reference(message)));

        assertThat(books.open(older) + books.open(newer)).isZero();
        assertThat(books.open(creditNote)).isEqualTo(-120_00);
    }

    @Test
    void aTextMessageAsksForWhatIsLeft() {
        customers.addContact(
                new ContactDraft(
                        customer(),
                        "Jana Okafor",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "",
                        "",
                        "en",
                        false,
                        new PhoneNumber("+447700900077"),
                        false),
                "test");
        follow(Action.TEXT_MESSAGE, CreditsInLetters.NETTED);

        assertThat(reminders.preview(customer(), AMIRA))
                .isInstanceOfSatisfying(
                        ReminderDraft.ReadyText.class,
                        ready -> assertThat(ready.notice().text()).contains("EUR 880.00 is past due"));
    }

    /** Of 120.00, 30.00 is kept for what is disputed, and 70.00 pays the rest of that invoice, which stands with it. */
    @Test
    void anInvoiceThatCreditsCoverStandsWithThemAndIsNoStepOfIts() {
        ItemId oldest = books.invoice(entity, C1, "A-89999", 100_00, TODAY.minusDays(90));
        DisputeDraft dispute =
                new DisputeDraft(oldest.value(), Money.of("30", "EUR"), DisputeReason.PRICE, "too dear", null, null);
        assertThat(disputes.open(dispute, AMIRA)).isInstanceOf(DisputeOutcome.Done.class);

        Message message = letterUnder(CreditsInLetters.NETTED);

        assertThat(message.items())
                .containsExactlyInAnyOrder(
                        listed(oldest, "70.00"),
                        listed(older, "700.00"),
                        listed(newer, "300.00"),
                        listed(creditNote, "-90.00"));
        assertThat(message.text())
                .contains("They come to EUR\u00a0980.00")
                .contains("Invoice A-89999 *")
                .contains("Credit note A-CN-7 **")
                .contains("** Of this credit less is taken off here than is open");
        assertThat(sql.fetch(
                                "select item_id from collections.dunning where account_id = ?",
                                books.account(entity, C1).value())
                        .getValues(0, Long.class))
                .containsExactlyInAnyOrder(older.value(), newer.value());
    }

    @Test
    void aCreditNotePaysTheInvoiceThatItNames() {
        books.creditNote(entity, C1, "A-CN-9", 150_00, "A-90002");
        follow(Action.NOTICE_1, CreditsInLetters.NETTED);

        assertThat(reminders.preview(customer(), AMIRA))
                .isInstanceOfSatisfying(
                        ReminderDraft.Ready.class,
                        ready -> assertThat(ready.concerns().values().iterator().next())
                                .extracting(concern -> concern.item(), concern -> concern.amount())
                                .containsExactlyInAnyOrder(
                                        tuple(older, Money.of("580.00", "EUR")),
                                        tuple(newer, Money.of("150.00", "EUR"))));
    }

    @Test
    void whatCameToTheCustomersCreditMeanwhileKeepsALetterBackThatWouldAskForTooMuch() {
        Message message = letterUnder(CreditsInLetters.NETTED);
        assertThat(ask(message)).isInstanceOf(SendGate.Verdict.Go.class);

        books.item(entity, C1, ItemKind.CREDIT_NOTE, "A-CN-8", -1_00, TODAY);

        assertThat(ask(message))
                .isEqualTo(new SendGate.Verdict.Refuse(
                        "out-of-date",
                        "What lies to the customer's credit has changed since it was written. Write a new one"));
    }

    @ParameterizedTest
    @EnumSource(value = CreditsInLetters.class, names = "LEFT_OUT", mode = EnumSource.Mode.EXCLUDE)
    void aCreditThatIsGoneKeepsALetterBackThatListsIt(CreditsInLetters credits) {
        Message message = letterUnder(credits);
        ItemId other = books.invoice(entity, C1, "A-90009", 120_00, TODAY.plusDays(20));

        ledger.allocate(
                List.of(new AllocationOrder(creditNote, other, 120_00)), new PostingContext(TODAY, "test", "test"));

        assertThat(books.open(creditNote)).isZero();
        assertThat(ask(message)).isInstanceOf(SendGate.Verdict.Refuse.class);
    }

    @Test
    void leftOutNothingOfItKeepsALetterBack() {
        Message message = letterUnder(CreditsInLetters.LEFT_OUT);

        books.item(entity, C1, ItemKind.CREDIT_NOTE, "A-CN-8", -1_00, TODAY);

        assertThat(ask(message)).isInstanceOf(SendGate.Verdict.Go.class);
    }

    private Message letterUnder(CreditsInLetters credits) {
        follow(Action.NOTICE_1, credits);
        ReminderOutcome outcome = reminders.queue(customer(), AMIRA);
        return outbox.message(((ReminderOutcome.Queued) outcome).message()).orElseThrow();
    }

    private void follow(Action action, CreditsInLetters credits) {
        Step step = Step.draft("first", action, Money.of("0", "EUR"))
                .placed(5, 5, 1)
                .execution(Execution.BY_HAND)
                .step();
        Audience ours = new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY);
        int last = strategies.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        strategies.save(
                new StrategyContent(CODE, "Credits in letters", "", 4, ours, List.of(step), credits), last, "test");
        strategies.release(CODE, last + 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "test");
        assertThat(strategies.history(CODE).getFirst().content().credits()).isEqualTo(credits);
    }

    /** At the moment of sending. */
    private SendGate.Verdict ask(Message message) {
        return Objects.requireNonNull(transaction.execute(_ -> stillOwed.ask(message)));
    }

    private String reference(Message message) {
        return references.of(message.id()).getFirst().reference().value();
    }

    private ListedItem listed(ItemId item, String asked) {
        return new ListedItem(item, books.account(entity, C1), Money.of(asked, "EUR"));
    }

    private long customer() {
        return sql.fetchSingle(
                        "select customer_id from ledger.account where id = ?",
                        books.account(entity, C1).value())
                .get(0, Long.class);
    }
}
