package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class StandingTest {

    private static final LocalDate AS_OF = LocalDate.parse("2026-05-20");

    @Test
    void anAccountIsSummedUpPerCurrency() {
        AccountFacts facts = facts(
                List.of(
                        item(1, "1000.00", "EUR", "2026-04-22", "200.00"), // 28 days overdue, rolls over in 3
                        item(2, "500.00", "EUR", "2026-05-24", "0.00"), // due soon, and overdue within the week
                        item(3, "70.00", "EUR", "2026-07-01", "0.00"),
                        item(4, "9.00", "USD", "2026-05-01", "0.00"),
                        item(5, "-60.00", "EUR", "2026-05-02", "0.00")),
                List.of(promise("850.00", "2026-05-25")));
        Standing standing = Standing.of(facts, Diary.POLICY, AS_OF);

        assertThat(standing.in(Currency.getInstance("EUR")))
                .contains(new CurrencyStanding(
                        Currency.getInstance("EUR"),
                        euro("1000.00"),
                        euro("570.00"),
                        euro("500.00"),
                        euro("200.00"),
                        euro("850.00"),
                        euro("0.00"),
                        euro("450.00"),
                        euro("60.00"),
                        1,
                        1));
        assertThat(standing.in(Currency.getInstance("USD")).orElseThrow().overdue())
                .isEqualTo(Money.of("9.00", "USD"));
        assertThat(standing.oldestDaysPastDue()).isEqualTo(28);
        assertThat(standing.items())
                .extracting(item -> item.item().id().value(), ItemStanding::promisedMinor)
                .containsExactly(tuple(1L, 80_000L), tuple(4L, 0L), tuple(2L, 5_000L), tuple(3L, 0L));
    }

    @Test
    void onlyTheLatestContactOfEachKindUpToTheDayCounts() {
        AccountFacts facts = AccountFacts.about(AccountId.of(1))
                .items(List.of(item(1, "10.00", "EUR", "2026-05-01", "0.00")))
                .contacts(List.of(
                        contact(Action.CALL, "2026-05-10"),
                        contact(Action.NOTICE_1, "2026-05-12"),
                        contact(Action.CALL, "2026-05-03"),
                        contact(Action.ESCALATE, "2026-05-19"),
                        contact(Action.NOTICE_2, "2026-05-21")))
                .build();
        Standing standing = Standing.of(facts, Diary.POLICY, AS_OF);
        assertThat(standing.last(Action.CALL)).contains(contact(Action.CALL, "2026-05-10"));
        assertThat(standing.last(Action.NOTICE_2)).isEmpty();
        assertThat(standing.lastContact()).contains(contact(Action.NOTICE_1, "2026-05-12"));
    }

    @Test
    void aContactBlockHoldsFromItsFirstToItsLastDay() {
        ContactBlock block =
                new ContactBlock("complaint", LocalDate.parse("2026-05-10"), LocalDate.parse("2026-05-20"));
        assertThat(block.holdsOn(LocalDate.parse("2026-05-09"))).isFalse();
        assertThat(block.holdsOn(LocalDate.parse("2026-05-10"))).isTrue();
        assertThat(block.holdsOn(LocalDate.parse("2026-05-20"))).isTrue();
        assertThat(block.holdsOn(LocalDate.parse("2026-05-21"))).isFalse();
        assertThat(new ContactBlock("insolvency", AS_OF, null).holdsOn(LocalDate.MAX))
                .isTrue();
    }

    @Test
    void moreThanTheOpenAmountCannotBeDisputed() {
        assertThatThrownBy(() -> item(1, "10.00", "EUR", "2026-05-01", "10.01")).hasMessageContaining("D1");
        assertThatThrownBy(() -> item(2, "-10.00", "EUR", "2026-05-01", "0.01")).hasMessageContaining("D2");
    }

    @Test
    void theHabitIsTheDaysLateOfTheLastSettledItemsWeightedByAmount() {
        List<SettledItem> settled = List.of(
                new SettledItem(ItemId.of(1), euro("100.00"), AS_OF.minusDays(60), AS_OF.minusDays(30)),
                new SettledItem(ItemId.of(2), euro("300.00"), AS_OF.minusDays(40), AS_OF.minusDays(30)),
                new SettledItem(ItemId.of(3), euro("9000.00"), AS_OF.minusDays(300), AS_OF.minusDays(200)));
        assertThat(PayingHabit.of(settled, 2, Diary.POLICY.yardstick()))
                .isEqualTo(new PayingHabit(2, 15, List.of(30, 10)));
        assertThat(PayingHabit.of(List.of(), 2, Diary.POLICY.yardstick())).isEqualTo(PayingHabit.UNKNOWN);
    }

    static AccountFacts facts(List<ItemFacts> items, List<Promise> promises) {
        return AccountFacts.about(AccountId.of(1))
                .items(items)
                .promises(promises)
                .build();
    }

    static ItemFacts item(long id, String amount, String currency, String due, String disputed) {
        Money money = Money.of(amount, currency);
        LocalDate dueDate = LocalDate.parse(due);
        ItemKind kind = money.isPositive() ? ItemKind.INVOICE : ItemKind.PAYMENT;
        return new ItemFacts(
                new OpenItem(
                        ItemId.of(id), AccountId.of(1), kind, "D" + id, dueDate.minusDays(30), dueDate, money, money),
                Money.of(disputed, currency),
                null);
    }

    private static Promise promise(String amount, String due) {
        return new Promise(PromiseId.of(1), euro(amount), AS_OF.minusDays(2), LocalDate.parse(due), List.of());
    }

    private static Contact contact(Action action, String on) {
        return new Contact(action, LocalDate.parse(on));
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
