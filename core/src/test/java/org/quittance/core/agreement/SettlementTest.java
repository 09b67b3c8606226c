package org.quittance.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.collections.Promise;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.collections.Receipt;
import org.quittance.core.money.Money;

class SettlementTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "800.00,  2026-03-31,",
        "999.99,  2026-03-02,",
        "800.00,  2026-05-31,",
        "0.00,    2026-03-01, NOTHING_TAKEN",
        "1000.00, 2026-03-01, NOT_LESS",
        "800.00,  2026-03-01, DAY_IS_PAST",
        "800.00,  2026-06-01, TOO_FAR_AHEAD",
    })
    void lessThanIsOwedIsTakenByADayWithinReach(String offer, LocalDate payBy, Settlement.@Nullable Refusal refusal) {
        Settlement settlement = new Settlement(eur("1000.00"), eur(offer), TODAY, payBy);
        assertThat(settlement.refusal().orElse(null)).isEqualTo(refusal);
        assertThat(settlement.discount().plus(settlement.offer())).isEqualTo(settlement.owed());
    }

    @ParameterizedTest(name = "{0} came on {1}, seen on {2}: {3}")
    @CsvSource({
        "800.00, 2026-03-31, 2026-03-31, Kept",
        "800.00, 2026-04-02, 2026-04-02, Kept", // within the grace
        "900.00, 2026-03-05, 2026-03-05, Kept",
        "799.99, 2026-03-31, 2026-04-02, Stands",
        "799.99, 2026-03-31, 2026-04-03, Broken",
        "800.00, 2026-04-03, 2026-04-03, Broken",
    })
    void itIsKeptByWhatCameInTimeAndBrokenByWhatDidNot(String came, LocalDate on, LocalDate asOf, String outcome) {
        Promise paid = new Promise(PromiseId.of(1), eur("800.00"), TODAY, LocalDate.parse("2026-03-31"), List.of());
        PromiseCheck check = PromiseCheck.of(paid, List.of(new Receipt(on, eur(came), null)), asOf, 2);
        Settlement.Outcome found = Settlement.outcome(check);
        assertThat(found.getClass().getSimpleName()).isEqualTo(outcome);
        if (found instanceof Settlement.Outcome.Broken(String reason)) {
            assertThat(reason).startsWith("Of EUR 800.00 to be paid by 31 March 2026 only EUR");
        }
    }

    @Test
    void whatWasNeverSentLapsesAndBreaksNothing() {
        Promise paid = new Promise(
                PromiseId.of(1),
                eur("800.00"),
                TODAY,
                LocalDate.parse("2026-03-31"),
                List.of(),
                PromiseOrigin.OFFER_NOT_SENT);
        LocalDate after = LocalDate.parse("2026-04-03");
        PromiseCheck check = PromiseCheck.of(paid, List.of(), after, 2);
        assertThat(Settlement.outcome(check)).isInstanceOf(Settlement.Outcome.Lapsed.class);
        assertThat(check.isFailing() || check.hasLapsed()).isFalse();
        assertThat(Settlement.outcome(
                        PromiseCheck.of(paid, List.of(new Receipt(TODAY, eur("800.00"), null)), after, 2)))
                .as("paid all the same, it is kept")
                .isInstanceOf(Settlement.Outcome.Kept.class);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
