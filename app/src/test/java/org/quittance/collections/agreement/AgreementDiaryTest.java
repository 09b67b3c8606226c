package org.quittance.collections.agreement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft.Repeat;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.core.agreement.Interval;
import org.quittance.core.agreement.PlanStanding.InstalmentState;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.PromiseState;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
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
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class AgreementDiaryTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CLARA = new Viewer(1, "clara", "Clara", Set.of(Role.MANAGER), Set.of());
    private static final Viewer MAX = new Viewer(2, "max", "Max", Set.of(Role.MANAGER), Set.of());
    private static final Viewer STRANGER = new Viewer(9, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L));
    private static final String C1 = "C1";

    @Autowired
    private Plans plans;

    @Autowired
    private PlanLetters letters;

    @Autowired
    private Customers customers;

    @Autowired
    private PromiseList promiseList;

    @Autowired
    private MassPromises massPromises;

    @Autowired
    private Promises promises;

    @Autowired
    private NightlyRun nightlyRun;

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

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
    }

    @Test
    void aPlanIsProposedApprovedKeptOnceAndBreaksSoThatTheRestIsChasedAgain() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "4711", 900_00, TODAY.minusDays(20));
        night(TODAY);
        assertThat(actions(entity)).as("before the plan").isNotEmpty();

        long plan = proposed(List.of(invoice), "0", "30.00");
        assertThat(plans.approve(plan, CLARA))
                .isEqualTo(new AgreementOutcome.Refused(
                        "Nobody approves what they asked for themselves; ask somebody else."));
        assertThat(plans.one(STRANGER, plan)).isEmpty();
        assertThat(plans.approve(plan, MAX)).isEqualTo(new AgreementOutcome.Done(plan));
        assertThat(plans.approve(plan, MAX)).as("twice").isInstanceOf(AgreementOutcome.Refused.class);
        PlanView running = plans.one(CLARA, plan).orElseThrow();
        assertThat(running.state()).isEqualTo(PlanView.State.RUNNING);
        assertThat(running.total()).isEqualTo(Money.of("930", "EUR"));
        assertThat(charge(plan)).as("the fee is owed as a charge").isEqualTo(30_00);
        assertThat(actions(entity)).as("what is in the plan is not chased").isEmpty();

        LocalDate first = running.lines().getFirst().instalment().dueOn();
        ItemId payment = books.payment(entity, C1, "P1", 310_00, first);
        ledger.allocate(
                List.of(new AllocationOrder(payment, invoice, 310_00)), new PostingContext(first, "test", "test"));
        night(TODAY.plusMonths(1).plusDays(3));
        assertThat(states(plan)).containsExactly(InstalmentState.KEPT, InstalmentState.OPEN, InstalmentState.OPEN);

        night(running.lines().get(1).instalment().dueOn().plusDays(3));
        PlanView broken = plans.one(CLARA, plan).orElseThrow();
        assertThat(broken.state()).isEqualTo(PlanView.State.BROKEN);
        assertThat(broken.reason()).startsWith("Instalment 2 of EUR 310.00").contains("EUR 310.00 had not come by");
        assertThat(actions(entity)).as("the rest is chased again").containsExactly(Action.CALL);
    }

    @Test
    void anInstalmentThatQuotesThePlanPaysWhatFellDueFirst() {
        clock.setTo(TODAY.minusDays(2));
        LegalEntity entity = books.entity("EUR");
        ItemId newer = books.invoice(entity, C1, "4713", 600_00, TODAY.minusDays(20));
        ItemId older = books.invoice(entity, C1, "4714", 300_00, TODAY.minusDays(40));
        long plan = proposed(List.of(newer, older), "0", "30.00");
        assertThat(plans.reference(plan)).as("before it is approved").isEmpty();
        plans.approve(plan, MAX);
        String reference = plans.reference(plan).orElseThrow().value();
        Map<Long, String> theirs =
                Map.of(plans.one(CLARA, plan).orElseThrow().debtor().customerId(), "Repayment plan PLAN-" + plan);
        assertThat(plans.whose(" plan " + plan)).as("as a caller reads it out").isEqualTo(theirs);
        assertThat(plans.whose("PLAN-" + plan + " and 4711")).isEmpty();

        bank.come(entity, new Line("Whoever pays Ltd", 310_00, "instalment 1, " + reference));

        assertThat(books.open(older)).isZero();
        assertThat(books.open(newer)).isEqualTo(590_00);
        LocalDate due = plans.one(CLARA, plan)
                .orElseThrow()
                .lines()
                .getFirst()
                .instalment()
                .dueOn();
        clock.setTo(due.plusDays(3));
        assertThat(states(plan)).containsExactly(InstalmentState.KEPT, InstalmentState.OPEN, InstalmentState.OPEN);

        bank.come(entity, new Line("Customer C1", 620_00, "PLAN-" + plan + " all the rest"));

        assertThat(books.open(newer)).isZero();
        assertThat(sql.fetch("select 1 from ledger.open_item where document = ?", "PLAN-" + plan))
                .as("the fee falls due last")
                .isEmpty();
    }

    @Test
    void aPlanWhoseItemsAreSettledByMoneyFromBeforeIsFulfilled() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "4715", 900_00, TODAY.minusDays(20));
        ItemId before = books.payment(entity, C1, "P0", 700_00, TODAY.minusDays(5));
        long plan = proposed(List.of(invoice), "0", "0");
        plans.approve(plan, MAX);

        ledger.allocate(
                List.of(new AllocationOrder(before, invoice, 700_00)), new PostingContext(TODAY, "test", "test"));

        assertThat(plans.one(CLARA, plan).orElseThrow().lines())
                .extracting(PlanView.Line::outstanding)
                .containsExactly(Money.of("200", "EUR"), Money.of("0", "EUR"), Money.of("0", "EUR"));
        assertThat(states(plan))
                .containsExactly(InstalmentState.OPEN, InstalmentState.SETTLED, InstalmentState.SETTLED);

        ItemId rest = books.payment(entity, C1, "P1", 200_00, TODAY.minusDays(5));
        ledger.allocate(List.of(new AllocationOrder(rest, invoice, 200_00)), new PostingContext(TODAY, "test", "test"));
        night(TODAY.plusDays(1));

        assertThat(plans.one(CLARA, plan).orElseThrow().state()).isEqualTo(PlanView.State.FULFILLED);
    }

    @Test
    void aPlanThatIsPaidInFullIsFulfilled() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "4712", 900_00, TODAY.minusDays(20));
        long plan = proposed(List.of(invoice), "10", "0");
        plans.approve(plan, MAX);
        PlanView running = plans.one(CLARA, plan).orElseThrow();
        // 300.00 each until 2 April, 5 May (the 2nd is a Saturday, the 4th a holiday) and 2 June: 31, 64 and 92 days.
        assertThat(running.interest()).isEqualTo(Money.of("15.37", "EUR"));

        books.payment(entity, C1, "P1", running.total().minor(), TODAY.plusDays(10));
        night(TODAY.plusDays(11));
        assertThat(plans.one(CLARA, plan).orElseThrow().state()).isEqualTo(PlanView.State.FULFILLED);
    }

    @Test
    void theLetterToSignGoesToWhoeverMayBeWrittenTo() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "4714", 900_00, TODAY.minusDays(20));
        long plan = proposed(List.of(invoice), "10", "5.00");
        assertThat(letters.pdf(CLARA, plan)).isEmpty();

        customers.addContact(
                new ContactDraft(
                        plans.one(CLARA, plan).orElseThrow().debtor().customerId(),
                        "Anna Brandt",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "anna@brandt.example",
                        "",
                        "de",
                        false),
                "test");
        assertThat(letters.pdf(CLARA, plan))
                .as("nothing is confirmed that nobody has approved")
                .isEmpty();
        plans.approve(plan, MAX);
        assertThat(letters.pdf(CLARA, plan))
                .hasValueSatisfying(
                        pdf -> assertThat(new String(pdf, ISO_8859_1)).startsWith("%PDF"));
        assertThat(letters.pdf(STRANGER, plan)).isEmpty();
    }

    @Test
    void whatChangedSinceItWasProposedIsNotApproved() {
        LegalEntity entity = books.entity("EUR");
        ItemId invoice = books.invoice(entity, C1, "4713", 900_00, TODAY.minusDays(20));
        long first = proposed(List.of(invoice), "0", "0");
        long second = proposed(List.of(invoice), "0", "0");
        assertThat(plans.approve(first, MAX)).isInstanceOf(AgreementOutcome.Done.class);
        assertThat(plans.approve(second, MAX)).isInstanceOf(AgreementOutcome.Refused.class);
        assertThat(plans.end(second, "", MAX)).isEqualTo(new AgreementOutcome.Refused("Say why the plan ends."));
        assertThat(plans.end(second, "Proposed twice", MAX)).isEqualTo(new AgreementOutcome.Done(second));
        assertThat(plans.one(MAX, second).orElseThrow().state()).isEqualTo(PlanView.State.DECLINED);
    }

    @Test
    void theItemsOfAPlanAreOfOneAccountAndOneCurrency() {
        LegalEntity entity = books.entity("EUR");
        ItemId one = books.invoice(entity, C1, "A", 100_00, TODAY.minusDays(20));
        ItemId other = books.invoice(entity, "C2", "B", 100_00, TODAY.minusDays(20));
        assertThat(plans.propose(wish(List.of(one, other), "0", "0"), CLARA))
                .isEqualTo(new AgreementOutcome.Refused(
                        "The items are of several accounts or currencies. Agree on each by itself."));
        assertThat(plans.propose(wish(List.of(one), "0", "0"), STRANGER)).isInstanceOf(AgreementOutcome.Refused.class);
    }

    @Test
    void aMassPromiseIsOneForEachAccountAndIsListedUntilItIsPartKept() {
        LegalEntity entity = books.entity("EUR");
        ItemId one = books.invoice(entity, C1, "A", 100_00, TODAY.minusDays(20));
        ItemId two = books.invoice(entity, C1, "B", 50_00, TODAY.minusDays(10));
        ItemId other = books.invoice(entity, "C2", "C", 70_00, TODAY.minusDays(10));
        assertThat(massPromises.note(word(List.of(one, two, other), TODAY.plusDays(3), Repeat.ASK), CLARA))
                .isEqualTo(new MassPromises.Outcome.Noted(2));
        assertThat(lines(entity, PromiseFilter.Show.TO_WATCH))
                .extracting(line -> line.check().promise().amount().minor())
                .containsExactlyInAnyOrder(150_00L, 70_00L);
        assertThat(promiseList.lines(STRANGER, new PromiseFilter(PromiseFilter.Show.ALL, null)))
                .isEmpty();

        books.payment(entity, C1, "P", 60_00, TODAY.plusDays(3));
        clock.setTo(TODAY.plusDays(6));
        assertThat(lines(entity, PromiseFilter.Show.PART_KEPT)).singleElement().satisfies(line -> {
            assertThat(line.check().state()).isEqualTo(PromiseState.PART_KEPT);
            assertThat(line.check().outstanding().minor()).isEqualTo(90_00);
            assertThat(line.credibility().sentence())
                    .isEqualTo("0 of 1 promise kept, 40 % of the amount; too few to rely on");
        });
        assertThat(lines(entity, PromiseFilter.Show.BROKEN)).hasSize(1);
        assertThat(lines(entity, PromiseFilter.Show.KEPT)).isEmpty();
    }

    @Test
    void aMassPromiseThatFailsForOneAccountIsNotedForNone() {
        LegalEntity entity = books.entity("EUR");
        ItemId one = books.invoice(entity, C1, "A", 100_00, TODAY.minusDays(20));
        assertThat(massPromises.note(word(List.of(one), TODAY.minusDays(1), Repeat.ASK), CLARA))
                .isInstanceOf(MassPromises.Outcome.Refused.class);
        assertThat(lines(entity, PromiseFilter.Show.ALL)).isEmpty();
    }

    /** One word of the customer that two have heard, or the same person twice, is one promise unless somebody says that it is two. */
    @Test
    void thePromiseThatSomebodyHasJustNotedIsAskedAboutBeforeItIsNotedAgain() {
        LegalEntity entity = books.entity("EUR");
        ItemId one = books.invoice(entity, C1, "A", 100_00, TODAY.minusDays(20));
        ItemId other = books.invoice(entity, "C2", "B", 70_00, TODAY.minusDays(10));
        PromiseDraft heard = PromiseDraft.of(books.account(entity, C1), Money.of("100", "EUR"), TODAY.plusDays(3));
        PromiseOutcome first = promises.note(heard, CLARA);
        assertThat(promises.note(heard, MAX))
                .isInstanceOfSatisfying(
                        PromiseOutcome.Asked.class,
                        asked -> assertThat(asked.sentence())
                                .contains("has noted the same a moment ago: EUR 100.00 by 5 March 2026"));
        assertThat(promises.note(PromiseDraft.of(heard.account(), heard.amount(), TODAY.plusDays(4)), MAX))
                .as("on another day")
                .isInstanceOf(PromiseOutcome.Noted.class);

        MassPromise both = word(List.of(one, other), TODAY.plusDays(3), Repeat.ASK);
        assertThat(massPromises.note(both, MAX)).isInstanceOf(MassPromises.Outcome.Asked.class);
        assertThat(lines(entity, PromiseFilter.Show.ALL)).as("nothing of it").hasSize(2);
        promises.withdraw(((PromiseOutcome.Noted) first).id(), "Noted twice", CLARA);
        assertThat(massPromises.note(both, MAX)).isEqualTo(new MassPromises.Outcome.Noted(2));
        assertThat(massPromises.note(word(List.of(one), TODAY.plusDays(3), Repeat.MEANT), CLARA))
                .isEqualTo(new MassPromises.Outcome.Noted(1));
    }

    @Test
    void whatWasPromisedAQuarterOfAnHourAgoIsNotAskedAbout() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, C1, "A", 100_00, TODAY.minusDays(20));
        PromiseDraft heard = PromiseDraft.of(books.account(entity, C1), Money.of("100", "EUR"), TODAY.plusDays(3));
        sql.execute(
                "insert into collections.promise (account_id, currency, amount_minor, made_on, due_on, actor, recorded_at)"
                        + " values (?, 'EUR', 10000, ?, ?, 'clara', clock_timestamp() - interval '16 minutes')",
                heard.account().value(),
                TODAY,
                heard.dueOn());
        assertThat(promises.note(heard, CLARA)).isInstanceOf(PromiseOutcome.Noted.class);
    }

    private static MassPromise word(List<ItemId> items, LocalDate due, Repeat repeat) {
        return new MassPromise(items, due, null, "", repeat);
    }

    private long proposed(List<ItemId> items, String percent, String fee) {
        return ((AgreementOutcome.Done) plans.propose(wish(items, percent, fee), CLARA)).id();
    }

    private static PlanWish wish(List<ItemId> items, String percent, String fee) {
        return new PlanWish(
                items,
                new PlanWish.Instalments.Equal(3, TODAY.plusMonths(1), Interval.MONTHLY),
                new BigDecimal(percent),
                new BigDecimal(fee),
                "");
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        plans.review(day, "test");
        nightlyRun.run(day, "test");
    }

    private List<Action> actions(LegalEntity entity) {
        return sql.fetch(
                        "select n.action from collections.next_action_view n join ledger.account_view a"
                                + " on a.account_id = n.account_id where a.entity_id = ? and n.outcome = 'ACT'",
                        entity.id())
                .map(row -> Action.valueOf(row.get(0, String.class)));
    }

    private List<InstalmentState> states(long plan) {
        return plans.one(CLARA, plan).orElseThrow().lines().stream()
                .map(PlanView.Line::state)
                .toList();
    }

    private long charge(long plan) {
        return sql.fetchSingle("select open_minor from ledger.open_item where document = ?", "PLAN-" + plan)
                .get(0, Long.class);
    }

    private List<PromiseLine> lines(LegalEntity entity, PromiseFilter.Show show) {
        return promiseList.lines(CLARA, new PromiseFilter(show, null)).stream()
                .filter(line -> line.entityCode().equals(entity.code()))
                .toList();
    }
}
