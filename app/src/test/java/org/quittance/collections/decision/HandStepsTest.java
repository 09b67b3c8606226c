package org.quittance.collections.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.AgreementOutcome.Done;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.VisitLine;
import org.quittance.collections.call.VisitLog;
import org.quittance.collections.call.VisitLogged;
import org.quittance.collections.call.VisitReport;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.collections.interest.InterestClaims;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyBook.GoLive;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A ladder of what people do: an interest notice, a visit, a hold that is recommended. Each is off the list once it is done. */
@ApplicationTest
class HandStepsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final String CODE = "by-hand";
    private static final Viewer CLARA = new Viewer(901, "clara", "Clara", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private StrategyBook book;

    @Autowired
    private InterestClaims claims;

    @Autowired
    private VisitLog visits;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Worklist worklist;

    @Autowired
    private StepChoices choices;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Timeline timeline;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long account;
    private long customer;

    @BeforeEach
    void anAccountOfAnEntityWithALadderOfItsOwn() {
        clock.setTo(TODAY);
        entity = books.entity("GBP");
        books.invoice(entity, "H1", "INV-1", 2_000_00, TODAY.minusDays(60));
        account = books.account(entity, "H1").value();
        customer = sql.fetchSingle("select customer_id from ledger.account_view where account_id = ?", account)
                .get(0, Long.class);
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        book.save(
                new StrategyContent(
                        CODE,
                        "By hand",
                        "Nothing that the night could do",
                        3,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(
                                byHand(Action.INTEREST_NOTICE, 10, 1),
                                Step.draft("visit", Action.VISIT, Money.zero(Currency.getInstance("GBP")))
                                        .placed(20, 9, 2)
                                        .owner(StepOwner.LEAD)
                                        .step(),
                                byHand(Action.RECOMMEND_HOLD, 30, 3))),
                version,
                "test");
        book.release(CODE, version + 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
        night(TODAY);
    }

    @AfterEach
    void theOthersFollowTheirOwn() {
        clock.setTo(TODAY);
        book.end(CODE, TODAY, "The test is over", "test");
    }

    @Test
    void eachStepIsTakenByTheDeedThatItAsksFor() {
        assertThat(next()).isEqualTo(Action.INTEREST_NOTICE);
        assertThat(worklist.count(CLARA, forLeads())).isZero();
        assertThat(claims.claim(account, InterestClaims.Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, CLARA))
                .isInstanceOf(Done.class);
        assertThat(next()).as("contacts stay apart, and so do the steps").isNull();

        night(TODAY.plusDays(10));
        assertThat(next()).isEqualTo(Action.VISIT);
        assertThat(row().next().owner()).isEqualTo(StepOwner.LEAD);
        assertThat(worklist.count(CLARA, forLeads())).isEqualTo(1);
        assertThat(visits.log(visit(VisitReport.Result.NOBODY_THERE, TODAY.plusDays(10), null), CLARA))
                .isInstanceOf(VisitLogged.Logged.class);
        assertThat(next()).as("the visit is still to be made").isEqualTo(Action.VISIT);
        assertThat(visits.log(visit(VisitReport.Result.REFUSES, TODAY.plusDays(9), Money.of("48.50", "GBP")), CLARA))
                .isInstanceOf(VisitLogged.Logged.class);
        assertThat(next()).isNull();
        assertThat(timeline.of(CustomerId.of(customer), null, 1).getFirst().activity())
                .satisfies(activity -> {
                    assertThat(activity.outcome()).isEqualTo("Visit to the customer: Refuses to pay");
                    assertThat(activity.body()).isEqualTo("Met Mr Gray. The warehouse is full. Cost GBP 48.50.");
                    assertThat(activity.businessDate()).isEqualTo(TODAY.plusDays(9));
                });

        night(TODAY.plusDays(20));
        assertThat(next()).isEqualTo(Action.RECOMMEND_HOLD);
        Viewer maria = manager();
        assertThat(open(EscalationPath.SALES_OWNER, Addressee.outside("Sam", "sam@example.com")))
                .isInstanceOf(EscalationOutcome.Done.class);
        assertThat(steps()).as("a question to sales is not the hold").doesNotContain(Action.RECOMMEND_HOLD);
        long hold =
                ((EscalationOutcome.Done) open(EscalationPath.CREDIT_HOLD, Addressee.colleague(maria.login()))).id();
        assertThat(steps()).isEqualTo(List.of(Action.INTEREST_NOTICE, Action.VISIT));
        assertThat(escalations.act(hold, Deed.APPROVE, "", "yes", maria)).isInstanceOf(EscalationOutcome.Done.class);
    }

    @Test
    void aPersonTakesAnotherStepWithAReasonThatIsKept() {
        assertThat(next()).isEqualTo(Action.INTEREST_NOTICE);
        Viewer stranger = new Viewer(902, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L));
        assertThat(choices.choose(account, "visit", "They are next door", stranger))
                .isEqualTo(StepChoices.Outcome.NOT_FOUND);
        assertThat(choices.choose(account, "visit", "", CLARA)).isEqualTo(StepChoices.Outcome.NEEDS_A_REASON);
        assertThat(choices.choose(account, "recommend_hold", "It is time", CLARA))
                .as("what goes to others is escalated on a page of its own")
                .isEqualTo(StepChoices.Outcome.NOT_TO_BE_CHOSEN);
        assertThat(choices.choose(account, "visit", "They are next door", CLARA))
                .isEqualTo(StepChoices.Outcome.CHOSEN);
        assertThat(next()).isEqualTo(Action.VISIT);
        assertThat(row().reasons())
                .first()
                .isEqualTo("clara chose Visit in the place of Interest notice on 2 March 2026: They are next door");
        assertThat(choices.giveBack(account, "They have moved", CLARA)).isEqualTo(StepChoices.Outcome.GIVEN_BACK);
        assertThat(next()).isEqualTo(Action.INTEREST_NOTICE);

        choices.choose(account, "visit", "They are back", CLARA);
        assertThat(visits.log(visit(VisitReport.Result.REFUSES, TODAY, null), CLARA))
                .isInstanceOf(VisitLogged.Logged.class);
        assertThat(steps()).containsExactly(Action.VISIT);
        assertThat(choices.latest(CLARA).stream().filter(line -> line.accountId() == account))
                .extracting(StepChoices.Line::reason)
                .containsExactly("They are back", "They have moved", "They are next door");
        assertThat(choices.latest(stranger)).isEmpty();
        assertThat(timeline.of(CustomerId.of(customer), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .contains("Visit in the place of Interest notice", "Interest notice as the strategy proposes");
        assertThat(sql.fetch("select * from audit.entry where action = 'step.chosen' and subject_id = ?", "" + account))
                .hasSize(3);
    }

    @Test
    void thePersonsPartLeadsOnEveryPageAndTheNoticeBesideItIsNamed() {
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElseThrow();
        book.save(
                new StrategyContent(
                        CODE,
                        "By hand, then by itself",
                        "A notice of a higher rung goes by itself",
                        3,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(
                                byHand(Action.INTEREST_NOTICE, 10, 1),
                                Step.draft("notice-3", Action.NOTICE_3, Money.zero(Currency.getInstance("GBP")))
                                        .placed(20, 9, 2)
                                        .step())),
                version,
                "test");
        book.release(CODE, version + 1, GoLive.forAll(TODAY, RunningAccounts.MOVE), "another");
        night(TODAY);
        assertThat(claims.claim(account, InterestClaims.Way.ON_PAPER, InterestClaims.Undecided.LEFT_OUT, CLARA))
                .isInstanceOf(Done.class);
        night(TODAY.plusDays(9));
        books.invoice(entity, "H1", "INV-2", 500_00, TODAY.minusDays(2));
        night(TODAY.plusDays(9));
        assertThat(next()).isEqualTo(Action.INTEREST_NOTICE);
        assertThat(row().next().beside()).isEqualTo(Action.NOTICE_3);
        assertThat(nextActions.ofCustomer(CLARA, customer)).singleElement().satisfies(page -> {
            assertThat(page.next())
                    .isInstanceOfSatisfying(
                            NextAction.Act.class,
                            act -> assertThat(act.leading()).isEqualTo(Action.INTEREST_NOTICE));
            assertThat(page.next())
                    .isInstanceOfSatisfying(
                            NextAction.Act.class,
                            act -> assertThat(act.beside()).contains(Action.NOTICE_3));
        });
        for (Action action : List.of(Action.INTEREST_NOTICE, Action.NOTICE_3)) {
            WorklistFilter wanting =
                    new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, action);
            assertThat(worklist.rows(CLARA, wanting, 0, 10))
                    .as("asked for by either")
                    .hasSize(1);
        }
    }

    @Test
    void aVisitIsRefusedAsAWholeAndListedWithItsCost() {
        assertThat(visits.log(visit(VisitReport.Result.TALKED, TODAY.plusDays(1), null), CLARA))
                .isEqualTo(new VisitLogged.Refused(
                        VisitLogged.Part.DAY, "Nothing was held on that day yet. Give today or a day before."));
        Viewer stranger = new Viewer(902, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L));
        assertThat(visits.log(visit(VisitReport.Result.TALKED, TODAY, null), stranger))
                .isInstanceOf(VisitLogged.Refused.class);
        VisitReport late = new VisitReport(
                customer,
                Set.of(account),
                VisitReport.Kind.HOSPITALITY,
                TODAY,
                VisitReport.Result.TALKED,
                null,
                "",
                "",
                Money.of("12.00", "EUR"),
                new CallReport.FollowUp(TODAY, "Talked"));
        assertThat(visits.log(late, CLARA))
                .isInstanceOfSatisfying(
                        VisitLogged.Refused.class,
                        refused -> assertThat(refused.part()).isEqualTo(VisitLogged.Part.FOLLOW_UP));
        assertThat(mine(CLARA)).isEmpty();
        assertThat(next()).isEqualTo(Action.INTEREST_NOTICE);

        visits.log(visit(VisitReport.Result.TALKED, TODAY, Money.of("12.00", "EUR")), CLARA);
        assertThat(mine(CLARA)).singleElement().satisfies(line -> {
            assertThat(line.cost()).isEqualTo(Money.of("12.00", "EUR"));
            assertThat(line.actor()).isEqualTo("clara");
        });
        assertThat(mine(stranger)).isEmpty();
    }

    private List<VisitLine> mine(Viewer viewer) {
        return visits.between(TODAY, TODAY.plusDays(30), viewer).stream()
                .filter(line -> line.customerId() == customer)
                .toList();
    }

    private VisitReport visit(VisitReport.Result result, LocalDate on, @Nullable Money cost) {
        return new VisitReport(
                customer,
                Set.of(),
                VisitReport.Kind.VISIT,
                on,
                result,
                null,
                "Mr Gray",
                "The warehouse is full.",
                cost,
                null);
    }

    private EscalationOutcome open(EscalationPath path, Addressee to) {
        return escalations.open(new EscalationDraft(account, path, "They do not pay", to), CLARA);
    }

    /** The steps that were taken of the account's items, in their order. */
    private List<Action> steps() {
        return new ArrayList<>(
                sql.fetch("select action from collections.step_taken where account_id = ? order by id", account)
                        .map(row -> Action.valueOf(row.get(0, String.class))));
    }

    private WorklistFilter forLeads() {
        return new WorklistFilter(WorklistFilter.Show.FOR_LEADS, entity.id(), null, null, null);
    }

    private @Nullable Action next() {
        return row().next().action();
    }

    private WorklistRow row() {
        WorklistFilter all = new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null);
        return worklist.rows(CLARA, all, 0, 10).getFirst();
    }

    private Viewer manager() {
        people.add("hand-manager", "Hand Manager", "hand@example.com", Set.of(Role.MANAGER), "no password", "test");
        return people.credentials("hand-manager").orElseThrow().viewer();
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        assertThat(nightlyRun.run(day, "test")).isInstanceOf(RunOutcome.Published.class);
    }

    private static Step byHand(Action action, int days, int level) {
        return Step.draft(action.name().toLowerCase(Locale.ROOT), action, Money.zero(Currency.getInstance("GBP")))
                .placed(days, 9, level)
                .step();
    }
}
