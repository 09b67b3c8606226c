package org.quittance.core.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.testing.Dice;

/** Copies share out among mails in their order, and no mail is larger than it may be. */
class MailPartsTest {

    static Stream<Arguments> shared() {
        return Stream.of(
                Arguments.of(List.of(), "[]", "[]"),
                Arguments.of(List.of(300L, 300L), "[[300, 300]]", "[]"),
                // 400 bytes travel as 552
                Arguments.of(List.of(400L, 300L, 300L), "[[400, 300], [300]]", "[]"),
                Arguments.of(List.of(900L, 300L), "[[300]]", "[900]"),
                Arguments.of(List.of(900L), "[]", "[900]"));
    }

    @ParameterizedTest
    @MethodSource("shared")
    void oneMailIsFilledBeforeTheNext(List<Long> sizes, String mails, String tooLarge) {
        MailParts<Long> parts = MailParts.of(sizes, Long::longValue, 1_000);
        assertThat(parts.mails().toString()).isEqualTo(mails);
        assertThat(parts.tooLarge().toString()).isEqualTo(tooLarge);
    }

    @Test
    void everyCopyTravelsOnceAndNoMailIsTooLarge() {
        Dice.roll(200, dice -> {
            List<Long> sizes = IntStream.range(0, dice.intBetween(0, 30))
                    .mapToObj(_ -> dice.between(1, 4_000))
                    .toList();
            MailParts<Long> parts = MailParts.of(sizes, Long::longValue, 5_000);
            assertThat(Stream.concat(parts.mails().stream().flatMap(List::stream), parts.tooLarge().stream()))
                    .containsExactlyInAnyOrderElementsOf(sizes);
            assertThat(parts.mails())
                    .allSatisfy(mail -> assertThat(mail.stream()
                                    .mapToLong(MailParts::travelling)
                                    .sum())
                            .isBetween(1L, 5_000L));
        });
    }
}
