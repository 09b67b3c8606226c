package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class SetOffTest {

    private static final Strategy NETTED =
            new Strategy("Netted", 1, Strategies.standard(Diary.EUR).steps(), CreditsInLetters.NETTED);

    @Test
    void whatFellDueFirstIsPaidFirstByTheCreditThatCameFirst() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .invoice(2, "700.00", "2026-04-10")
                .on("2026-04-20")
                .hasOnAccount(8, "450.00")
                .on("2026-04-22")
                .hasOnAccount(9, "150.00");

        SetOff setOff = setOff(diary);

        assertThat(setOff.coveredMinor(ItemId.of(1))).isEqualTo(500_00);
        assertThat(setOff.coveredMinor(ItemId.of(2))).isEqualTo(100_00);
        assertThat(credits(setOff, 1)).isEqualTo(Map.of(8L, "-450.00", 9L, "-50.00"));
        assertThat(credits(setOff, 2)).isEqualTo(Map.of(9L, "-100.00"));
        assertThat(credits(setOff, 1, 2)).isEqualTo(Map.of(8L, "-450.00", 9L, "-150.00"));
    }

    @Test
    void whatIsDisputedKeepsThatMuchOfTheLastCreditNotesAndNoMoney() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .invoice(2, "700.00", "2026-04-10")
                .disputes(2, "80.00")
                .hasCreditNote(7, "60.00")
                .hasCreditNote(8, "60.00")
                .on("2026-04-20")
                .hasOnAccount(9, "30.00");

        SetOff setOff = setOff(diary);

        assertThat(credits(setOff, 1, 2)).isEqualTo(Map.of(7L, "-40.00", 9L, "-30.00"));
        assertThat(SetOff.of(standing(diary)).kept()).containsExactly(Money.of("80.00", "EUR"));
    }

    @Test
    void aCreditPaysWhatItNamesBeforeWhatFellDueFirst() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .invoice(2, "700.00", "2026-04-10")
                .hasCreditNote(7, "100.00")
                .hasCreditNote(8, "750.00")
                .names(8, 2);

        SetOff setOff = setOff(diary.on("2026-04-20"));

        assertThat(credits(setOff, 2)).isEqualTo(Map.of(8L, "-700.00"));
        assertThat(credits(setOff, 1)).isEqualTo(Map.of(7L, "-100.00", 8L, "-50.00"));
    }

    @Test
    void aCreditNoteThatNamesWhatIsDisputedIsKeptForThat() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .disputes(1, "80.00")
                .hasCreditNote(7, "80.00")
                .names(7, 1)
                .hasCreditNote(8, "60.00");

        assertThat(credits(setOff(diary.on("2026-04-20")), 1)).isEqualTo(Map.of(8L, "-60.00"));
    }

    /** 300.00 of the promise is to come, 200.00 has: what is asked for, promised and on account is what is owed. */
    @Test
    void moneyThatAPromiseHasBroughtIsTakenOffOnce() {
        Diary diary = diary().invoice(1, "1000.00", "2026-03-10")
                .promises("500.00", "2026-04-28", 1)
                .on("2026-04-20")
                .hasOnAccount(9, "200.00");

        ItemStanding item = standing(diary).items().getFirst();

        assertThat(item.promisedMinor()).isEqualTo(300_00);
        assertThat(setOff(diary).left(item)).isEqualTo(Money.of("500.00", "EUR"));
    }

    @Test
    void currenciesAreNotSetOffAgainstEachOther() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .owes(9, Money.of("-700.00", "USD"), "2026-04-01")
                .on("2026-04-20");

        assertThat(setOff(diary).coveredMinor(ItemId.of(1))).isZero();
    }

    @Test
    void otherStrategiesSetNothingOff() {
        for (CreditsInLetters credits : CreditsInLetters.values()) {
            Strategy strategy = new Strategy("Any", 1, NETTED.steps(), credits);
            Diary diary = Diary.under(strategy)
                    .on("2026-04-20")
                    .invoice(1, "500.00", "2026-03-10")
                    .hasOnAccount(8, "60.00");

            assertThat(strategy.setOff(standing(diary)).coveredMinor(ItemId.of(1)))
                    .isEqualTo(credits == CreditsInLetters.NETTED ? 60_00 : 0);
        }
    }

    /** A notice asks for what is left, and an item that is covered waits without one. */
    @Test
    void anItemThatCreditsCoverIsNotAskedFor() {
        diary().invoice(1, "500.00", "2026-03-10")
                .invoice(2, "700.00", "2026-04-10")
                .hasOnAccount(8, "600.00")
                .on("2026-04-20", "NOTICE_1 2=600.00")
                .because(
                        "Of what this step is about, invoice 2 is the oldest, 10 days overdue",
                        "EUR 500.00 is not asked for: what lies on account is taken off and covers 1 item",
                        "EUR 600.00 lies on account beside the EUR 1,200.00 that can be asked for");
    }

    @Test
    void whatIsAtStakeIsWhatIsLeft() {
        Diary diary = diary().invoice(1, "500.00", "2026-03-10")
                .invoice(2, "700.00", "2026-04-10")
                .hasOnAccount(8, "600.00")
                .on("2026-04-20");

        assertThat(Stake.of(standing(diary), diary.decide(), setOff(diary))
                        .getFirst()
                        .sentence())
                .isEqualTo(
                        "At stake EUR 600.00: EUR 1,200.00 overdue, less EUR 600.00 paid by credits that are taken off");
    }

    @Test
    void theMinimumOfAStepCountsWhatIsLeft() {
        Step call = Step.draft("call", Action.CALL, Money.of("25.00", "EUR"))
                .placed(10, 0, 1)
                .step();
        Strategy calls = new Strategy("Calls", 1, List.of(call), CreditsInLetters.NETTED);
        Diary.under(calls)
                .on("2026-04-01")
                .invoice(1, "500.00", "2026-03-10")
                .hasOnAccount(8, "475.01")
                .wants("NOTHING")
                .because(
                        "EUR 24.99 is too little for Call, which starts at EUR 25.00",
                        "EUR 475.01 lies on account beside the EUR 500.00 that can be asked for");
        Diary.under(calls)
                .on("2026-04-01")
                .invoice(1, "500.00", "2026-03-10")
                .hasOnAccount(8, "475.00")
                .wants("CALL 1=25.00");
    }

    @Test
    void noCreditIsUsedTwiceAndNothingIsPaidTwice() {
        Dice.roll(2000, dice -> {
            Diary diary = diary();
            long owed = 0;
            long onAccount = 0;
            for (int i = 1; i <= dice.between(1, 6); i++) {
                long minor = dice.between(1, 50_000);
                diary.invoice(i, euros(minor), "2026-03-1" + dice.between(0, 9));
                owed += minor;
            }
            for (int i = 1; i <= dice.between(0, 6); i++) {
                long minor = dice.between(1, 50_000);
                diary.hasOnAccount(100 + i, euros(minor));
                onAccount += minor;
            }
            Standing standing = standing(diary);
            SetOff setOff = NETTED.setOff(standing);
            Set<ItemId> all =
                    standing.items().stream().map(item -> item.item().id()).collect(Collectors.toSet());
            Set<ItemId> some = all.stream().filter(_ -> dice.percent(50)).collect(Collectors.toSet());
            Set<ItemId> rest = all.stream().filter(item -> !some.contains(item)).collect(Collectors.toSet());

            assertThat(taken(setOff, all)).isEqualTo(Math.min(owed, onAccount));
            assertThat(taken(setOff, some) + taken(setOff, rest)).isEqualTo(taken(setOff, all));
            for (ItemStanding item : standing.items()) {
                ItemId id = item.item().id();
                assertThat(setOff.left(item).isNegative()).isFalse();
                assertThat(taken(setOff, Set.of(id))).isEqualTo(setOff.coveredMinor(id));
            }
        });
    }

    private static String euros(long minor) {
        return Money.ofMinor(minor, Diary.EUR).toDecimal().toPlainString();
    }

    private static long taken(SetOff setOff, Set<ItemId> items) {
        return setOff.creditsFor(items).stream()
                .mapToLong(credit -> -credit.open().minor())
                .sum();
    }

    private static Map<Long, String> credits(SetOff setOff, long... items) {
        return setOff.creditsFor(LongStream.of(items).mapToObj(ItemId::of).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(
                        credit -> credit.id().value(),
                        (OpenItem credit) -> credit.open().toDecimal().toPlainString()));
    }

    private static Diary diary() {
        return Diary.under(NETTED).on("2026-04-01");
    }

    private static SetOff setOff(Diary diary) {
        return NETTED.setOff(standing(diary));
    }

    private static Standing standing(Diary diary) {
        return Standing.of(diary.facts(), Diary.POLICY, diary.today());
    }
}
