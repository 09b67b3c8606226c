package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.testing.Dice;

class ShareTest {

    private static final StrategyId VERSION = StrategyId.of(12);

    @Test
    void everyHundredthOfTheLotsIsDrawnByAboutAHundredthOfTheCustomers() {
        int[] drawn = new int[100];
        for (long customer = 1; customer <= 100_000; customer++) {
            drawn[Share.lot(CustomerId.of(customer), VERSION)]++;
        }
        for (int count : drawn) {
            assertThat(count).isCloseTo(1_000, within(150));
        }
    }

    @Test
    void neighboursAndVersionsDrawIndependently() {
        Share half = Share.of(50);
        long both = LongStream.rangeClosed(1, 40_000)
                .mapToObj(CustomerId::of)
                .filter(customer -> half.holds(customer, VERSION) && half.holds(customer, StrategyId.of(13)))
                .count();
        long pairs = LongStream.rangeClosed(1, 40_000)
                .filter(number ->
                        half.holds(CustomerId.of(number), VERSION) && half.holds(CustomerId.of(number + 1), VERSION))
                .count();
        assertThat(both).isCloseTo(10_000, within(300L));
        assertThat(pairs).isCloseTo(10_000, within(300L));
    }

    @Test
    void aLotNeverFallsOtherwise() {
        assertThat(LongStream.rangeClosed(1, 8)
                        .mapToInt(number -> Share.lot(CustomerId.of(number), VERSION))
                        .toArray())
                .containsExactly(13, 18, 42, 56, 81, 1, 38, 0);
    }

    @Test
    void aShareThatGrowsKeepsThoseWhoWereInIt() {
        for (long number = 1; number <= 2_000; number++) {
            CustomerId customer = CustomerId.of(number);
            for (int percent = 0; percent < 100; percent++) {
                if (Share.of(percent).holds(customer, VERSION)) {
                    assertThat(Share.of(percent + 1).holds(customer, VERSION)).isTrue();
                }
            }
            assertThat(Share.NONE.holds(customer, VERSION)).isFalse();
            assertThat(Share.ALL.holds(customer, VERSION)).isTrue();
        }
    }

    @Test
    void ofAnyNumberOfCustomersExactlyTheShareIsDrawnToTheNearestWholeOne() {
        Dice.roll(300, dice -> {
            Set<CustomerId> customers = customers(dice);
            int percent = dice.intBetween(0, 100);
            Share drawn = Share.drawn(percent, customers, VERSION, Share.NONE);
            assertThat(held(drawn, customers)).isEqualTo(Math.round(customers.size() * percent / 100.0));
        });
    }

    @Test
    void aDrawnShareThatGrowsOnlyAddsAndOneThatShrinksOnlyTakesAwayWhoeverHasComeOrGoneMeanwhile() {
        Dice.roll(300, dice -> {
            Set<CustomerId> first = customers(dice);
            Set<CustomerId> later = customers(dice);
            later.addAll(first.stream().limit(first.size() / 2).toList());
            int percent = dice.intBetween(1, 99);
            Share before = dice.percent(50) ? Share.of(percent) : Share.drawn(percent, first, VERSION, Share.NONE);
            int changed = dice.intBetween(0, 100);
            Share after = Share.drawn(changed, later, VERSION, before);
            Share smaller = changed >= percent ? before : after;
            Share larger = changed >= percent ? after : before;
            assertThat(later)
                    .filteredOn(customer -> smaller.holds(customer, VERSION))
                    .allMatch(customer -> larger.holds(customer, VERSION));
        });
    }

    @Test
    void whoeverComesAfterTheDrawIsDrawnByAboutTheSameChance() {
        Set<CustomerId> first =
                LongStream.rangeClosed(1, 37).mapToObj(CustomerId::of).collect(Collectors.toSet());
        Share half = Share.drawn(50, first, VERSION, Share.NONE);
        assertThat(held(half, first)).isEqualTo(19);
        long later = LongStream.rangeClosed(1_000, 40_999)
                .mapToObj(CustomerId::of)
                .filter(customer -> half.holds(customer, VERSION))
                .count();
        assertThat(later / 40_000.0).isCloseTo(0.5, within(0.1));
    }

    private static Set<CustomerId> customers(Dice dice) {
        return LongStream.range(0, dice.intBetween(1, 60))
                .map(_ -> dice.between(1, 1_000_000))
                .mapToObj(CustomerId::of)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long held(Share share, Set<CustomerId> customers) {
        return customers.stream()
                .filter(customer -> share.holds(customer, VERSION))
                .count();
    }

    @Test
    void thereIsNoShareBeyondNobodyAndEverybody() {
        assertThatThrownBy(() -> Share.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.of(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
