package org.quittance.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.call.TakingBack.Refusal;
import org.quittance.core.call.TakingBack.Since;

class TakingBackTest {

    private static final Instant NOTED = Instant.parse("2026-03-02T14:03:00Z");

    static Object[][] whatIsTakenBack() {
        return new Object[][] {
            {"clara", 0, Set.of(), null},
            {"clara", 600, Set.of(), null},
            {"clara", 601, Set.of(), Refusal.TOO_LATE},
            {"omar", 0, Set.of(), Refusal.NOT_YOURS},
            {"omar", 601, Set.of(Since.TAKEN_BACK), Refusal.NOT_YOURS},
            {"clara", 601, Set.of(Since.TAKEN_BACK), Refusal.TAKEN_BACK},
            {"clara", 60, Set.of(Since.PROMISE_PAID), Refusal.PROMISE_PAID},
            {"clara", 601, Set.of(Since.PROMISE_PAID), Refusal.TOO_LATE},
            {"clara", 60, Set.of(Since.DISPUTE_ANSWERED, Since.CHECKED), Refusal.DISPUTE_ANSWERED},
            {"clara", 60, Set.of(Since.CHECKED), Refusal.CHECKED},
        };
    }

    @ParameterizedTest
    @MethodSource("whatIsTakenBack")
    void aCallIsTakenBackForSomeMinutesByWhoNotedItWhileNobodyReliesOnIt(
            String by, int seconds, Set<Since> since, @Nullable Refusal refusal) {
        assertThat(new TakingBack("clara", NOTED, since).refusal(by, NOTED.plusSeconds(seconds)))
                .isEqualTo(Optional.ofNullable(refusal));
    }
}
