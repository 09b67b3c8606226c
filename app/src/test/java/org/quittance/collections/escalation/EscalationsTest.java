package org.quittance.collections.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.call.Takeover;
import org.quittance.collections.call.Takeover.FormerContact;
import org.quittance.collections.decision.InForceList;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationOutcome.Done;
import org.quittance.collections.escalation.EscalationOutcome.NotFound;
import org.quittance.collections.escalation.EscalationOutcome.Refused;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.Escalation.State;
import org.quittance.core.collections.EscalationLevels;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.Sentences;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An account is taken to somebody who answers, and the worklist knows. */
@ApplicationTest
class EscalationsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @Autowired
    private Escalations escalations;

    @Autowired
    private EscalationList list;

    @Autowired
    private EscalationServiceLevels levels;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Worklist worklist;

    @Autowired
    private InForceList inForce;

    @Autowired
    private Takeover takeover;

    @Autowired
    private Timeline timeline;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private AccountId account;
    private Viewer collector;
    private Viewer manager;

    @BeforeEach
    void anAccountThatHasHadItsFinalNotice() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        ItemId item = books.invoice(entity, "C1", "4711", 5_000_00, TODAY.minusDays(70));
        account = books.account(entity, "C1");
        collector = person("esc-collector", Role.COLLECTOR);
        manager = person("esc-manager", Role.MANAGER);
        long portfolio = people.addPortfolio("Escalated " + collector.login(), collector.personId(), "test");
        books.moveTo(portfolio, account.value());
        collector = people.credentials(collector.login()).orElseThrow().viewer();
        transaction.executeWithoutResult(_ -> takeover.bringOver(
                List.of(new FormerContact(account, Action.NOTICE_3, TODAY.minusDays(30), "test", List.of(item))),
                List.of(),
                TODAY,
                "test"));
        night(TODAY);
    }

    @Test
    void whatIsEscalatedWaitsForItsAnswerAndIsNotEscalatedAgain() {
        assertThat(row().next().action()).isEqualTo(Action.ESCALATE);

        long id = open(EscalationPath.CREDIT_HOLD, "Two promises broken");

        assertThat(row().next().action()).as("decided again at once").isNull();
        String since = Sentences.day(TODAY);
        assertThat(row().reasons())
                .contains("Escalated on %s (Credit hold) and waiting for %s, whose answer is due on %s"
                        .formatted(since, manager.name(), Sentences.day(TODAY.plusDays(1))));
        night(TODAY.plusDays(20));
        assertThat(row().next().action())
                .as("its wait is over, its answer is missing")
                .isNull();
        assertThat(row().reasons()).anyMatch(reason -> reason.endsWith("whose answer is 19 days overdue"));
        assertThat(list.counts(collector)).isEqualTo(new EscalationList.Counts(1, 1, 0));

        assertThat(escalations.act(id, Deed.REFUSE, "", "A visit first", manager))
                .isEqualTo(new Done(id));

        String refused = "Escalation (Credit hold) was refused by %s on %s: A visit first"
                .formatted(manager.name(), Sentences.day(TODAY.plusDays(20)));
        assertThat(row().next().action()).as("not asked for again at once").isNull();
        assertThat(row().reasons()).contains(refused);
        night(TODAY.plusDays(34));
        assertThat(row().next().action()).isEqualTo(Action.ESCALATE);
        assertThat(row().reasons())
                .as("whoever asks again reads why it was refused")
                .contains(refused);
        assertThat(list.counts(collector)).isEqualTo(new EscalationList.Counts(0, 0, 0));
        assertThat(timeline.of(CustomerId.of(customer()), null, 10))
                .extracting(entry -> entry.activity().outcome())
                .containsExactly(
                        "Escalation E%d (Credit hold): Refused by %s".formatted(id, manager.name()),
                        "Escalated E%d: Credit hold".formatted(id));
    }

    @Test
    void whatWasAskedForBeforeStandsInTheHistoryUnderItsDay() {
        EscalationDraft draft = new EscalationDraft(
                account.value(),
                EscalationPath.CREDIT_HOLD,
                "Two promises broken",
                EscalationDraft.Addressee.colleague(manager.login()));
        assertThat(escalations.takeOver(draft, TODAY.minusDays(12), collector)).isInstanceOf(Done.class);
        assertThat(timeline.of(CustomerId.of(customer()), null, 1))
                .extracting(entry -> entry.activity().businessDate())
                .containsExactly(TODAY.minusDays(12));
    }

    @Test
    void aRecommendationIsInForceFromItsApprovalToItsLifting() {
        long id = open(EscalationPath.OUTSIDE_AGENCY, "No contact since the final notice");
        assertThat(escalations.act(id, Deed.APPROVE, "", "yes", collector))
                .isEqualTo(new Refused(Objection.OWN_ANSWER));
        assertThat(escalations.act(id, Deed.APPROVE, "", "yes", manager)).isEqualTo(new Done(id));
        assertThat(list.ofCustomer(collector, customer())).singleElement().matches(EscalationLine::isInForce);
        assertThat(open(EscalationPath.OUTSIDE_AGENCY)).isEqualTo(new Refused(Objection.IN_FORCE_ALREADY));
        assertThat(escalations.act(id, Deed.LIFT, "", "They have paid", manager))
                .isEqualTo(new Done(id));
        assertThat(list.one(collector, id).orElseThrow().state()).isEqualTo(State.LIFTED);
        assertThat(list.events(list.one(collector, id).orElseThrow()))
                .extracting(EscalationEvent::deed)
                .containsExactly(Deed.APPROVE, Deed.LIFT);
        assertThat(open(EscalationPath.OUTSIDE_AGENCY)).isInstanceOf(Done.class);
    }

    @Test
    void whoeverIsOutsideIsAnsweredForByWhoeverHearsThem() {
        Addressee sam = Addressee.outside("Sam Sells", "sam@example.com");
        EscalationOutcome opened = escalations.open(
                new EscalationDraft(account.value(), EscalationPath.SALES_OWNER, "Whose order was it?", sam),
                collector);
        long id = ((Done) opened).id();
        assertThat(escalations.act(id, Deed.ANSWER, "", "Mine; I talk to them on Monday", collector))
                .isEqualTo(new Done(id));
        assertThat(list.events(list.one(collector, id).orElseThrow()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.saidBy()).isEqualTo("Sam Sells");
                    assertThat(event.actor()).isEqualTo(collector.login());
                });
    }

    @Test
    void anEscalationIsHandedOverAndKeepsItsDay() {
        Viewer other = person("esc-other", Role.MANAGER);
        long id = open(EscalationPath.LEGAL, "Insolvent soon");
        LocalDate due = list.one(collector, id).orElseThrow().dueOn();
        clock.setTo(TODAY.plusDays(3));
        assertThat(escalations.handOver(id, Addressee.colleague(other.login()), "On holiday", collector))
                .isEqualTo(new Done(id));
        EscalationLine line = list.one(collector, id).orElseThrow();
        assertThat(line.ownerLogin()).isEqualTo(other.login());
        assertThat(line.dueOn()).isEqualTo(due);
        EscalationFilter mine = new EscalationFilter(EscalationFilter.Show.MINE, null, null);
        assertThat(list.lines(other, mine, 0, 10))
                .extracting(EscalationLine::id)
                .contains(id);
        assertThat(list.lines(manager, mine, 0, 10))
                .extracting(EscalationLine::id)
                .doesNotContain(id);
        assertThat(escalations.handOver(id, Addressee.outside("Sam", ""), "On holiday", collector))
                .isEqualTo(new Refused(Objection.NEEDS_A_COLLEAGUE));
    }

    @Test
    void whoeverDoesNotSeeTheAccountNeitherSeesNorOwnsItsEscalation() {
        Viewer stranger = person("esc-stranger", Role.TEAM_LEAD);
        long id = open(EscalationPath.MANAGER, "Nobody answers");
        assertThat(list.one(stranger, id)).isEmpty();
        assertThat(list.ofCustomer(stranger, customer())).isEmpty();
        assertThat(escalations.act(id, Deed.ANSWER, "", "Go on", stranger)).isEqualTo(new NotFound());
        assertThat(escalations.open(
                        new EscalationDraft(
                                account.value(), EscalationPath.LEGAL, "x", Addressee.colleague(manager.login())),
                        stranger))
                .isEqualTo(new NotFound());
        assertThat(escalations.handOver(id, Addressee.colleague(stranger.login()), "On holiday", collector))
                .isEqualTo(new Refused(Objection.NEEDS_AN_OWNER));
    }

    @Test
    void theServiceLevelThatIsSetHoldsForWhatIsOpenedFromThen() {
        long before = open(EscalationPath.BUSINESS, "First", Addressee.outside("Sam", ""));
        EscalationLevels inForce = levels.levels();
        Map<EscalationPath, Integer> quicker = new EnumMap<>(inForce.workingDays());
        quicker.put(EscalationPath.BUSINESS, 1);
        assertThat(levels.set(new EscalationLevels(quicker), manager)).isEqualTo(1);
        assertThat(levels.set(new EscalationLevels(quicker), manager)).isZero();
        assertThat(levels.changes().getFirst().actor()).isEqualTo(manager.login());
        assertThat(list.one(collector, before).orElseThrow().dueOn()).isEqualTo(TODAY.plusDays(7));
        escalations.act(before, Deed.WITHDRAW, "", "Asked again", collector);
        long after = open(EscalationPath.BUSINESS, "Second", Addressee.outside("Sam", ""));
        assertThat(list.one(collector, after).orElseThrow().dueOn()).isEqualTo(TODAY.plusDays(1));
        levels.set(inForce, manager);
    }

    @Test
    void whatWasAskedAndSaidCannotBeChangedAndNobodyApprovesTheirOwnInTheDatabaseEither() {
        long id = open(EscalationPath.CREDIT_HOLD, "Two promises broken");
        for (String statement : List.of(
                "update collections.escalation set reason = 'another'",
                "delete from collections.escalation",
                "update collections.escalation_event set words = 'another'",
                "delete from collections.escalation_event",
                "delete from collections.escalation_now",
                "update collections.escalation_level set working_days = 9")) {
            assertThatThrownBy(() -> sql.execute(statement)).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> sql.execute(
                        "insert into collections.escalation_event"
                                + " (escalation_id, asked_by, deed, said_by, words, done_on, actor)"
                                + " values (?, ?, 'APPROVE', 'x', 'x', current_date, ?)",
                        id,
                        collector.login(),
                        collector.login()))
                .hasStackTraceContaining("escalation_event_check");
    }

    /** The projection is what the rows that are only added to say. */
    @Test
    void theProjectionCanBeDerivedFromWhatWasAskedAndSaid() {
        long held = open(EscalationPath.CREDIT_HOLD, "a");
        escalations.act(held, Deed.APPROVE, "", "yes", manager);
        escalations.act(held, Deed.LIFT, "", "paid", manager);
        long handed = open(EscalationPath.LEGAL, "b");
        escalations.handOver(
                handed, Addressee.colleague(person("esc-third", Role.MANAGER).login()), "away", collector);
        long asked = open(EscalationPath.SALES_OWNER, "c", Addressee.outside("Sam", "sam@example.com"));
        escalations.act(asked, Deed.ANSWER, "", "mine", collector);
        assertThat(sql.fetch("""
                        select n.escalation_id
                        from collections.escalation_now n
                        join collections.escalation e on e.id = n.escalation_id
                        left join lateral (
                            select v.deed, v.done_on
                            from collections.escalation_event v
                            where v.escalation_id = e.id and v.deed <> 'HAND_OVER'
                            order by v.id desc
                            limit 1
                        ) last on true
                        left join lateral (
                            select v.owner_login, v.owner_name, v.owner_email
                            from collections.escalation_event v
                            where v.escalation_id = e.id and v.deed = 'HAND_OVER'
                            order by v.id desc
                            limit 1
                        ) handed on true
                        where (n.account_id, n.path, n.asked_by, n.asked_on, n.due_on)
                                is distinct from (e.account_id, e.path, e.asked_by, e.asked_on, e.due_on)
                           or n.state is distinct from case last.deed
                                when 'ANSWER' then 'ANSWERED' when 'APPROVE' then 'APPROVED' when 'REFUSE' then 'REFUSED'
                                when 'WITHDRAW' then 'WITHDRAWN' when 'LIFT' then 'LIFTED' else 'OPEN' end
                           or n.answered_on is distinct from last.done_on
                           or (n.owner_name, n.owner_email) is distinct from (
                                coalesce(handed.owner_name, e.owner_name),
                                case when handed.owner_name is null then e.owner_email else handed.owner_email end)
                           or n.owner_login is distinct from
                                case when handed.owner_name is null then e.owner_login else handed.owner_login end
                        """)).isEmpty();
        assertThat(list.ofCustomer(collector, customer())).hasSize(3);
    }

    @Test
    void whatAnAgencyHasIsOnNobodysListUntilItIsLiftedAndAPastDayStillShowsIt() {
        long id = open(EscalationPath.OUTSIDE_AGENCY, "No contact since the final notice");
        assertThat(inForce.ofAccount(account.value(), TODAY))
                .as("asked for is not in force")
                .isEmpty();
        escalations.act(id, Deed.APPROVE, "", "yes", manager);
        InForce agency = new InForce(EscalationPath.OUTSIDE_AGENCY, TODAY);
        String reason = "With the agency since %s: no letters and calls of ours until that is lifted"
                .formatted(Sentences.day(TODAY));
        assertThat(row().reasons()).as("decided again at once").containsExactly(reason);
        night(TODAY.plusDays(20));
        assertThat(row().reasons()).as("and by the night").containsExactly(reason);
        assertThat(row().next().action()).isNull();
        assertThat(row().inForce()).containsExactly(agency);
        assertThat(shown(WorklistFilter.Show.HANDED_OVER)).hasSize(1);
        assertThat(shown(WorklistFilter.Show.TO_DO)).isEmpty();
        assertThat(list.counts(collector)).isEqualTo(new EscalationList.Counts(0, 0, 1));

        escalations.act(id, Deed.LIFT, "", "They have found nothing", manager);

        assertThat(row().next().action()).isEqualTo(Action.ESCALATE);
        assertThat(shown(WorklistFilter.Show.HANDED_OVER)).isEmpty();
        assertThat(inForce.ofAccount(account.value(), TODAY.minusDays(1))).isEmpty();
        assertThat(inForce.ofAccount(account.value(), TODAY.plusDays(19))).containsExactly(agency);
        assertThat(inForce.ofAccount(account.value(), TODAY.plusDays(20))).isEmpty();
    }

    private List<WorklistRow> shown(WorklistFilter.Show show) {
        return worklist.rows(collector, new WorklistFilter(show, entity.id(), null, null, null), 0, 10);
    }

    private long open(EscalationPath path, String reason) {
        return open(path, reason, Addressee.colleague(manager.login()));
    }

    private long open(EscalationPath path, String reason, Addressee to) {
        EscalationOutcome outcome = escalations.open(new EscalationDraft(account.value(), path, reason, to), collector);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    private EscalationOutcome open(EscalationPath path) {
        return escalations.open(
                new EscalationDraft(account.value(), path, "Again", Addressee.colleague(manager.login())), collector);
    }

    private Viewer person(String login, Role role) {
        String own = login + NEXT.getAndIncrement();
        people.add(own, "Person " + own, own + "@example.com", Set.of(role), "no password", "test");
        return people.credentials(own).orElseThrow().viewer();
    }

    private long customer() {
        return sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
    }

    private WorklistRow row() {
        WorklistFilter all = new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null);
        return worklist.rows(collector, all, 0, 10).getFirst();
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        assertThat(nightlyRun.run(day, "test")).isInstanceOf(RunOutcome.Published.class);
    }
}
