package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.CustomerId;

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
        Share half = new Share(50);
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
                if (new Share(percent).holds(customer, VERSION)) {
                    assertThat(new Share(percent + 1).holds(customer, VERSION)).isTrue();
                }
            }
            assertThat(Share.NONE.holds(customer, VERSION)).isFalse();
            assertThat(Share.ALL.holds(customer, VERSION)).isTrue();
        }
    }

    @Test
    void thereIsNoShareBeyondNobodyAndEverybody() {
        assertThatThrownBy(() -> new Share(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
