package org.quittance.collections.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.call.CallLog;
import org.quittance.collections.call.CallLogged;
import org.quittance.collections.call.CallReport;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.Overrides;
import org.quittance.core.collections.Action;
import org.quittance.identity.People;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A round of calls comes to every customer once, whatever the calls do to the order of the worklist. */
@ApplicationTest
class CallRoundsTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final Viewer CLARA = new Viewer(911, "round-clara", "Clara", Set.of(Role.MANAGER), Set.of());
    private static final Viewer OMAR = new Viewer(912, "round-omar", "Omar", Set.of(Role.MANAGER), Set.of());

    @Autowired
    private CallRounds rounds;

    @Autowired
    private CallLog calls;

    @Autowired
    private Overrides overrides;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private People people;

    @Autowired
    private Customers customers;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long portfolio;

    @BeforeEach
    void startOnTheSameDay() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        portfolio = people.addPortfolio("Round of " + entity.code(), null, "test");
    }

    @Test
    void aCalledCustomerDoesNotComeAgainThoughItsPointsFallAndTwoEntitiesAreOneCall() {
        LegalEntity sister = entities.add(
                new LegalEntity(
                        0,
                        entity.code() + "B",
                        "Sister of " + entity.code(),
                        "EUR",
                        "GB",
                        "en",
                        entity.customerMaster(),
                        "1 Test Street",
                        "",
                        "GB29NWBK60161331926819",
                        ""),
                "test");
        books.invoice(entity, "BOTH", "R-1", 9_000_00, TODAY.minusDays(50));
        books.invoice(sister, "BOTH", "R-2", 8_000_00, TODAY.minusDays(45));
        books.invoice(entity, "SECOND", "R-3", 5_000_00, TODAY.minusDays(40));
        books.invoice(entity, "SLEEPS", "R-4", 900_00, TODAY.minusDays(30));
        books.invoice(entity, "LAST", "R-5", 300_00, TODAY.minusDays(20));
        for (String number : List.of("BOTH", "SECOND", "SLEEPS", "LAST")) {
            books.moveTo(portfolio, books.account(entity, number).value());
        }
        books.moveTo(portfolio, books.account(sister, "BOTH").value());
        nightlyRun.run(TODAY, "test");
        // Shown whatever there is to do, so that only the round itself keeps a customer from coming again.
        WorklistFilter mine = new WorklistFilter(WorklistFilter.Show.EVERYTHING, null, portfolio, null, null);
        CallRounds.Stop stop = rounds.begin(CLARA, mine).orElseThrow();
        List<Long> called = new ArrayList<>();
        int place = 0;
        while (true) {
            assertThat(stop.place()).as("n of m").isGreaterThan(place).isLessThanOrEqualTo(stop.of());
            place = stop.place();
            long customer = customer(stop.account());
            called.add(customer);
            assertThat(calls.log(report(customer, CallResult.CALL_BACK), CLARA)).isInstanceOf(CallLogged.Logged.class);
            var next = rounds.after(stop, mine, CLARA);
            if (next.isEmpty()) {
                break;
            }
            stop = next.get();
        }
        assertThat(stop.of()).as("two entities are one call").isEqualTo(4);
        assertThat(called).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void whoeverWasDealtWithSinceIsPassedOverAndARoundIsItsBeginnersAlone() {
        for (String number : List.of("ONE", "TWO", "THREE")) {
            books.invoice(entity, number, "P-" + number, 7_000_00, TODAY.minusDays(50));
        }
        nightlyRun.run(TODAY, "test");
        WorklistFilter here = new WorklistFilter(WorklistFilter.Show.TO_DO, entity.id(), null, null, null);
        CallRounds.Stop first = rounds.begin(CLARA, here).orElseThrow();
        assertThat(first.of()).isEqualTo(3);
        assertThat(rounds.at(first.round(), 1, OMAR)).isEmpty();
        CallRounds.Stop second = rounds.after(first, here, CLARA).orElseThrow();
        assertThat(overrides.snooze(second.account(), TODAY.plusDays(3), "on holiday", OMAR))
                .isEqualTo(Overrides.Outcome.DONE);
        assertThat(rounds.after(first, here, CLARA).orElseThrow())
                .satisfies(stop -> assertThat(stop.place()).isEqualTo(3))
                .satisfies(stop -> assertThat(stop.of()).isEqualTo(3));
        assertThat(rounds.begin(CLARA, here.wanting(Action.VISIT)))
                .as("nobody is to be visited")
                .isEmpty();
    }

    @Test
    void whoeverMayNotBeCalledNowComesBehindThoseWhoMay() {
        books.invoice(entity, "FAR-AWAY", "F-1", 90_000_00, TODAY.minusDays(90));
        books.invoice(entity, "NEAR", "F-2", 500_00, TODAY.minusDays(20));
        long far = customer(books.account(entity, "FAR-AWAY").value());
        customers.addContact(
                new ContactDraft(far, "Ada Blum", ContactRole.ACCOUNTS_PAYABLE, "", "+44 20 7946 0121", "en", true),
                "test");
        nightlyRun.run(TODAY, "test");

        CallRounds.Stop first = rounds.begin(
                        CLARA, new WorklistFilter(WorklistFilter.Show.TO_DO, entity.id(), null, null, null))
                .orElseThrow();

        assertThat(customer(first.account())).isNotEqualTo(far);
        assertThat(customer(rounds.at(first.round(), 2, CLARA).orElseThrow().account()))
                .isEqualTo(far);
    }

    private long customer(long account) {
        return sql.fetchSingle("select customer_id from ledger.account_view where account_id = ?", account)
                .get(0, Long.class);
    }

    private static CallReport report(long customer, CallResult result) {
        return new CallReport(customer, Set.of(), CallReport.Way.PLACED, result, null, "", null, null);
    }
}
