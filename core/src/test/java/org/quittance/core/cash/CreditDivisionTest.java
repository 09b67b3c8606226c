package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.ItemId;

class CreditDivisionTest {

    @ParameterizedTest(name = "{0} for {1} is proposed as {2}")
    @CsvSource({
        "250, 200n 700,      200 0", // more than the item that it names has open
        "250, 700 700n,      0 250", // the one that it names, not the longest due
        "250, 100n 100n 90n, 100 100 50", // several, the longest due first
        "250, 700o 700n,     0 250", // a number says more than an order
        "250, 200o 700o,     200 50", // no number, but the same order
        "250, 700 700,       0 0", // it names none
    })
    void aCreditIsProposedForWhatItNames(long credit, String owed, String expected) {
        List<CreditDivision.Owed> debits = new ArrayList<>();
        for (String one : owed.split(" ", -1)) {
            CreditDivision.Named named = one.endsWith("n")
                    ? CreditDivision.Named.BY_NUMBER
                    : one.endsWith("o") ? CreditDivision.Named.BY_ORDER : CreditDivision.Named.NOT_AT_ALL;
            debits.add(new CreditDivision.Owed(
                    ItemId.of(debits.size() + 1), Long.parseLong(one.replaceAll("[no]", "")), named));
        }
        CreditDivision proposed = CreditDivision.propose(credit, debits);
        assertThat(debits.stream()
                        .map(debit -> Long.toString(proposed.minorOf(debit.item())))
                        .toList())
                .isEqualTo(List.of(expected.split(" ", -1)));
    }
}
