package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.SecondLook.Scope;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
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

/** Money that came too early, and proposals that something else has overtaken. */
@ApplicationTest
class SecondLookTest {

    private static final Viewer CASPER = Viewer.system("casper");

    @Autowired
    private SecondLook secondLook;

    @Autowired
    private CashDesk desk;

    @Autowired
    private PaymentReader payments;

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

    @BeforeEach
    void anEntity() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
    }

    @AfterEach
    void theLedgerIsWhole() {
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void moneyThatCameBeforeItsInvoiceIsAppliedWhenTheInvoiceIsThere() {
        String document = entity.code() + "770155";
        long payment = statements
                .come(entity, new Line("Stranger " + entity.code(), 81_17, "invoice " + document))
                .getFirst();
        assertThat(decisions(payment)).containsExactly("UNIDENTIFIED");

        secondLook.look(Scope.ALL);
        assertThat(decisions(payment)).as("nothing new is not said again").containsExactly("UNIDENTIFIED");

        ItemId invoice = books.invoice(entity, "LATE", document, 81_17, Books.TODAY);
        secondLook.look(Scope.OVERTAKEN);
        assertThat(books.open(invoice)).as("no proposal was overtaken").isEqualTo(81_17);
        assertThat(secondLook.look(Scope.ALL)).isPositive();
        assertThat(books.open(invoice)).isZero();
        assertThat(decisions(payment)).containsExactly("UNIDENTIFIED", "APPLIED");
        assertThat(secondLook.look(Scope.ALL)).isZero();
    }

    @Test
    void aProposalOfWhichAnItemIsPaidIsMadeAnewAndNobodyAcceptsAnotherThanWasShown() {
        ItemId first = books.invoice(entity, "TWO", "8800044", 70_00, Books.TODAY);
        ItemId second = books.invoice(entity, "TWO", "8800055", 70_00, Books.TODAY);
        List<Long> both = statements.come(
                entity, new Line("Customer TWO", 70_00, "for goods"), new Line("Customer TWO", 70_00, "more goods"));
        List<Proposal> shown = proposals(both.getLast());
        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst().key()).isNotEqualTo(shown.getLast().key());

        desk.assign(both.getFirst(), proposals(both.getFirst()).getFirst().wish(), CASPER);
        assertThat(books.open(first) + books.open(second)).isEqualTo(70_00);
        assertThat(proposals(both.getLast()))
                .extracting(Proposal::key)
                .hasSize(1)
                .isSubsetOf(keys(shown));

        secondLook.look(Scope.OVERTAKEN);
        assertThat(decisions(both.getLast())).hasSize(2);
        secondLook.look(Scope.OVERTAKEN);
        assertThat(decisions(both.getLast())).as("looked at once").hasSize(2);
    }

    @Test
    void whatAPersonHasDecidedIsLeftAlone() {
        String document = entity.code() + "770166";
        ItemId other = books.invoice(entity, "HAND", "770001", 500_00, Books.TODAY);
        long payment = statements
                .come(entity, new Line("Stranger " + entity.code(), 44_10, "invoice " + document))
                .getFirst();
        desk.assign(
                payment,
                new Assignments.Wish(List.of(new Decision.Line(other, 10_00)), Map.of(), books.account(entity, "HAND")),
                CASPER);
        ItemId named = books.invoice(entity, "HAND", document, 44_10, Books.TODAY);
        secondLook.look(Scope.ALL);
        assertThat(books.open(named)).isEqualTo(44_10);
    }

    private List<Proposal> proposals(long payment) {
        return payments.payment(payment, CASPER).orElseThrow().proposals();
    }

    private static List<String> keys(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::key).toList();
    }

    private List<String> decisions(long payment) {
        return sql.fetch("select decision from cash.verdict where payment_id = ? order by id", payment)
                .getValues(0, String.class);
    }
}
