package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quittance.core.cash.SmallLedger.payment;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

class MatchRunTest {

    private final SmallLedger ledger = SmallLedger.ofAlderAndBirch();

    @Test
    void twoPaymentsThatNameOneInvoiceSettleItTogether() {
        MatchRun run = ledger.run(
                payment("a", "Alder Ltd", 40, "INV000010021"), payment("b", "Alder Ltd", 60, "rest of INV000010021"));

        assertThat(told(run)).containsExactly("applied 1=40.00", "applied 1=60.00");
        assertThat(run.openAfter()).containsEntry(ItemId.of(1), 0L);
    }

    @Test
    void whereTwoChoicesOfPaymentsAddUpToAnInvoiceTheEarlierOnesPayIt() {
        MatchRun run = ledger.run(
                payment("a", "Alder Ltd", 40, "INV000010021"),
                payment("b", "Alder Ltd", 60, "INV000010021"),
                payment("c", "Alder Ltd", 31, "INV000010021"),
                payment("d", "Alder Ltd", 69, "INV000010021"));

        assertThat(told(run)).startsWith("applied 1=40.00", "applied 1=60.00").endsWith("on account 70010");
        assertThat(run.openAfter()).containsEntry(ItemId.of(1), 0L);
    }

    @Test
    void twoPaymentsWithDamagedNumbersSettleTheInvoiceTheyAddUpTo() {
        MatchRun run = ledger.run(
                payment("a", "Alder Ltd", 90, "INV00001022"), payment("b", "Alder Ltd", 160, "NIV000010022"));

        assertThat(told(run)).containsExactly("applied 2=90.00", "applied 2=160.00");
    }

    @Test
    void whatOnePaymentHasLeftOpenIsKnownByItsAmount() {
        MatchRun run = ledger.run(
                payment("a", "Alder Ltd", 97, "INV000010022"), payment("b", "Alder Ltd", 153, "order 99887766"));

        assertThat(told(run)).containsExactly("applied 2=97.00", "applied 2=153.00");
    }

    @Test
    void anInvoiceIsNotPaidTwice() {
        MatchRun run = ledger.run(
                payment("a", "Alder Ltd", 100, "INV000010021"), payment("b", "Alder Ltd", 100, "INV000010021"));

        assertThat(told(run)).containsExactly("applied 1=100.00", "on account 70010");
    }

    @Test
    void theCertainPaymentComesFirstWhateverItsPlace() {
        MatchRun run =
                ledger.run(payment("a", "Birch AG", 75, "thank you"), payment("b", "Birch AG", 75, "INV000010091"));

        assertThat(told(run)).containsExactly("applied 9=75.00", "applied 5=75.00");
    }

    @Test
    void aBankAccountIsLearnedFromAPaymentBeyondDoubt() {
        Payment certain = from("DE89370400440532013000", "a", 100, "INV000010021");
        Payment without = from("DE89370400440532013000", "b", 60, "thank you");

        assertThat(told(ledger.run(without, certain))).containsExactly("applied 3=60.00", "applied 1=100.00");
        assertThat(told(ledger.run(without))).containsExactly("unidentified");
    }

    @Test
    void aBankAccountThatPaysForTwoCustomersKnowsNeither() {
        MatchRun run = ledger.run(
                from("DE89370400440532013000", "a", 100, "INV000010021"),
                from("DE89370400440532013000", "b", 410, "1814"),
                from("DE89370400440532013000", "c", 75, "INV000010091"),
                from("DE89370400440532013000", "d", 60, "thank you"));

        assertThat(told(run).getLast()).isEqualTo("unidentified");
    }

    @Test
    void aPaymentGivenTwiceIsRefused() {
        Payment payment = payment("a", "Alder Ltd", 40, "");

        assertThatThrownBy(() -> ledger.run(payment, payment)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Payment from(String account, String id, long euros, String text) {
        return new Payment(
                id,
                Money.ofMinor(euros * 100, "EUR"),
                SmallLedger.DAY,
                "Factor & Co",
                account,
                List.of(),
                text,
                List.of());
    }

    private static List<String> told(MatchRun run) {
        return run.matches().stream().map(SmallLedger::told).toList();
    }
}
