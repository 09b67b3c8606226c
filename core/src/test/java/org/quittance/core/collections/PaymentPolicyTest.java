package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentPolicyTest {

    private static final LocalDate UNTIL = LocalDate.parse("2026-12-31");

    /** 1 May 2026 is a Friday, and a holiday in many places: pay days are the customer's, not the calendar's. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-01,  0, any,                2026-05-01",
        "2026-05-01, 14, any,                2026-05-15",
        "2026-05-01,  0, FRIDAY,             2026-05-01",
        "2026-05-01,  1, FRIDAY,             2026-05-08",
        "2026-05-01,  0, TUESDAY THURSDAY,   2026-05-05",
        "2026-05-06,  0, TUESDAY THURSDAY,   2026-05-07",
        "2026-05-01,  0, 10 25,              2026-05-10",
        "2026-05-10,  0, 10 25,              2026-05-10",
        "2026-05-11,  0, 10 25,              2026-05-25",
        "2026-05-26,  0, 10 25,              2026-06-10",
        "2026-02-01,  0, 31,                 2026-02-28",
        "2026-02-28,  1, 31,                 2026-03-31",
        "2026-01-31,  0, 30,                 2026-02-28",
        "2028-02-29,  0, 30 31,              2028-02-29",
        "2026-12-26,  0, 5,                  2027-01-05",
    })
    void whatIsDueIsPaidOnTheFirstPayDayAfterTheDaysOfGrace(LocalDate due, int grace, String days, LocalDate paid) {
        assertThat(new PaymentPolicy(grace, payDays(days), UNTIL, "why").paysOn(due))
                .isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "0,  any,             when it is due",
        "1,  any,             1 day after due",
        "10, FRIDAY MONDAY,   '10 days after due, on Mondays and Fridays'",
        "0,  25 10,           'when it is due, on day 10 and 25 of the month'",
    })
    void aPolicyIsSaidInWords(int grace, String days, String sentence) {
        assertThat(new PaymentPolicy(grace, payDays(days), UNTIL, "why").sentence())
                .isEqualTo(sentence);
    }

    @Test
    void aPolicyHoldsUntilItsLastDayAndIsNeverWithoutReasonNorEndless() {
        PaymentPolicy policy = new PaymentPolicy(90, new PayDays.AnyDay(), UNTIL, "why");
        assertThat(policy.holdsOn(UNTIL)).isTrue();
        assertThat(policy.holdsOn(UNTIL.plusDays(1))).isFalse();
        assertThatThrownBy(() -> new PaymentPolicy(91, new PayDays.AnyDay(), UNTIL, "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentPolicy(0, new PayDays.AnyDay(), UNTIL, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PayDays.Monthly(Set.of(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PayDays.Weekly(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static PayDays payDays(String words) {
        if (words.equals("any")) {
            return new PayDays.AnyDay();
        }
        return Character.isDigit(words.charAt(0))
                ? new PayDays.Monthly(
                        Arrays.stream(words.split(" ")).map(Integer::valueOf).collect(Collectors.toSet()))
                : new PayDays.Weekly(
                        Arrays.stream(words.split(" ")).map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }
}
