package org.quittance.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.PaymentView.Standing;
import org.quittance.core.cash.Evidence;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.quittance.testing.Statements.Line;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What is arranged with a customer about how it pays: a virtual account, and a discount that no extract tells. */
@ApplicationTest
class ArrangementsTest {

    private static final Viewer CASPER = Viewer.system("casper");
    private static final String VIRTUAL = "DE02100100100006820101";

    @Autowired
    private Customers customers;

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

    private LegalEntity entity;
    private ItemId invoice;

    @BeforeEach
    void anInvoice() {
        clock.setTo(Books.TODAY);
        entity = books.entity("EUR");
        invoice = books.invoice(entity, "ADA", "8800011", 100_00, Books.TODAY.plusDays(25));
    }

    @Test
    void whatIsSentToTheVirtualAccountOfACustomerIsThatCustomers() {
        customers.arrange(books.account(entity, "ADA").value(), null, VIRTUAL, "max");

        long exact = statements
                .come(entity, Line.sentTo(VIRTUAL, "Somebody", 100_00, "thank you"))
                .getFirst();
        long other = statements
                .come(entity, Line.sentTo(VIRTUAL, "Somebody", 33_00, "thank you"))
                .getFirst();

        assertThat(books.open(invoice)).isZero();
        assertThat(payments.payment(exact, CASPER).orElseThrow().evidence())
                .extracting(Evidence::kind)
                .contains(Evidence.Kind.VIRTUAL_ACCOUNT);
        assertThat(payments.payment(other, CASPER).orElseThrow().money()).isEqualTo(new Standing(0, 33_00, 0, 0));
        assertThat(customers.holders(entity.id(), List.of(VIRTUAL))).isEqualTo(Map.of(VIRTUAL, "ADA"));
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void theDiscountThatIsArrangedWithACustomerIsTakenByThePaymentThatIsLessByIt() {
        customers.arrange(books.account(entity, "ADA").value(), new CashDiscount(3_00, 14), "", "max");

        statements.come(entity, new Line("Somebody", 97_00, "invoice 8800011"));

        assertThat(books.open(invoice)).isZero();
        assertThat(check.faults()).isEmpty();
    }
}
