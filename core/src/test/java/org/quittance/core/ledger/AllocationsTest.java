package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quittance.core.ledger.Items.invoice;
import static org.quittance.core.ledger.Items.payment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.ledger.AllocationOutcome.Allocated;
import org.quittance.core.ledger.AllocationOutcome.Refused;
import org.quittance.core.money.Money;

class AllocationsTest {

    private static final OpenItem PAYMENT = payment(1, "2026-05-01", "EUR", "100.00", "80.00");
    private static final OpenItem INVOICE = invoice(2, "2026-05-01", "EUR", "90.00", "60.00");
    private static final OpenItem ELSEWHERE = new OpenItem(
            ItemId.of(3),
            AccountId.of(2),
            ItemKind.INVOICE,
            "D3",
            INVOICE.documentDate(),
            INVOICE.dueDate(),
            Money.of("5", "USD"),
            Money.of("5", "USD"));

    @ParameterizedTest(name = "{2} from {0} to {1}")
    @MethodSource("wishes")
    void aCreditIsAppliedOnlyWhereBothItemsBearIt(OpenItem credit, OpenItem debit, Money amount, Object answer) {
        assertThat(Allocations.allocate(credit, debit, amount)).isEqualTo(answer);
    }

    /** Each refused row would also fail every check below its own, so the order of the checks is pinned as well. */
    static Object[][] wishes() {
        Money euro = Money.of("60.00", "EUR");
        return new Object[][] {
            {INVOICE, PAYMENT, Money.of("-1", "USD"), new Refused(AllocationRefusal.NOT_A_CREDIT)},
            {PAYMENT, PAYMENT, Money.of("-1", "USD"), new Refused(AllocationRefusal.NOT_A_DEBIT)},
            {PAYMENT, ELSEWHERE, Money.of("-1", "USD"), new Refused(AllocationRefusal.ACCOUNT_DIFFERS)},
            {PAYMENT, INVOICE, Money.of("-1", "USD"), new Refused(AllocationRefusal.CURRENCY_DIFFERS)},
            {PAYMENT, INVOICE, Money.of("0.00", "EUR"), new Refused(AllocationRefusal.NOT_POSITIVE)},
            {PAYMENT, INVOICE, Money.of("-0.01", "EUR"), new Refused(AllocationRefusal.NOT_POSITIVE)},
            {PAYMENT, INVOICE, Money.of("80.01", "EUR"), new Refused(AllocationRefusal.EXCEEDS_CREDIT)},
            {PAYMENT, INVOICE, Money.of("60.01", "EUR"), new Refused(AllocationRefusal.EXCEEDS_DEBIT)},
            {
                PAYMENT,
                INVOICE,
                euro,
                new Allocated(new Delta(PAYMENT.id(), euro), new Delta(INVOICE.id(), euro.negated()))
            },
        };
    }

    @Test
    void anItemThatIsSettledTakesNothingMore() {
        OpenItem settled = invoice(2, "2026-05-01", "EUR", "90.00", "0.00");
        assertThat(Allocations.allocate(PAYMENT, settled, Money.of("0.01", "EUR")))
                .isEqualTo(new Refused(AllocationRefusal.EXCEEDS_DEBIT));
    }
}
