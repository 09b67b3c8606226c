package org.quittance.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.collections.AccountFacts;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.collections.InForce;
import org.quittance.core.collections.ItemFacts;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class MatterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final InForce AGENCY = new InForce(EscalationPath.OUTSIDE_AGENCY, TODAY.minusDays(9));
    private static final InForce LAWYER = new InForce(EscalationPath.LEGAL, TODAY.minusDays(2));
    private static final InForce HOLD = new InForce(EscalationPath.CREDIT_HOLD, TODAY);

    @ParameterizedTest(name = "{0}")
    @MethodSource("customers")
    void aContactIsAboutWhatIsLeftForUs(
            String about, List<Standing> accounts, Debt debt, @Nullable InForce handedOver) {
        assertThat(Matter.of(accounts)).isEqualTo(new Matter(debt, handedOver));
    }

    static Object[][] customers() {
        return new Object[][] {
            {"nothing open", List.of(), Debt.PAID, null},
            {"owed to us", List.of(owes("100")), Debt.OWED, null},
            {"on hold it is still ours to ask for", List.of(owes("100", HOLD)), Debt.OWED, null},
            {"all with the agency", List.of(owes("100", AGENCY)), Debt.PAID, AGENCY},
            {"the lawyer outweighs the agency", List.of(owes("100", AGENCY, LAWYER)), Debt.PAID, LAWYER},
            {"one of two with the agency", List.of(owes("100", AGENCY), owes("5")), Debt.OWED, null},
            {"the other disputes all", List.of(owes("100", AGENCY), disputes("5")), Debt.DISPUTED, AGENCY},
            {"with the agency and nothing open", List.of(owes("0", AGENCY)), Debt.PAID, null},
        };
    }

    private static Standing owes(String amount, InForce... inForce) {
        return standing(amount, "0", inForce);
    }

    private static Standing disputes(String amount) {
        return standing(amount, amount);
    }

    private static Standing standing(String amount, String disputed, InForce... inForce) {
        Money open = Money.of(amount, "EUR");
        LocalDate due = TODAY.minusDays(30);
        List<ItemFacts> items = Stream.of(open)
                .filter(Money::isPositive)
                .map(money -> new ItemFacts(
                        new OpenItem(ItemId.of(1), AccountId.of(1), ItemKind.INVOICE, "1", due, due, money, money),
                        Money.of(disputed, "EUR"),
                        null))
                .toList();
        AccountFacts facts = AccountFacts.about(AccountId.of(1))
                .items(items)
                .inForce(List.of(inForce))
                .build();
        return Standing.of(facts, Policy.standard(Yardstick.of(Money.of("10000", "EUR"))), TODAY);
    }
}
