package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.money.Money;

class CredibilityTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Yardstick YARDSTICK = Yardstick.of(Money.of("10000", "EUR"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | No promise is decided yet",
                "OPEN:0                    | No promise is decided yet",
                "KEPT:100                  | 1 of 1 promise kept, 100 % of the amount; too few to rely on",
                "KEPT:100 BROKEN:0         | 1 of 2 promises kept, 50 % of the amount; too few to rely on",
                "KEPT:100 KEPT:100 PART_KEPT:40 BROKEN:0 OPEN:30 | 2 of 4 promises kept, 60 % of the amount",
            })
    void aWordIsWorthWhatCameInTimeAndFewWordsSaySo(String promises, String sentence) {
        List<PromiseCheck> checks = Stream.of(promises.split(" "))
                .filter(promise -> !promise.isEmpty())
                .map(promise -> promise.split(":"))
                .map(promise -> check(PromiseState.valueOf(promise[0]), promise[1]))
                .toList();
        assertThat(Credibility.of(checks, YARDSTICK).sentence()).isEqualTo(sentence);
    }

    @Test
    void anOfferOfOursIsNobodysWordWhateverBecomesOfIt() {
        Promise offer = new Promise(
                PromiseId.of(1), Money.of("100", "EUR"), DAY, DAY.plusDays(5), List.of(), PromiseOrigin.OFFER);
        List<PromiseCheck> checks = List.of(
                PromiseCheck.of(offer, List.of(), DAY.plusDays(30), 2),
                PromiseCheck.of(offer, List.of(new Receipt(DAY, Money.of("100", "EUR"), null)), DAY.plusDays(30), 2));
        assertThat(Credibility.of(checks, YARDSTICK)).isEqualTo(Credibility.NONE);
    }

    private static PromiseCheck check(PromiseState state, String inTime) {
        Promise promise = new Promise(PromiseId.of(1), Money.of("100", "EUR"), DAY, DAY.plusDays(5), List.of());
        return new PromiseCheck(
                promise, state, DAY.plusDays(7), Money.of(inTime, "EUR"), Money.of("0", "EUR"), Money.of("0", "EUR"));
    }
}
