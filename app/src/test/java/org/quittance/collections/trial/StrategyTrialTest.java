package org.quittance.collections.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.trial.TrialView.AccountLine;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepOwner;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AllocationOrder;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.PostingContext;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class StrategyTrialTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer AMIRA = Viewer.system("amira");

    @Autowired
    private StrategyBook book;

    @Autowired
    private Trials trials;

    @Autowired
    private TrialRun run;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
    }

    @Test
    void aDraftIsTriedOnTheLedgerAsItWasAndOnToday() {
        LegalEntity entity = books.entity("EUR");
        LocalDate due = TODAY.minusDays(100);
        ItemId paid = books.invoice(entity, "PAST", "1", 20_000_00, due);
        ItemId payment = books.payment(entity, "PAST", "P", 20_000_00, due.plusDays(12));
        ledger.allocate(
                List.of(new AllocationOrder(payment, paid, 20_000_00)),
                new PostingContext(due.plusDays(12), "test", "test"));
        books.invoice(entity, "OPEN", "2", 20_000_00, TODAY.minusDays(7));
        books.invoice(entity, "SMALL", "3", 100_00, TODAY.minusDays(7));
        StrategyKept draft = draft("trial-1", entity);

        long before = stepsAndMessages();
        long id = trials.order(draft, "mona");
        run.run(id);

        TrialView trial = trials.find(id, AMIRA).orElseThrow();
        assertThat(trial.isUnderWay()).isFalse();
        assertThat(trial.followers()).isEqualTo(2);
        assertThat(trial.from()).isEqualTo(TODAY.minusYears(1).plusDays(1));
        List<AccountLine> lines = trials.accounts(id, AMIRA, 0, 2);
        AccountLine past = line(lines, "PAST");
        assertThat(past.beforeContacts())
                .extracting(contact -> ChronoUnit.DAYS.between(due, contact.on()) + " " + contact.action())
                .containsExactly("-3 REMINDER_BEFORE_DUE", "5 NOTICE_1", "10 CALL");
        assertThat(past.contacts())
                .extracting(TrialView.Contact::action)
                .containsExactly(Action.REMINDER_BEFORE_DUE, Action.CALL, Action.CALL);
        AccountLine open = line(lines, "OPEN");
        assertThat(open.todayBefore()).isEqualTo("Notice 1");
        assertThat(open.todayAfter()).isEqualTo("Call");
        long calls = trials.accounts(id, AMIRA, 0, 2).stream()
                .flatMap(line -> line.contacts().stream())
                .filter(contact -> contact.action() == Action.CALL)
                .count();
        assertThat(trial.workloads())
                .as("what the strategy leaves to a lead is a lead's work")
                .contains(new TrialView.Workload(StepOwner.LEAD.label(), 0, calls));
        assertThat(stepsAndMessages()).as("nobody was contacted").isEqualTo(before);

        run.run(id);
        assertThat(trials.accounts(id, AMIRA, 0, 2)).as("run again").isEqualTo(lines);
    }

    @Test
    void anApprovalIsTheWorkOfWhoeverGivesItAndTodayWaitsForIt() {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "OPEN", "1", 20_000_00, TODAY.minusDays(7));
        Step notice = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 0, 1)
                .approval(Approval.LEAD)
                .step();
        StrategyKept draft = draft("trial-4", entity, notice);

        long id = trials.order(draft, "mona");
        run.run(id);

        TrialView trial = trials.find(id, AMIRA).orElseThrow();
        assertThat(trial.workloads()).contains(new TrialView.Workload("A team lead: messages to approve", 0, 1));
        assertThat(trial.listed().today()).isEqualTo(1);
        assertThat(trial.listed().changed()).isEqualTo(1);
        AccountLine open = line(trials.accounts(id, AMIRA, 0, 1), "OPEN");
        assertThat(open.todayAfter()).isEqualTo("Notice 1, once approved");
    }

    @Test
    void ofTwoAccountsOfOneCustomerOneLetterADayIsCounted() {
        LegalEntity one = books.entity("EUR");
        LegalEntity other = books.entity("EUR");
        books.invoice(one, "TWICE", "1", 20_000_00, TODAY.minusDays(7));
        books.invoice(other, "TWICE-TOO", "2", 20_000_00, TODAY.minusDays(7));
        StrategyKept draft = draft("trial-3", one);
        long apart = lettersInForce(draft);

        sql.execute(
                "update ledger.account set customer_id = (select customer_id from ledger.account where id = ?) where id = ?",
                books.account(one, "TWICE").value(),
                books.account(other, "TWICE-TOO").value());

        assertThat(lettersInForce(draft)).isEqualTo(apart - 2);
    }

    /** Reminders and first notices by the strategies in force. */
    private long lettersInForce(StrategyKept draft) {
        long id = trials.order(draft, "mona");
        run.run(id);
        return trials.find(id, AMIRA).orElseThrow().actions().stream()
                .filter(count -> count.action() == Action.REMINDER_BEFORE_DUE || count.action() == Action.NOTICE_1)
                .mapToLong(TrialView.ActionCount::before)
                .sum();
    }

    @Test
    void aTrialWaitsInTheJobTableUntilAWorkerTakesIt() {
        LegalEntity entity = books.entity("EUR");

        long id = trials.order(draft("trial-2", entity), "mona");

        assertThat(trials.find(id, AMIRA).orElseThrow().isUnderWay()).isTrue();
        assertThat(trials.of(book.history("trial-2").getFirst())).containsExactly(id);
        assertThat(sql.fetchSingle(
                                "select count(*) from platform.scheduled_task where task_name = 'strategy-trial' and task_instance = ?",
                                Long.toString(id))
                        .get(0, Long.class))
                .isEqualTo(1);
    }

    private StrategyKept draft(String code, LegalEntity entity) {
        Step call = Step.draft("call", Action.CALL, Money.of("0", "EUR"))
                .placed(1, 5, 2)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .owner(StepOwner.LEAD)
                .step();
        return draft(code, entity, call);
    }

    private StrategyKept draft(String code, LegalEntity entity, Step step) {
        Audience audience = new Audience(
                Set.of(entity.code()), Set.of(), Money.of("5000", "EUR"), null, DayRange.ANY, DayRange.ANY);
        book.save(new StrategyContent(code, "Firm hand", "", 5, audience, List.of(step)), 0, "mona");
        return book.history(code).getFirst();
    }

    private static AccountLine line(List<AccountLine> lines, String account) {
        return lines.stream()
                .filter(line -> line.accountNumber().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private long stepsAndMessages() {
        return sql.fetchSingle("select (select count(*) from collections.step_taken)"
                        + " + (select count(*) from correspondence.message)")
                .get(0, Long.class);
    }
}
