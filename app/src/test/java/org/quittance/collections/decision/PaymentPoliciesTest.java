package org.quittance.collections.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.decision.PaymentPolicies.Refusal;
import org.quittance.collections.worklist.Worklist;
import org.quittance.collections.worklist.WorklistFilter;
import org.quittance.collections.worklist.WorklistRow;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.PayDays;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What a team lead holds back for, strategies hold back for at once and every night, until its last day. */
@ApplicationTest
class PaymentPoliciesTest {

    /** A Monday. */
    private static final LocalDate TODAY = Books.TODAY;

    private static final Viewer LENA = new Viewer(911, "lena", "Lena", Set.of(Role.MANAGER), Set.of());
    private static final Viewer CARL = new Viewer(912, "carl", "Carl", Set.of(Role.COLLECTOR), Set.of(-1L));

    @Autowired
    private PaymentPolicies policies;

    @Autowired
    private Worklist worklist;

    @Autowired
    private NightlyRun nightlyRun;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private long account;

    @BeforeEach
    void anAccountIsDueForItsFirstNotice() {
        clock.setTo(TODAY);
        entity = books.entity("EUR");
        books.invoice(entity, "P1", "4711", 5_000_00, TODAY.minusDays(6));
        account = books.account(entity, "P1").value();
        night(TODAY);
    }

    @Test
    void stepsWaitForTheCustomersPayDayFromTheMomentOnAtWhichItIsSet() {
        assertThat(row().next().action()).isEqualTo(Action.NOTICE_1);

        assertThat(policies.set(account, thursdays(7, TODAY.plusDays(20)), LENA))
                .isEmpty();

        assertThat(row().next().action()).as("decided again at once").isNull();
        assertThat(row().next().waitUntil())
                .as("due on 24 February, paid on Thursday 5 March, notice five days later")
                .isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(row().reasons())
                .anyMatch(reason -> reason.startsWith("They pay by their own policy, 7 days after due"));
        night(TODAY.plusDays(7));
        assertThat(row().next().action()).isNull();
        night(TODAY.plusDays(8));
        assertThat(row().next().action()).isEqualTo(Action.NOTICE_1);
    }

    @Test
    void afterItsLastDayOrOnceItIsEndedTheTermsHoldAgain() {
        assertThat(policies.set(account, thursdays(30, TODAY.plusDays(3)), LENA))
                .isEmpty();
        assertThat(policies.inForce(LENA))
                .filteredOn(line -> line.accountId() == account)
                .hasSize(1);
        night(TODAY.plusDays(3));
        assertThat(row().next().action()).isNull();
        night(TODAY.plusDays(4));
        assertThat(row().next().action()).isEqualTo(Action.NOTICE_1);
        assertThat(policies.inForce(LENA)).noneMatch(line -> line.accountId() == account);

        assertThat(policies.set(account, thursdays(30, TODAY.plusDays(90)), LENA))
                .isEmpty();
        assertThat(row().next().action()).isNull();
        assertThat(policies.end(account, "The contract is terminated", LENA)).isEmpty();
        assertThat(row().next().action()).isEqualTo(Action.NOTICE_1);
        assertThat(policies.end(account, "Again", LENA)).contains(Refusal.NOTHING_SET);
        assertThat(policies.history(account))
                .extracting(PaymentPolicies.Entry::reason)
                .containsExactly("The contract is terminated", "Frame contract", "Frame contract");
    }

    @Test
    void everyKindOfPayDaysIsReadBackAsItWasSet() {
        for (PayDays days : new PayDays[] {
            new PayDays.AnyDay(),
            new PayDays.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            new PayDays.Monthly(Set.of(10, 31))
        }) {
            PaymentPolicy policy = new PaymentPolicy(3, days, TODAY.plusDays(10), "Frame contract");
            assertThat(policies.set(account, policy, LENA)).isEmpty();
            assertThat(policies.of(account)).contains(policy);
            assertThat(policies.inForce(LENA))
                    .filteredOn(line -> line.accountId() == account)
                    .singleElement()
                    .satisfies(line -> assertThat(line.policy()).isEqualTo(policy));
        }
    }

    @Test
    void onlyWhoLeadsSetsItForAtMostAYearAndNobodyChangesWhatWasSet() {
        Viewer collector = new Viewer(913, "cora", "Cora", Set.of(Role.COLLECTOR), Set.of());
        assertThat(policies.set(account, thursdays(7, TODAY), CARL)).contains(Refusal.NOT_FOUND);
        assertThat(policies.set(account, thursdays(7, TODAY.minusDays(1)), LENA))
                .contains(Refusal.OVER_ALREADY);
        assertThat(policies.set(account, thursdays(7, TODAY.plusDays(367)), LENA))
                .contains(Refusal.TOO_FAR_AHEAD);
        Viewer own = new Viewer(914, "cora", "Cora", collector.roles(), Set.of(portfolio()));
        assertThat(policies.set(account, thursdays(7, TODAY), own)).contains(Refusal.NEEDS_A_LEAD);
        assertThat(policies.history(account)).isEmpty();

        policies.set(account, thursdays(7, TODAY), LENA);
        assertThatThrownBy(() -> sql.execute("update collections.payment_policy set grace_days = 90"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.execute("delete from collections.payment_policy"))
                .isInstanceOf(DataAccessException.class);
    }

    private long portfolio() {
        return sql.fetchSingle("select portfolio_id from ledger.account_view where account_id = ?", account)
                .get(0, Long.class);
    }

    private static PaymentPolicy thursdays(int graceDays, LocalDate until) {
        return new PaymentPolicy(graceDays, new PayDays.Weekly(Set.of(DayOfWeek.THURSDAY)), until, "Frame contract");
    }

    private WorklistRow row() {
        WorklistFilter all = new WorklistFilter(WorklistFilter.Show.EVERYTHING, entity.id(), null, null, null);
        return worklist.rows(LENA, all, 0, 10).getFirst();
    }

    private void night(LocalDate day) {
        clock.setTo(day);
        assertThat(nightlyRun.run(day, "test")).isInstanceOf(RunOutcome.Published.class);
    }
}
