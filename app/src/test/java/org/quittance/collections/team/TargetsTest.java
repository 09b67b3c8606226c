package org.quittance.collections.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.team.TargetBook.Outcome.Kept;
import org.quittance.collections.team.TargetBook.Outcome.Refused;
import org.quittance.collections.team.TargetBook.Refusal;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetBook.Wish;
import org.quittance.collections.team.TargetFigures.Reached;
import org.quittance.core.money.Money;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.core.targets.WorkingDays;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Targets are set by month and never rewritten, and what was reached of them is counted from what is on record. */
@ApplicationTest
class TargetsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Viewer MARIA = new Viewer(1, "maria", "Maria", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private TargetBook book;

    @Autowired
    private TargetFigures figures;

    @Autowired
    private TeamBook team;

    @Autowired
    private CallLog calls;

    @Autowired
    private Promises promises;

    @Autowired
    private People people;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private Viewer clara;
    private TargetSubject person;
    private TargetSubject portfolio;

    @BeforeEach
    void aCollectorOwnsAPortfolioWithAnAccount() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        String login = "targets-" + entity.code().toLowerCase(Locale.ROOT);
        long id = people.add(
                login, "Clara " + entity.code(), login + "@example.test", Set.of(Role.COLLECTOR), "x", "test");
        long owned = people.addPortfolio("Targets " + entity.code(), id, "test");
        clara = new Viewer(id, login, "Clara", Set.of(Role.COLLECTOR), Set.of(owned));
        books.invoice(entity, "C1", "1", 900_00, TODAY.minusDays(10));
        books.moveTo(owned, books.account(entity, "C1").value());
        person = subject("PERSON-" + id);
        portfolio = subject("PORTFOLIO-" + owned);
    }

    @Test
    void aTargetHoldsUntilAnotherIsSetAndNeitherIsForgotten() {
        assertThat(keep(MARCH, contacts(20L))).isEqualTo(new Kept(1));
        assertThat(keep(MARCH, contacts(20L))).isEqualTo(new Refused(Refusal.NOTHING_CHANGED));
        assertThat(keep(MARCH, contacts(30L))).isEqualTo(new Kept(1));
        assertThat(goal(MARCH, person, TargetMeasure.CONTACTS)).isEqualTo(30L);
        assertThat(keep(MARCH, contacts(null))).isEqualTo(new Kept(1));
        assertThat(goal(MARCH, person, TargetMeasure.CONTACTS)).isNull();
        assertThat(book.history(MARCH))
                .filteredOn(target -> target.subject().equals(person.key()))
                .extracting(Target::goal, Target::actor)
                .containsExactly(tuple(null, "maria"), tuple(30L, "maria"), tuple(20L, "maria"));
    }

    @Test
    void aMonthThatIsOverKeepsWhatWasSetForIt() {
        assertThat(keep(MARCH.minusMonths(1), contacts(20L))).isEqualTo(new Refused(Refusal.OVER));
    }

    @Test
    void nobodySetsTargetsForThoseWhosePortfoliosTheyDoNotSee() {
        Viewer tessa = new Viewer(2, "tessa", "Tessa", Set.of(Role.TEAM_LEAD), Set.of());
        assertThat(book.keep(MARCH, TODAY, List.of(contacts(20L)), tessa)).isEqualTo(new Refused(Refusal.NOT_YOURS));
        assertThat(book.subjects(clara)).containsExactlyInAnyOrder(person, portfolio);
    }

    @Test
    void theMonthBeforeIsCopiedWhereNothingIsSetYet() {
        keep(MARCH, contacts(20L), new Wish(portfolio, TargetMeasure.CASH_COLLECTED, "EUR", 500_00L));
        keep(MARCH.plusMonths(1), contacts(25L));
        assertThat(book.copy(MARCH.plusMonths(1), TODAY, clara)).isEqualTo(new Kept(1));
        assertThat(goal(MARCH.plusMonths(1), portfolio, TargetMeasure.CASH_COLLECTED))
                .isEqualTo(500_00L);
        assertThat(goal(MARCH.plusMonths(1), person, TargetMeasure.CONTACTS)).isEqualTo(25L);
        assertThat(book.copy(MARCH.plusMonths(1), TODAY, clara)).isEqualTo(new Refused(Refusal.NOTHING_TO_COPY));
    }

    @Test
    void cashCountsByItsBankDateOnceAndInItsOwnCurrency() {
        books.payment(entity, "C1", "P-1", 300_00, TODAY);
        books.payment(entity, "C1", "P-2", 40_00, TODAY.minusDays(10));
        assertCounted(portfolio, TargetMeasure.CASH_COLLECTED, "EUR", 300_00, 1);
        assertCounted(person, TargetMeasure.CASH_COLLECTED, "EUR", 300_00, 1);
        assertCounted(person, TargetMeasure.CASH_COLLECTED, "USD", 0, 0);
    }

    @Test
    void cashStaysWithThePortfolioInWhichItsAccountLayWhenItCame() {
        books.payment(entity, "C1", "P-1", 300_00, TODAY);
        clock.setTo(TODAY.plusDays(3));
        long elsewhere = people.addPortfolio("Elsewhere " + entity.code(), null, "test");
        books.moveTo(elsewhere, books.account(entity, "C1").value());
        books.payment(entity, "C1", "P-2", 40_00, TODAY.plusDays(3));

        assertCounted(portfolio, TargetMeasure.CASH_COLLECTED, "EUR", 300_00, 1);
        assertThat(figures.rows(
                        clara,
                        portfolio,
                        target(portfolio, TargetMeasure.CASH_COLLECTED, "EUR"),
                        MARCH,
                        TODAY.plusDays(3)))
                .as("whose it is by now she no longer sees")
                .extracting(TargetRow::customerId)
                .containsOnlyNulls();
    }

    @Test
    void aMessageThatStillWaitsIsNoContactYet() {
        long message = books.waitingMessage(books.account(entity, "C1"), TODAY, "clara");
        sql.execute(
                "insert into collections.contact_made (account_id, action, made_on, actor, message_id) values (?, 'NOTICE_1', ?, ?, ?)",
                books.account(entity, "C1").value(),
                TODAY,
                clara.login(),
                message);
        assertCounted(person, TargetMeasure.CONTACTS, null, 0, 0);
        sql.execute("update correspondence.message set state = 'SENT', sent_at = now() where id = ?", message);
        assertCounted(person, TargetMeasure.CONTACTS, null, 1, 1);
    }

    @Test
    void whatIsOverdueIsCountedToday() {
        books.invoice(entity, "C1", "2", 70_00, TODAY.minusDays(1));
        books.invoice(entity, "C1", "3", 5_00, TODAY);
        assertCounted(portfolio, TargetMeasure.OVERDUE_AT_END, "EUR", 970_00, 2);
        assertThat(reached(person, TargetMeasure.OVERDUE_AT_END, "EUR", YearMonth.of(2026, 2)))
                .as("at the end of February, a day earlier")
                .isEqualTo(970_00 - 70_00);
    }

    @Test
    void whatIsInAnotherCurrencyIsToldBesideAndNotCounted() {
        Reached reached = figures.reached(clara, MARCH, TODAY, Set.of(TargetMeasure.OVERDUE_AT_END));
        assertThat(reached.beside(person, target(person, TargetMeasure.OVERDUE_AT_END, "USD")))
                .containsExactly(
                        Money.ofMinor(reached.of(person, target(person, TargetMeasure.OVERDUE_AT_END, "EUR")), "EUR"));
        assertThat(reached.beside(person, target(person, TargetMeasure.OVERDUE_AT_END, "EUR")))
                .isEmpty();
    }

    @Test
    void promisesCountInTheMonthInWhichTheyFellDueOnceTheyAreKept() {
        clock.setTo(TODAY.minusDays(4));
        promises.note(PromiseDraft.of(books.account(entity, "C1"), Money.of("300", "EUR"), TODAY), clara);
        clock.setTo(TODAY);
        assertCounted(person, TargetMeasure.PROMISES_KEPT, null, 0, 0);
        books.payment(entity, "C1", "P-1", 300_00, TODAY);
        assertCounted(person, TargetMeasure.PROMISES_KEPT, null, 1, 1);
        assertCounted(portfolio, TargetMeasure.PROMISES_KEPT, null, 1, 1);
        assertThat(reached(person, TargetMeasure.PROMISES_KEPT, null, YearMonth.of(2026, 2)))
                .isZero();
    }

    @Test
    void contactsOfPeopleCountAndThoseOfTheMachineDoNot() {
        contact(clara.login(), TODAY);
        contact(clara.login(), TODAY.minusDays(5));
        contact("night", TODAY);
        assertCounted(person, TargetMeasure.CONTACTS, null, 1, 1);
        assertCounted(portfolio, TargetMeasure.CONTACTS, null, 1, 1);
    }

    @Test
    void aCallAboutTwoAccountsIsOneContactOfWhoeverMadeItAndOneOfThePortfolio() {
        twoAccountsAndACall();
        assertCounted(person, TargetMeasure.CONTACTS, null, 1, 1);
        assertCounted(portfolio, TargetMeasure.CONTACTS, null, 1, 1);
        assertThat(team.lines(clara))
                .filteredOn(line -> line.login().equals(clara.login()))
                .extracting(TeamLine::contactsToday, TeamLine::contacts)
                .containsExactly(tuple(1L, 1L));
        assertThat(team.activity(clara.login(), clara))
                .extracting(TeamActivity::what, TeamActivity::accounts)
                .containsExactly(tuple("Call", "%1$s C1, %1$s C2".formatted(entity.code())));
    }

    @Test
    void whatSomebodyDidStaysTheirsWhenTheAccountsMoveAndNobodyIsNamedWhomTheyNoLongerSee() {
        twoAccountsAndACall();
        clock.setTo(TODAY.minusDays(4));
        promises.note(PromiseDraft.of(books.account(entity, "C1"), Money.of("300", "EUR"), TODAY), clara);
        clock.setTo(TODAY);
        books.payment(entity, "C1", "P-1", 300_00, TODAY);
        long elsewhere = people.addPortfolio("Elsewhere " + entity.code(), null, "test");
        books.moveTo(elsewhere, books.account(entity, "C1").value());
        books.moveTo(elsewhere, books.account(entity, "C2").value());

        assertCounted(person, TargetMeasure.CONTACTS, null, 1, 1);
        assertCounted(person, TargetMeasure.PROMISES_KEPT, null, 1, 1);
        assertCounted(portfolio, TargetMeasure.CONTACTS, null, 0, 0);
        assertCounted(portfolio, TargetMeasure.PROMISES_KEPT, null, 0, 0);
        assertThat(team.activity(clara.login(), clara))
                .extracting(TeamActivity::what, TeamActivity::customerId, TeamActivity::accounts)
                .containsExactly(tuple("Call", null, ""), tuple("Promise", null, ""));
        assertThat(team.activity(clara.login(), MARIA))
                .extracting(TeamActivity::accounts)
                .containsExactly("%1$s C1, %1$s C2".formatted(entity.code()), entity.code() + " C1");
        Viewer another = new Viewer(3, "another", "Another", Set.of(Role.TEAM_LEAD), Set.of());
        assertThat(team.activity(clara.login(), another))
                .as("a lead of others learns nothing of hers")
                .isEmpty();
    }

    private void twoAccountsAndACall() {
        books.invoice(entity, "C2", "2", 70_00, TODAY.plusDays(20));
        long first = books.account(entity, "C1").value();
        long second = books.account(entity, "C2").value();
        books.moveTo(clara.portfolios().iterator().next(), second);
        long customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", first)
                .get(0, Long.class);
        sql.execute("update ledger.account set customer_id = ? where id = ?", customer, second);
        assertThat(calls.log(
                        new CallReport(customer, Set.of(), Way.PLACED, CallResult.OTHER, null, "", null, null), clara))
                .isInstanceOf(CallLogged.Logged.class);
    }

    @Test
    void theCalendarIsThatOfTheEntityToWhichTheAccountsAreOwed() {
        assertThat(figures.days(person, YearMonth.of(2026, 4), LocalDate.of(2026, 4, 7)))
                .as("Great Britain has Good Friday and Easter Monday off")
                .isEqualTo(new WorkingDays(2, 20));
    }

    @Test
    void targetsAreNeverRewritten() {
        keep(MARCH, contacts(20L));
        assertThatThrownBy(() -> sql.execute("update collections.target set goal = 1"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private void assertCounted(
            TargetSubject subject, TargetMeasure measure, @Nullable String currency, long sum, int rows) {
        assertThat(reached(subject, measure, currency, MARCH)).isEqualTo(sum);
        List<TargetRow> behind = figures.rows(clara, subject, target(subject, measure, currency), MARCH, TODAY);
        assertThat(behind).hasSize(rows);
        if (currency != null) {
            assertThat(behind.stream()
                            .flatMap(row -> Stream.ofNullable(row.amount()))
                            .mapToLong(Money::minor)
                            .sum())
                    .isEqualTo(sum);
        }
    }

    private long reached(TargetSubject subject, TargetMeasure measure, @Nullable String currency, YearMonth month) {
        return figures.reached(clara, month, TODAY, Set.of(measure)).of(subject, target(subject, measure, currency));
    }

    private static Target target(TargetSubject subject, TargetMeasure measure, @Nullable String currency) {
        return new Target(subject.key(), measure, currency, 1L, "test", Instant.EPOCH);
    }

    private Wish contacts(@Nullable Long goal) {
        return new Wish(person, TargetMeasure.CONTACTS, null, goal);
    }

    private TargetBook.Outcome keep(YearMonth month, Wish... wishes) {
        return book.keep(month, TODAY, List.of(wishes), MARIA);
    }

    private @Nullable Long goal(YearMonth month, TargetSubject subject, TargetMeasure measure) {
        Target target = book.of(month).getOrDefault(subject.key(), Map.of()).get(measure);
        return target == null ? null : target.goal();
    }

    private TargetSubject subject(String key) {
        return book.subjects(MARIA).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void contact(String actor, LocalDate on) {
        sql.execute(
                "insert into collections.contact_made (account_id, action, made_on, actor) values (?, 'CALL', ?, ?)",
                books.account(entity, "C1").value(),
                on,
                actor);
    }
}
