package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateIndexTest {

    @Test
    void aNumberThatManyItemsBearFindsNone() {
        SmallLedger ledger = new SmallLedger();
        for (int i = 1; i <= CandidateIndex.SHARED_BY_MOST; i++) {
            ledger.invoice(i, "70010", "Alder Ltd", "INV10000" + i, 10, "CONTRACT55");
        }
        assertThat(found(ledger, "CONTRACT55")).hasSize(CandidateIndex.SHARED_BY_MOST);

        ledger.invoice(99, "70010", "Alder Ltd", "INV99", 10, "CONTRACT55");
        assertThat(found(ledger, "CONTRACT55")).isEmpty();
    }

    @Test
    void aCustomersNumberIsNoDocumentNumber() {
        SmallLedger ledger = new SmallLedger().invoice(1, "70010", "Alder Ltd", "INV100001", 10, "70010");

        assertThat(found(ledger, "70010")).isEmpty();
    }

    @Test
    void aNumberIsFoundInFullAndWithoutItsPrefixAndZeros() {
        SmallLedger ledger = new SmallLedger().invoice(1, "70010", "Alder Ltd", "INV-2026/00123", 10, "0000445566");

        assertThat(found(ledger, "INV202600123")).containsExactly(0);
        assertThat(found(ledger, "202600123")).containsExactly(0);
        assertThat(found(ledger, "445566")).containsExactly(0);
        assertThat(found(ledger, "00123")).isEmpty();
    }

    @Test
    void anItemGivenTwiceIsRefused() {
        SmallLedger ledger = new SmallLedger()
                .invoice(1, "70010", "Alder Ltd", "INV100001", 10)
                .invoice(1, "70010", "Alder Ltd", "INV100001", 10);

        assertThatThrownBy(ledger::index)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item 1 is given twice");
    }

    private static List<Integer> found(SmallLedger ledger, String key) {
        return ledger.index().bearing(key.toCharArray(), 0, key.length());
    }
}
