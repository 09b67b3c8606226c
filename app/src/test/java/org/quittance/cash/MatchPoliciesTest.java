package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.db.cash.Tables.DEDUCTION_VIEW;
import static org.quittance.db.cash.Tables.DIFFERENCE_VIEW;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.cash.MatchPolicies.Draft;
import org.quittance.cash.MatchPolicies.Refusal;
import org.quittance.cash.MatchPolicies.Version;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchPolicy.Allowance;
import org.quittance.core.cash.MatchPolicy.Discount;
import org.quittance.core.cash.MatchPolicy.Limits;
import org.quittance.core.cash.MatchPolicy.Sequence;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.NonTransientDataAccessException;

@ApplicationTest
class MatchPoliciesTest {

    private static final Viewer MONA = Viewer.system("mona");
    private static final LocalDate EARLIER = Books.TODAY.minusDays(5);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Autowired
    private MatchPolicies policies;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private LedgerCheck check;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId invoice;

    @BeforeEach
    void anInvoiceOfThirtyDaysAgo() {
        clock.setTo(EARLIER);
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "ADA", "8800011", 1_000_00, Books.TODAY.plusDays(20));
    }

    private static MatchPolicy policy(Limits euros, Discount discount) {
        return new MatchPolicy(
                0.95,
                0.4,
                new Limits(0, 0, 0, 0),
                Map.of(EUR, euros),
                10_000,
                discount,
                Sequence.OLDEST_DUE,
                14,
                400,
                30,
                Set.of(Allowance.values()));
    }

    private void adopt(MatchPolicy policy) {
        assertThat(policies.adopt(entity.id(), new Draft(0, EARLIER, policy, "agreed with the auditor"), MONA))
                .isEmpty();
        clock.setTo(Books.TODAY);
    }

    private long comes(long minor) {
        return statements
                .come(entity, new Line("Customer ADA", minor, "8800011"))
                .getFirst();
    }

    private String left(long payment) {
        return sql.select(DIFFERENCE_VIEW.KIND, DIFFERENCE_VIEW.AMOUNT_MINOR)
                .from(DIFFERENCE_VIEW)
                .where(DIFFERENCE_VIEW.PAYMENT_ID.eq(payment))
                .fetchOptional(row -> row.value1() + " " + row.value2())
                .orElse("nothing");
    }

    @ParameterizedTest(name = "tolerated {0}, small {1}: of {2} short {3} stays open")
    @CsvSource({
        "1000, 0,    50,   50,  nothing",
        "1000, 100,  50,   0,   SMALL_DIFFERENCE 50",
        "1000, 100,  100,  0,   SMALL_DIFFERENCE 100",
        "1000, 100,  101,  101, nothing",
        "1000, 1000, 900,  0,   SMALL_DIFFERENCE 900",
    })
    void whatIsToleratedIsGivenUpOnlyUpToTheLimit(
            long tolerance, long small, long missing, long open, String difference) {
        adopt(policy(new Limits(tolerance, small, 0, 0), Discount.NONE));

        long payment = comes(1_000_00 - missing);

        assertThat(books.open(invoice)).isEqualTo(open);
        assertThat(left(payment)).isEqualTo(difference);
        assertThat(check.faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0} days and {1} of grace: {2}")
    @CsvSource({
        "14, 0, 0,     CASH_DISCOUNT 2000",
        "8,  1, 0,     CASH_DISCOUNT 2000",
        "8,  0, 2000,  DEDUCTION 2000",
    })
    void discountIsGrantedWithinTermsAndGraceAndLaterItStaysOpen(int days, int grace, long open, String difference) {
        // The document is ten days old, and was paid yesterday: after nine days.
        adopt(policy(new Limits(0, 0, 0, 0), new Discount(200, days, grace)));

        long payment = comes(980_00);

        assertThat(books.open(invoice)).isEqualTo(open);
        assertThat(left(payment)).isEqualTo(difference);
        if (open > 0) {
            assertThat(sql.select(DEDUCTION_VIEW.REASON)
                            .from(DEDUCTION_VIEW)
                            .where(DEDUCTION_VIEW.PAYMENT_ID.eq(payment))
                            .fetchOne(DEDUCTION_VIEW.REASON))
                    .isEqualTo("Discount taken 1 days late");
        }
    }

    @Test
    void aDeductionThatTheTextNamesStaysOpenWithItsReason() {
        clock.setTo(Books.TODAY);
        long payment = statements
                .come(entity, new Line("Customer ADA", 880_00, "8800011 less 120,00 damaged pallets"))
                .getFirst();

        assertThat(books.open(invoice)).isEqualTo(120_00);
        assertThat(sql.select(DEDUCTION_VIEW.REASON)
                        .from(DEDUCTION_VIEW)
                        .where(DEDUCTION_VIEW.PAYMENT_ID.eq(payment))
                        .fetchOne(DEDUCTION_VIEW.REASON))
                .isEqualTo("less 120,00 damaged pallets");
    }

    @Test
    void aPaymentFollowsTheVersionOfTheDayOnWhichItWasBooked() {
        MatchPolicy strict = policy(new Limits(1000, 0, 0, 0), Discount.NONE);
        MatchPolicy lenient = policy(new Limits(1000, 1000, 0, 0), Discount.NONE);
        adopt(strict);
        assertThat(policies.adopt(entity.id(), new Draft(1, Books.TODAY, lenient, "too much work"), MONA))
                .isEmpty();

        MatchPolicies.Valid valid = policies.of(entity.id());

        assertThat(valid.on(EARLIER.minusDays(1))).isEqualTo(MatchPolicy.standard());
        assertThat(valid.on(Books.TODAY.minusDays(1))).isEqualTo(strict);
        assertThat(valid.on(Books.TODAY)).isEqualTo(lenient);
        comes(995_00);
        assertThat(books.open(invoice)).isEqualTo(5_00);
    }

    @Test
    void aVersionIsRefusedThatWouldChangeThePastOrOverlooksAnother() {
        MatchPolicy policy = policy(new Limits(1000, 0, 0, 0), Discount.NONE);
        adopt(policy);

        assertThat(policies.adopt(entity.id(), new Draft(0, Books.TODAY, policy, "again"), MONA))
                .contains(Refusal.OVERTAKEN);
        assertThat(policies.adopt(entity.id(), new Draft(1, Books.TODAY.minusDays(1), policy, "again"), MONA))
                .contains(Refusal.IN_THE_PAST);
        assertThat(policies.adopt(entity.id(), new Draft(1, Books.TODAY, policy, " "), MONA))
                .contains(Refusal.NO_REASON);
        assertThat(policies.versions(entity.id())).extracting(Version::version).containsExactly(1);
    }

    @Test
    void noVersionIsEverChanged() {
        adopt(policy(new Limits(1000, 0, 0, 0), Discount.NONE));

        assertThatThrownBy(() -> sql.execute("update cash.match_policy set apply_from = 0.5"))
                .isInstanceOf(NonTransientDataAccessException.class);
    }
}
