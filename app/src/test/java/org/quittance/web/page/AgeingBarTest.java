package org.quittance.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;
import org.quittance.web.page.AgeingBar.Band;
import org.quittance.web.page.AgeingBar.Segment;

class AgeingBarTest {

    @Test
    void segmentsFillTheBarWithoutGapOrOverlap() {
        AgeingBar bar = AgeingBar.of(List.of(band(0, "1.00"), band(1, "1.00"), band(2, "1.00")));
        int end = 0;
        for (Segment segment : bar.segments()) {
            assertThat(segment.x()).isEqualTo(end);
            end = segment.x() + segment.width();
        }
        assertThat(end).isEqualTo(AgeingBar.WIDTH);
    }

    @Test
    void creditsAndEmptyBandsHaveNoSegment() {
        AgeingBar bar = AgeingBar.of(List.of(band(0, "0.00"), band(1, "75.00"), band(2, "-5.00"), band(3, "25.00")));
        assertThat(bar.segments()).extracting(Segment::width).containsExactly(750, 250);
        assertThat(AgeingBar.of(List.of()).segments()).isEmpty();
    }

    @Test
    void amountsThatSumBeyondALongStillFitTheBar() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "EUR");
        AgeingBar bar = AgeingBar.of(List.of(new Band("a", 0, most, null), new Band("b", 1, most, null)));
        assertThat(bar.segments()).extracting(Segment::width).containsExactly(500, 500);
    }

    private static Band band(int age, String amount) {
        return new Band("band " + age, age, Money.of(amount, "EUR"), null);
    }
}
