package org.quittance.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTest {

    private static final Brake BRAKE = new Brake(3, 5, 50);

    @ParameterizedTest(name = "{0} customers after {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                " 50 | ''             |",
                " 51 | ''             | 51 customers would be written to; nothing was sent on any day before, and 50 are let go without asking",
                " 50 | 2 1 2          |",
                " 51 | 2 1 2          | 51 customers would be written to; 2 are usual, and 50 are let go without asking",
                "300 | 100 90 110     |",
                "301 | 100 90 110     | 301 customers would be written to; 100 are usual, and 300 are let go without asking",
                // Of an even number the higher; what lies further back than five days is forgotten.
                "330 | 100 110        |",
                "301 | 9 9 100 100 100 999 999 | 301 customers would be written to; 100 are usual, and 300 are let go without asking",
            })
    void aRunOfFarMoreThanUsualWaits(int customers, String earlier, @Nullable String sentence) {
        List<Integer> days = Stream.of(earlier.split(" "))
                .filter(day -> !day.isEmpty())
                .map(Integer::valueOf)
                .toList();
        assertThat(BRAKE.ask(customers, days).map(Brake.Stop::sentence).orElse(null))
                .isEqualTo(sentence);
    }
}
