package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.cash.MatchScore.Figure;
import org.quittance.core.cash.ReferenceAdvice.Payer;

class MatchScoreTest {

    private static final MatchScore SCORE = new MatchScore(40, 30, 100, 60, 1_000_00, 900_00, 3, 20);

    static Stream<Arguments> figures() {
        return Stream.of(
                arguments(Figure.BY_PAYMENT, "0.75"),
                arguments(Figure.BY_LINE, "0.6"),
                arguments(Figure.BY_VALUE, "0.9"),
                arguments(Figure.FALSE_MATCHES, "0.1"),
                arguments(Figure.TOUCHES, "0.5"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void eachFigureFollowsItsFormula(Figure figure, String expected) {
        assertThat(SCORE.of(figure).orElseThrow()).isEqualByComparingTo(new BigDecimal(expected));
    }

    @Test
    void aRateOfNothingIsNoRate() {
        MatchScore none = new MatchScore(0, 0, 0, 0, 0, 0, 0, 0);
        for (Figure figure : Figure.values()) {
            assertThat(none.of(figure)).isEmpty();
        }
    }

    @Test
    void aPartIsNeverMoreThanItsWhole() {
        assertThatThrownBy(() -> new MatchScore(1, 1, 0, 0, 0, 0, 2, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> payers() {
        return Stream.of(
                arguments(2, Map.of(Evidence.Kind.NOTHING_FOUND, 2L), ""),
                arguments(10, Map.of(Evidence.Kind.NOTHING_FOUND, 4L), ""),
                arguments(10, Map.of(Evidence.Kind.NOTHING_FOUND, 5L), "has neither"),
                arguments(4, Map.of(Evidence.Kind.NUMBER_MISTYPED, 3L, Evidence.Kind.AMBIGUOUS, 1L), "Copy"),
                arguments(4, Map.of(Evidence.Kind.NUMBER_SHORTENED, 2L, Evidence.Kind.NUMBER_MISTYPED, 2L), "prefix"));
    }

    @ParameterizedTest
    @MethodSource("payers")
    void aPayerWhoMakesWorkIsToldWhatTheCommonestTroubleIs(
            long payments, Map<Evidence.Kind, Long> byHand, String words) {
        assertThat(ReferenceAdvice.of(new Payer(payments, byHand)).orElse("")).contains(words);
        assertThat(ReferenceAdvice.of(new Payer(payments, byHand)).isEmpty()).isEqualTo(words.isEmpty());
    }
}
