package org.quittance.collections.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.call.CallReport.Way;
import org.quittance.collections.call.Takeover.FormerContact;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.team.TeamBook;
import org.quittance.core.call.TakingBack.Refusal;
import org.quittance.core.collections.Action;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;
import org.quittance.correspondence.Timeline;
import org.quittance.correspondence.TimelineEntry;
import org.quittance.disputes.DisputeDraft;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A call that was noted by mistake is taken back with all that it wrote, and stays on record as that. */
@ApplicationTest
class CallTakeBacksTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer OMAR = new Viewer(922, "back-omar", "Omar", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private CallTakeBacks takeBacks;

    @Autowired
    private CallLog calls;

    @Autowired
    private NextActions nextActions;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Takeover takeover;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Overrides overrides;

    @Autowired
    private TeamBook team;

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
    private Viewer clara;
    private AccountId account;
    private long customer;
    private ItemId small;

    @BeforeEach
    void aCollectorIsDueToCall() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        String login = "back-" + entity.code().toLowerCase(Locale.ROOT);
        long id = people.add(login, "Clara", login + "@example.test", Set.of(Role.COLLECTOR), "x", "test");
        long portfolio = people.addPortfolio("Back " + entity.code(), id, "test");
        clara = new Viewer(id, login, "Clara", Set.of(Role.COLLECTOR), Set.of(portfolio));
        books.invoice(entity, "C1", "1", 9_000_00, TODAY.minusDays(40));
        small = books.invoice(entity, "C1", "2", 500_00, TODAY.minusDays(35));
        account = books.account(entity, "C1");
        books.moveTo(portfolio, account.value());
        customer = sql.fetchSingle("select customer_id from ledger.account where id = ?", account.value())
                .get(0, Long.class);
        nightlyRun.run(TODAY, "test");
    }

    @Test
    void whatIsTakenBackCountsNoMoreAndTheAccountStandsAsBefore() {
        AccountNext before = next();
        CallLogged.Logged logged = log(new CallReport(
                customer,
                Set.of(),
                Way.PLACED,
                CallResult.PROMISED,
                null,
                "Pays on Friday",
                List.of(promise("700", "EUR")),
                List.of(new DisputeDraft(small.value(), Money.of("200", "EUR"), DisputeReason.PRICE, "", null, null)),
                new FollowUp(TODAY.plusDays(5), "Promised"),
                ""));
        AccountNext noted = next();
        assertThat(noted.standing().lastContact()).isPresent();
        assertThat(noted.snoozedUntil()).isEqualTo(TODAY.plusDays(5));
        assertThat(team.activity(clara.login(), clara))
                .extracting(done -> done.what())
                .contains("Call", "Promise");
        assertThat(takeBacks.last(clara)).get().satisfies(last -> {
            assertThat(last.activityId()).isEqualTo(logged.activityId());
            assertThat(last.outcome()).isEqualTo("Promised to pay");
        });

        clock.advance(Duration.ofMinutes(3));
        assertThat(takeBacks.takeBack(logged.activityId(), clara)).isInstanceOf(CallTakeBacks.Outcome.Done.class);
        assertThat(next()).usingRecursiveComparison().isEqualTo(before);
        assertThat(team.activity(clara.login(), clara)).isEmpty();
        assertThat(takeBacks.last(clara)).isEmpty();
        assertThat(sql.fetchCount(sql.selectOne()
                        .from("correspondence.activity_view")
                        .where("customer_id = ? and kind in ('CALL', 'PROMISE')", customer)))
                .as("what the contact gate counts")
                .isZero();
        assertThat(timeline.of(CustomerId.of(customer), null, 20))
                .filteredOn(entry -> !entry.stands())
                .extracting(entry -> entry.activity().outcome(), entry -> entry.takenBack())
                .as("on record, with who and when")
                .containsExactlyInAnyOrder(
                        tuple("Promised to pay", taken()),
                        tuple("EUR 700.00 by 9 March 2026", taken()),
                        tuple("Put off until 7 March 2026", taken()));
        assertThat(takeBacks.takeBack(logged.activityId(), clara)).isEqualTo(refused(Refusal.TAKEN_BACK));
        assertThat(log(report(promise("700", "EUR"))).promises())
                .as("the same may be noted again without a question")
                .hasSize(1);
    }

    @Test
    void onlyWhoNotedItTakesItBackForSomeMinutesAndNotWhatWasPaid() {
        long promised = log(report(promise("700", "EUR"))).activityId();
        assertThat(takeBacks.takeBack(promised, OMAR)).isEqualTo(refused(Refusal.NOT_YOURS));
        books.payment(entity, "C1", "P-1", 700_00, TODAY);
        assertThat(takeBacks.takeBack(promised, clara)).isEqualTo(refused(Refusal.PROMISE_PAID));
        long talked = log(report()).activityId();
        clock.advance(Duration.ofMinutes(11));
        assertThat(takeBacks.takeBack(talked, clara)).isEqualTo(refused(Refusal.TOO_LATE));
        assertThat(sql.fetchCount(sql.selectOne()
                        .from("collections.call_taken_back")
                        .where("activity_id in (?, ?)", promised, talked)))
                .isZero();
    }

    @Test
    void thatAnAccountWasPutOffBeforeHoldsAgain() {
        overrides.snooze(account.value(), TODAY.plusDays(9), "on holiday", clara);
        long noAnswer = log(new CallReport(
                        customer,
                        Set.of(),
                        Way.PLACED,
                        CallResult.NO_ANSWER,
                        null,
                        "",
                        null,
                        new FollowUp(TODAY.plusDays(1), "No answer")))
                .activityId();
        assertThat(next().snoozedUntil()).isEqualTo(TODAY.plusDays(1));
        takeBacks.takeBack(noAnswer, clara);
        assertThat(next().snoozedUntil()).isEqualTo(TODAY.plusDays(9));
    }

    @Test
    void whereNobodyWasReachedWhatIsToBeEscalatedIsNotPutOff() {
        LegalEntity other = books.entity("EUR");
        ItemId old = books.invoice(other, "C1", "9", 5_000_00, TODAY.minusDays(70));
        AccountId escalated = books.account(other, "C1");
        books.moveTo(clara.portfolios().iterator().next(), escalated.value());
        sql.execute("""
                update ledger.account a
                set customer_id = c.customer_id, bucket = c.bucket
                from ledger.account c
                where a.id = ? and c.id = ?
                """, escalated.value(), account.value());
        sql.execute("""
                update ledger.open_item o
                set bucket = a.bucket
                from ledger.account a
                where o.account_id = ? and a.id = o.account_id
                """, escalated.value());
        transaction.executeWithoutResult(_ -> takeover.bringOver(
                List.of(new FormerContact(escalated, Action.NOTICE_3, TODAY.minusDays(30), "test", List.of(old))),
                List.of(),
                TODAY,
                "test"));
        nightlyRun.run(TODAY, "test");

        log(new CallReport(
                customer,
                Set.of(),
                Way.PLACED,
                CallResult.NO_ANSWER,
                null,
                "",
                List.of(),
                List.of(),
                new FollowUp(TODAY.plusDays(1), "No answer"),
                ""));

        assertThat(nextActions.ofCustomer(clara, customer))
                .extracting(AccountNext::accountId, AccountNext::snoozedUntil)
                .containsExactlyInAnyOrder(tuple(account.value(), TODAY.plusDays(1)), tuple(escalated.value(), null));
    }

    @Test
    void promisesInTwoCurrenciesAreOneCallOrNone() {
        books.item(entity, "C1", ItemKind.INVOICE, "3", Money.of("300", "USD"), TODAY.minusDays(20));
        assertThat(calls.log(report(promise("700", "EUR"), promise("400", "USD")), clara))
                .as("more than is owed in USD")
                .isInstanceOf(CallLogged.Refused.class);
        assertThat(promises()).isZero();
        assertThat(log(report(promise("700", "EUR"), promise("300", "USD"))).promises())
                .hasSize(2);
        assertThat(promises()).isEqualTo(2);
    }

    private AccountNext next() {
        return nextActions.ofCustomer(clara, customer).getFirst();
    }

    private TimelineEntry.TakenBack taken() {
        return new TimelineEntry.TakenBack(clara.login(), clock.instant());
    }

    private int promises() {
        return sql.fetchCount(
                sql.selectOne().from("collections.promise_view").where("account_id = ?", account.value()));
    }

    private CallLogged.Logged log(CallReport report) {
        return (CallLogged.Logged) calls.log(report, clara);
    }

    private CallReport report(PromiseDraft... promises) {
        return new CallReport(
                customer,
                Set.of(),
                Way.PLACED,
                promises.length == 0 ? CallResult.OTHER : CallResult.PROMISED,
                null,
                "",
                List.of(promises),
                List.of(),
                null,
                "");
    }

    private PromiseDraft promise(String amount, String currency) {
        return PromiseDraft.of(account, Money.of(amount, currency), TODAY.plusDays(7));
    }

    private static CallTakeBacks.Outcome refused(Refusal why) {
        return new CallTakeBacks.Outcome.Refused(why.sentence());
    }
}
