package org.quittance.collections.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.Requests;
import org.quittance.collections.agreement.AgreementOutcome.Done;
import org.quittance.collections.agreement.AgreementOutcome.Refused;
import org.quittance.collections.agreement.SettlementView.Approval;
import org.quittance.collections.agreement.SettlementView.State;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.worklist.WaitingAgreements;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Credibility;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.MessageId;
import org.quittance.correspondence.Outbox;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Role;
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
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Offers that are kept, broken, withdrawn and refused, by the money that comes. */
@ApplicationTest
class SettlementsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final LocalDate PAY_BY = TODAY.plusDays(14);
    private static final Viewer CLARA = new Viewer(1, "clara", "Clara", Set.of(Role.MANAGER), Set.of());
    private static final Viewer MAX = new Viewer(2, "max", "Max", Set.of(Role.MANAGER), Set.of());
    private static final Viewer LEAD = new Viewer(3, "lea", "Lea", Set.of(Role.MANAGER), Set.of());
    private static final String C1 = "C1";

    @Autowired
    private Settlements settlements;

    @Autowired
    private SettlementLetters letters;

    @Autowired
    private WaitingAgreements waiting;

    @Autowired
    private Promises promises;

    @Autowired
    private PromiseList promiseList;

    @Autowired
    private Requests requests;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Customers customers;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId older;
    private ItemId newer;

    @BeforeEach
    void anAccountOwesAThousandInTwoInvoices() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        older = books.invoice(entity, C1, "S-1", 700_00, TODAY.minusDays(40));
        newer = books.invoice(entity, C1, "S-2", 300_00, TODAY.minusDays(20));
    }

    @Test
    void anOfferThatIsKeptAsksForTheRestToBeWrittenOffAndSomebodyElseDecides() {
        assertThat(action()).isNotNull();
        long id = done(offer("600.00"));
        assertThat(one(id).state()).isEqualTo(State.STANDS);
        assertThat(action()).as("nothing is asked for while it stands").isNull();
        assertThat(reasons())
                .contains(
                        "EUR 600.00 is offered until 16 March 2026 and left out, but the offer is not sent yet: send the letter",
                        "EUR 400.00 is to be given up by a settlement and left out");
        assertThat(offer("100.00"))
                .isEqualTo(new Refused(
                        "A settlement stands for one of the items. Withdraw it first, or have its rest written off."));

        pay(older, 600_00, TODAY.plusDays(5));
        assertThat(action()).as("nor for the rest once it is paid").isNull();
        night(TODAY.plusDays(6));

        SettlementView kept = one(id);
        assertThat(kept.state()).isEqualTo(State.KEPT);
        assertThat(kept.came()).isEqualTo(eur("600.00"));
        assertThat(kept.writeOffs())
                .extracting(SettlementView.WriteOff::amount, SettlementView.WriteOff::decision)
                .containsExactlyInAnyOrder(tuple(eur("300.00"), null), tuple(eur("100.00"), null));
        assertThat(action()).as("the rest waits for its write-off").isNull();
        long first = kept.writeOffs().getFirst().requestId();
        assertThat(requests.decide(first, Requests.Decision.APPROVED, "agreed", CLARA))
                .as("not by whoever made the offer")
                .isInstanceOf(DeskOutcome.Refused.class);
        kept.writeOffs()
                .forEach(off -> assertThat(requests.decide(off.requestId(), Requests.Decision.APPROVED, "kept", MAX))
                        .isInstanceOf(DeskOutcome.Done.class));
        assertThat(books.open(older)).isZero();
        assertThat(books.open(newer)).isZero();
        assertThat(one(id).writeOffs())
                .extracting(SettlementView.WriteOff::decision)
                .containsOnly("APPROVED");
        assertThat(timeline.of(CustomerId.of(customer()), null, 20))
                .extracting(entry -> entry.activity().outcome())
                .contains("Settlement kept, S" + id, "Settlement offered, S" + id);
    }

    @Test
    void anOfferIsKeptAtOnceWhenTheMoneyIsAppliedButNotWhileItLiesOnAccount() {
        long id = done(offer("600.00"));
        ItemId money = books.payment(entity, C1, "P-once", 600_00, TODAY);
        Set<Long> account = Set.of(books.account(entity, C1).value());
        settlements.keepPaid(account, "test");
        assertThat(one(id).isPaid()).as("on account").isTrue();
        assertThat(one(id).state()).isEqualTo(State.STANDS);

        ledger.allocate(List.of(new AllocationOrder(money, older, 600_00)), new PostingContext(TODAY, "test", "test"));
        // Nobody but the postings says so.
        await().untilAsserted(() -> assertThat(one(id).state()).isEqualTo(State.KEPT));
        assertThat(one(id).writeOffs())
                .extracting(SettlementView.WriteOff::decision)
                .containsOnlyNulls()
                .hasSize(2);
        settlements.review(TODAY, "test");
        assertThat(one(id).writeOffs()).as("asked for once").hasSize(2);
    }

    @Test
    void whatWasWithdrawnBeforeAnybodyApprovedItBoundNobody() {
        Viewer cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        long id = done(settlements.offer(wish("600.00"), cora));
        assertThat(one(id).approval()).isEqualTo(Approval.WAITING);
        done(settlements.withdraw(id, "They pay all of it", cora));
        assertThat(one(id).approval()).isEqualTo(Approval.NEVER_GIVEN);
        assertThat(letters.pdf(id, cora)).as("nobody ever granted it").isEmpty();

        long alone = done(offer("600.00"));
        done(settlements.withdraw(alone, "They have said no", CLARA));
        assertThat(one(alone).approval()).isEqualTo(Approval.NOT_NEEDED);
    }

    @Test
    void whatIsRefusedToBeWrittenOffIsAskedForAgain() {
        long id = done(offer("600.00"));
        pay(newer, 300_00, TODAY.plusDays(2));
        pay(older, 300_00, TODAY.plusDays(3));
        assertThat(action()).as("whichever of the items was paid").isNull();
        night(TODAY.plusDays(4));
        long request = one(id).writeOffs().getFirst().requestId();
        assertThat(requests.decide(request, Requests.Decision.REFUSED, "They can pay", MAX))
                .isInstanceOf(DeskOutcome.Done.class);
        night(TODAY.plusDays(30));
        assertThat(action()).isNotNull();
        assertThat(nextActions
                        .ofCustomer(CLARA, customer())
                        .getFirst()
                        .standing()
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.chaseableMinor()).isEqualTo(400_00));
    }

    @Test
    void whatDoesNotComeInTimeBreaksItAndTheWholeClaimStandsAgain() {
        long id = done(offer("600.00"));
        assertThat(letters.take(id, CLARA)).isPresent();
        assertThat(reasons()).contains("EUR 600.00 is offered until 16 March 2026 and left out until then");
        pay(older, 599_99, PAY_BY);
        clock.setTo(PAY_BY);
        assertThat(settlements.withdraw(id, "We want it all", CLARA))
                .as("they have begun to pay")
                .isEqualTo(
                        new Refused(
                                "EUR 599.99 has come on it. An offer on which the customer pays binds us until its day; what came in time is counted then."));
        night(PAY_BY.plusDays(2));
        assertThat(one(id).state()).as("within the grace").isEqualTo(State.STANDS);
        night(PAY_BY.plusDays(3));
        assertThat(one(id).state()).isEqualTo(State.BROKEN);
        assertThat(one(id).reason()).isEqualTo("Of EUR 600.00 to be paid by 16 March 2026 only EUR 599.99 came");
        assertThat(action()).isEqualTo(Action.CALL);
        assertThat(reasons()).contains("Offer of EUR 600.00 until 16 March 2026 was taken up with EUR 599.99 only");
        assertThat(credibility()).as("they gave no word").isEqualTo(Credibility.NONE);
        assertThat(chaseable()).as("all that is open").isEqualTo(400_01);
        assertThat(sql.fetchValue("select count(*) from cash.request where item_id = ?", older.value()))
                .isEqualTo(0L);
    }

    @Test
    void anOfferThatNobodyEverSentLapsesAndIsHeldAgainstNobody() {
        nightlyRun.run(TODAY, "test");
        Action before = action();
        long id = done(offer("600.00"));
        assertThat(one(id).isToBeSent()).isTrue();
        night(PAY_BY.plusDays(3));
        assertThat(one(id).state()).isEqualTo(State.LAPSED);
        assertThat(one(id).reason())
                .isEqualTo("Its day, 16 March 2026, has passed, and it was never sent to the customer");
        assertThat(letters.take(id, CLARA)).as("what is over is not sent").isEmpty();
        assertThat(chaseable()).isEqualTo(1_000_00);
        assertThat(before).isNotNull();
        assertThat(action()).as("chased as before, and nobody is asked why").isNotNull();
        assertThat(reasons()).noneMatch(reason -> reason.contains("offer") || reason.contains("romise"));
        assertThat(credibility()).isEqualTo(Credibility.NONE);
    }

    @Test
    void aMessageThatIsCalledBackHasToldNobody() {
        long id = done(offer("600.00"));
        anAddressToWriteTo();
        MessageId message = new MessageId(done(letters.send(id, CLARA)));
        assertThat(one(id).isToBeSent()).isFalse();
        outbox.recall(message, "clara");
        assertThat(one(id).isToBeSent()).isTrue();
    }

    @Test
    void aboveTheirDiscretionSomebodyElseApproves() {
        Viewer cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        WaitingAgreements.Counts before = waiting.counts(LEAD);
        WaitingAgreements.Counts beforeOfCora = waiting.counts(cora);
        AgreementOutcome outcome = settlements.offer(wish("600.00"), cora);
        long id = done(outcome);
        assertThat(one(id).state()).isEqualTo(State.PROPOSED);
        assertThat(waiting.counts(cora)).as("not by whoever asked").isEqualTo(beforeOfCora);
        assertThat(waiting.counts(LEAD).settlements()).isEqualTo(before.settlements() + 1);
        assertThat(action()).as("nothing changes before the approval").isNotNull();
        assertThat(letters.send(id, cora)).isEqualTo(new Refused("Only an offer that stands is sent."));
        assertThat(letters.pdf(id, cora)).as("nothing to hand over by mistake").isEmpty();
        assertThat(settlements.decide(id, RequestDecision.APPROVED, "", cora))
                .isEqualTo(new Refused("Nobody approves what they asked for themselves; ask somebody else."));
        assertThat(settlements.decide(id, RequestDecision.REFUSED, " ", MAX))
                .isEqualTo(new Refused("Say why it is refused."));
        done(settlements.decide(id, RequestDecision.APPROVED, "", MAX));
        assertThat(one(id).state()).isEqualTo(State.STANDS);
        assertThat(one(id).decidedBy()).isEqualTo("max");
        assertThat(action()).isNull();
        assertThat(waiting.counts(LEAD).settlements()).isEqualTo(before.settlements());
        assertThat(promises.ofCustomer(CLARA, customer()))
                .as("it is cora's offer, whoever has approved it, and nobody's promise")
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.notedBy()).isEqualTo("cora");
                    assertThat(offer.check().promise().origin()).isEqualTo(PromiseOrigin.OFFER_NOT_SENT);
                    assertThat(offer.check().words()).isEqualTo("offer not sent yet");
                });
        assertThat(waiting.counts(cora).letters()).isEqualTo(beforeOfCora.letters() + 1);

        done(settlements.withdraw(id, "They have said no", cora));
        assertThat(one(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(chaseable()).isEqualTo(1_000_00);
        assertThat(settlements.withdraw(id, "again", cora)).isInstanceOf(Refused.class);

        long another = done(settlements.offer(wish("500.00"), cora));
        done(settlements.decide(another, RequestDecision.REFUSED, "Not yet", MAX));
        assertThat(one(another).state()).isEqualTo(State.REFUSED);
        assertThat(one(another).reason()).isEqualTo("Not yet");
        assertThat(chaseable()).isEqualTo(1_000_00);
    }

    @Test
    void whatChangedSinceItWasProposedIsNotApproved() {
        Viewer cora = new Viewer(5, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of(portfolio()));
        long id = done(settlements.offer(wish("600.00"), cora));
        pay(newer, 10_00, TODAY);
        assertThat(settlements.decide(id, RequestDecision.APPROVED, "", MAX))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentence()).startsWith("What is open of the items has changed"));
    }

    @Test
    void anOfferIsLessThanIsOwedAndOfAWholeAmount() {
        assertThat(offer("1000.00")).isInstanceOf(Refused.class);
        assertThat(offer("0")).isInstanceOf(Refused.class);
        assertThat(offer("1.001")).isInstanceOf(Refused.class);
        assertThat(settlements.offer(new SettlementWish(List.of(older), BigDecimal.ONE, TODAY.minusDays(1), ""), CLARA))
                .isInstanceOf(Refused.class);
        assertThat(settlements.offer(new SettlementWish(List.of(), BigDecimal.ONE, PAY_BY, ""), CLARA))
                .isEqualTo(new Refused("Choose the items that it is about."));
    }

    @Test
    void theLetterNamesWhatIsOwedWhatIsTakenAndUntilWhen() {
        long id = done(offer("600.00"));
        assertThat(letters.send(id, CLARA))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.sentence()).endsWith("Or print the letter."));
        anAddressToWriteTo();
        var message =
                outbox.message(new MessageId(done(letters.send(id, CLARA)))).orElseThrow();
        assertThat(message.template()).isEqualTo("SETTLEMENT_OFFER");
        assertThat(message.text()).contains("1,000.00", "600.00", "16 March 2026", "S-1", "S-2");
        assertThat(letters.pdf(id, CLARA)).isPresent();
    }

    @Test
    void nobodyChangesWhatWasOffered() {
        for (String change : List.of(
                "update collections.settlement set offer_minor = 1",
                "delete from collections.settlement_item",
                "update collections.settlement_decision set decision = 'APPROVED'",
                "delete from collections.settlement_end")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void anAddressToWriteTo() {
        sql.execute("update ledger.entity set email = 'credit@alder-paper.example' where id = ?", entity.id());
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

    private Credibility credibility() {
        return promiseList.credibility(CLARA, customer()).getOrDefault("", Credibility.NONE);
    }

    private AgreementOutcome offer(String amount) {
        return settlements.offer(wish(amount), CLARA);
    }

    private SettlementWish wish(String amount) {
        return new SettlementWish(List.of(older, newer), new BigDecimal(amount), PAY_BY, "Short of cash");
    }

    private SettlementView one(long id) {
        return settlements.one(id, CLARA).orElseThrow();
    }

    private void pay(ItemId item, long minor, LocalDate on) {
        clock.setTo(on);
        ItemId money = books.payment(entity, C1, "P" + item.value() + on, minor, on);
        ledger.allocate(List.of(new AllocationOrder(money, item, minor)), new PostingContext(on, "test", "test"));
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        settlements.review(day, "test");
        nightlyRun.run(day, "test");
    }

    private @Nullable Action action() {
        return nextActions.ofCustomer(CLARA, customer()).stream()
                .map(AccountNext::next)
                .filter(NextAction.Act.class::isInstance)
                .map(next -> ((NextAction.Act) next).action())
                .findFirst()
                .orElse(null);
    }

    private List<String> reasons() {
        return nextActions.ofCustomer(CLARA, customer()).stream()
                .flatMap(next -> next.next().reasons().stream())
                .map(reason -> reason.sentence())
                .toList();
    }

    private long chaseable() {
        return nextActions.ofCustomer(CLARA, customer()).stream()
                .flatMap(next -> next.standing().items().stream())
                .mapToLong(item -> item.chaseableMinor())
                .sum();
    }

    private long customer() {
        return sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private long portfolio() {
        return sql.fetchSingle("select portfolio_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
    }

    private static long done(AgreementOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
