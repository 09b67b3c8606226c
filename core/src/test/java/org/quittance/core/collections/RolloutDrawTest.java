package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;

class RolloutDrawTest {

    private static final StrategyId VERSION = StrategyId.of(12);

    @Test
    void halfOfThirtySevenCustomersAreNineteenAndAllAccountsOfEachStandOnOneSide() {
        RolloutDraw half = RolloutDraw.of(accounts(), VERSION, 50, Share.NONE);
        assertThat(half.customers()).isEqualTo(37);
        assertThat(half.with().customers()).isEqualTo(19);
        assertThat(half.added()).isEqualTo(half.with());
        assertThat(half.heldOut().customers()).isEqualTo(18);
        assertThat(half.with().accounts() + half.heldOut().accounts()).isEqualTo(74);
        assertThat(half.with().accounts()).isEqualTo(38);
        assertThat(half.with().finishing()).isEqualTo(19);
        assertThat(half.with().overdue()).containsExactly(Money.of("190", "CHF"), Money.of("1900", "EUR"));
        assertThat(half.removed().customers()).isZero();
    }

    @Test
    void raisedToAllTheOthersComeToItAndTakenBackNobodyHasIt() {
        RolloutDraw half = RolloutDraw.of(accounts(), VERSION, 50, Share.NONE);
        RolloutDraw all = RolloutDraw.of(accounts(), VERSION, 100, half.share());
        assertThat(all.added()).isEqualTo(half.heldOut());
        assertThat(all.heldOut().customers()).isZero();
        RolloutDraw none = RolloutDraw.of(accounts(), VERSION, 0, half.share());
        assertThat(none.removed()).isEqualTo(half.with());
        assertThat(none.share()).isEqualTo(Share.NONE);
    }

    /** Two of each customer: one that owes, and one that owes nothing yet and finishes what it began. */
    private static List<RolloutDraw.Account> accounts() {
        List<RolloutDraw.Account> accounts = new ArrayList<>();
        for (long number = 1; number <= 37; number++) {
            CustomerId customer = CustomerId.of(number);
            List<Money> overdue = List.of(Money.of("100", "EUR"), Money.of("10", "CHF"));
            accounts.add(new RolloutDraw.Account(AccountId.of(2 * number), customer, overdue, false));
            accounts.add(new RolloutDraw.Account(
                    AccountId.of(2 * number + 1), customer, List.of(Money.of("0", "EUR")), true));
        }
        return accounts;
    }
}
