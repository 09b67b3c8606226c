package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.cash.SubsetSum.Completeness;

class SubsetSumTest {

    @ParameterizedTest(name = "{1} of {0} within {2}: {3}")
    @CsvSource({
        "10 20 30,      50,  0, 1+2",
        "10 20 30,      60,  0, 0+1+2",
        "10 20 30,      30,  0, 2 0+1",
        "10 20 30,      25,  0, ''",
        "10 20 30,      0,   0, ''",
        "100 50 -30,    120, 0, 0+1+2",
        "100 50 -30,    70,  0, 0+2",
        "40 59,         100, 0, ''",
        "40 59,         100, 1, 0+1",
        "40 61,         100, 1, 0+1",
        "'',            5,   0, ''",
    })
    void theSetsThatAddUpAreFound(String amounts, long target, long tolerance, String expected) {
        long[] values = Arrays.stream(amounts.split(" "))
                .filter(text -> !text.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();

        SubsetSum.Answer answer = SubsetSum.within(values, target, tolerance, 10);

        assertThat(answer.complete()).isEqualTo(Completeness.ALL_FOUND);
        assertThat(answer.sets().stream()
                        .map(set ->
                                Arrays.stream(set).mapToObj(Integer::toString).collect(Collectors.joining("+")))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void theSearchStopsWhereItWouldTakeTooLong() {
        long[] amounts =
                new Random(4).longs(200, 1_000_000, 2_000_000).map(v -> v * 2).toArray();

        // Even amounts never add up to an odd sum, which only a complete search could tell.
        SubsetSum.Answer answer = SubsetSum.of(amounts, 200_000_001, 2);

        assertThat(answer.sets()).isEmpty();
        assertThat(answer.complete()).isEqualTo(Completeness.STOPPED);
    }
}
