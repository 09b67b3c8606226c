package org.quittance.core.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.targets.Progress.Standing;

class ProgressTest {

    @ParameterizedTest
    @CsvSource({
        // measure, goal, reached, days gone, days of the month
        "CONTACTS,        120, 120, 1,  22, REACHED",
        "CONTACTS,        120, 119, 22, 22, MISSED",
        "CONTACTS,        120, 55,  10, 22, ON_COURSE",
        "CONTACTS,        120, 54,  10, 22, BEHIND",
        "CONTACTS,        120, 0,   0,  22, ON_COURSE",
        "CONTACTS,        0,   0,   0,  22, REACHED",
        "CASH_COLLECTED,  100, 99,  21, 22, ON_COURSE",
        "PROMISES_KEPT,   10,  1,   11, 22, BEHIND",
        "OVERDUE_AT_END,  100, 100, 21, 22, ON_COURSE",
        "OVERDUE_AT_END,  100, 101, 1,  22, BEHIND",
        "OVERDUE_AT_END,  100, 100, 22, 22, REACHED",
        "OVERDUE_AT_END,  100, 101, 22, 22, MISSED",
    })
    void aTargetIsHeldAgainstTheWorkingDaysThatAreGone(
            TargetMeasure measure, long goal, long reached, int gone, int inMonth, Standing standing) {
        assertThat(new Progress(measure, goal, reached, new WorkingDays(gone, inMonth)).standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2026-04, 2026-03-31, 0,  20",
        "GB, 2026-04, 2026-04-01, 0,  20",
        "GB, 2026-04, 2026-04-02, 1,  20",
        "GB, 2026-04, 2026-04-07, 2,  20", // Good Friday and Easter Monday lie between.
        "US, 2026-04, 2026-04-07, 4,  22",
        "GB, 2026-04, 2026-04-30, 19, 20",
        "GB, 2026-04, 2026-05-01, 20, 20",
        "GB, 2026-04, 2027-01-01, 20, 20",
    })
    void aDayIsGoneWhenItIsOver(String country, YearMonth month, LocalDate today, int gone, int inMonth) {
        assertThat(WorkingDays.of(BusinessCalendars.named(country).orElseThrow(), month, today))
                .isEqualTo(new WorkingDays(gone, inMonth));
    }
}
