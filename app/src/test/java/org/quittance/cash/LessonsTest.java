package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.db.cash.Tables.KNOWN_PAYER_VIEW;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.CashUndo.Why;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class LessonsTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final String ACCOUNT = "DE89370400440532013000";

    @Autowired
    private CashDesk desk;

    @Autowired
    private CashUndo undo;

    @Autowired
    private Lessons lessons;

    @Autowired
    private PaymentReader payments;

    @Autowired
    private Statements statements;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private LegalEntity entity;
    private ItemId ofAda;

    @BeforeEach
    void adaOwesOneInvoice() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        ofAda = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY);
    }

    private long comes(long minor, String text) {
        return statements
                .come(entity, Line.from("Somebody", ACCOUNT, minor, text))
                .getFirst();
    }

    private static Assignments.Wish pays(ItemId item, long minor) {
        return new Assignments.Wish(List.of(new Decision.Line(item, minor)), Map.of(), null);
    }

    private List<String> learned(long payment) {
        return payments.payment(payment, CASPER).orElseThrow().learned().stream()
                .map(PaymentView.Learned::sentence)
                .toList();
    }

    private boolean isKnown() {
        return sql.fetchExists(
                KNOWN_PAYER_VIEW,
                KNOWN_PAYER_VIEW
                        .PAYER_ACCOUNT
                        .eq(ACCOUNT)
                        .and(KNOWN_PAYER_VIEW.ACCOUNT_ID.eq(
                                books.account(entity, "ADA").value())));
    }

    @Test
    void aCorrectionForgetsWhoseABankAccountIsAndAConfirmationRemembersIt() {
        long payment = comes(100_00, "8800011");
        assertThat(books.open(ofAda)).isZero();
        assertThat(isKnown()).isTrue();

        ItemId credit = ItemId.of(payments.payment(payment, CASPER)
                .orElseThrow()
                .assigned()
                .getFirst()
                .itemId());
        undo.takeBack(payment, credit, new Why(UndoReason.WRONG_CUSTOMER, "it is Bo's"), null, CASPER);

        assertThat(isKnown()).isFalse();
        assertThat(learned(payment))
                .containsExactly(
                        "Evidence of the kind “document number” was wrong: the matcher is less sure of it.",
                        "Money from " + ACCOUNT + " is not known to be for Customer ADA any more.");

        ItemId next = books.invoice(entity, "ADA", "8800012", 30_00, Books.TODAY);
        long second = comes(30_00, "without a number");
        assertThat(books.open(next)).isEqualTo(30_00);
        desk.assign(second, pays(next, 30_00), CASPER);

        assertThat(isKnown()).isTrue();
        assertThat(learned(second)).containsExactly("Money from " + ACCOUNT + " is for Customer ADA.");
    }

    @Test
    void whatTheBankTookBackTeachesNothing() {
        long payment = comes(100_00, "8800011");

        undo.reverseApplication(payment, new Why(UndoReason.RETURNED_BY_BANK, "R01"), CASPER);

        assertThat(learned(payment)).isEmpty();
        assertThat(isKnown()).isTrue();
    }

    @Test
    void aKindOfMatchThatPeopleKeepTakingBackIsProposedUntilTheyConfirmIt() {
        comes(100_00, "8800011");
        for (int i = 0; i < 3; i++) {
            ItemId item = books.invoice(entity, "ADA", "990002" + i, 40_00 + i, Books.TODAY);
            long payment = comes(40_00 + i, "thank you");
            assertThat(books.open(item)).as("by the amount alone").isZero();
            undo.reverseApplication(payment, new Why(UndoReason.WRONG_ITEM, "it was for June"), CASPER);
        }
        // What was taken back is open again, and lies beside what it was.
        ItemId item = books.invoice(entity, "ADA", "9900055", 77_00, Books.TODAY);
        long proposed = comes(77_00, "thank you");
        assertThat(books.open(item)).isEqualTo(77_00);
        assertThat(payments.payment(proposed, CASPER).orElseThrow().evidence())
                .extracting(evidence -> evidence.sentence())
                .contains("People have found 3 matches of this kind wrong, and confirmed 0");

        desk.assign(proposed, pays(item, 77_00), CASPER);

        assertThat(learned(proposed).getFirst()).contains("was right: its confidence recovers");
        assertThat(lessons.experience(entity.id())
                        .byKind()
                        .values()
                        .iterator()
                        .next()
                        .right())
                .isEqualTo(1);
    }
}
