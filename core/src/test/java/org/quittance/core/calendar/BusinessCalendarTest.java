package org.quittance.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.testing.Dice;

class BusinessCalendarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1961-04-02",
                "2000-04-23",
                "2008-03-23",
                "2011-04-24",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2038-04-25",
                "2285-03-22"
            })
    void easterIsKnownForEachYear(LocalDate sunday) {
        assertThat(Easter.sundayOf(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void easterIsAlwaysASundayFromTheTwentySecondOfMarchToTheTwentyFifthOfApril() {
        for (int year = 1900; year < 2400; year++) {
            LocalDate sunday = Easter.sundayOf(year);
            assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(sunday).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        GB     | 2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
        GB     | 2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
        GB     | 2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
        GB     | 2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
        DE     | 2026 | 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26
        FR     | 2026 | 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25
        NL     | 2025 | 01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26
        NL     | 2026 | 01-01 04-06 04-27 05-14 05-25 12-25 12-26
        US     | 2026 | 01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25
        US     | 2022 | 01-01 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26
        AT     | 2026 | 01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26
        BE     | 2026 | 01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25
        CA     | 2026 | 01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-28
        IE     | 2026 | 01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-28
        IE     | 2030 | 01-01 02-01 03-18 04-22 05-06 06-03 08-05 10-28 12-25 12-26
        IT     | 2025 | 01-01 01-06 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26
        IT     | 2026 | 01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26
        PL     | 2025 | 01-01 01-06 04-21 05-01 05-03 06-19 08-15 11-01 11-11 12-24 12-25 12-26
        TARGET | 2026 | 01-01 04-03 04-06 05-01 12-25 12-26
        """)
    void theHolidaysOfAYearAreThoseOfTheGazette(String calendar, int year, String days) {
        List<LocalDate> expected = List.of(days.split(" ")).stream()
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
        assertThat(named(calendar).holidaysOf(year).keySet()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}: after {1} comes {2}")
    @CsvSource({
        "GB, 2026-04-02, 2026-04-07", // Good Friday, weekend, Easter Monday
        "FR, 2026-04-02, 2026-04-03", // Good Friday is worked in France
        "US, 2026-07-02, 2026-07-03", // a holiday on Saturday does not close Friday
        "TARGET, 2026-12-24, 2026-12-28",
        "DE, 2026-05-13, 2026-05-15",
    })
    void theNextBusinessDayJumpsWeekendsAndHolidays(String calendar, LocalDate day, LocalDate next) {
        assertThat(named(calendar).nextBusinessDay(day)).isEqualTo(next);
        assertThat(named(calendar).onOrAfter(next)).isEqualTo(next);
        assertThat(named(calendar).businessDaysBetween(day, next)).isEqualTo(1);
    }

    @Test
    void businessDaysAreCountedAsTheyAreAdded() {
        Dice.roll(300, dice -> {
            BusinessCalendar calendar = named(dice.oneOf(List.of("GB", "DE", "FR", "NL", "US", "TARGET")));
            LocalDate from = dice.dayWithin(LocalDate.parse("2020-01-01"), 4000);
            int days = dice.intBetween(0, 60);
            LocalDate to = calendar.plusBusinessDays(from, days);
            assertThat(calendar.businessDaysBetween(from, to)).isEqualTo(days);
            assertThat(calendar.businessDaysBetween(to, from)).isEqualTo(-days);
        });
    }

    @Test
    void aCalendarWithoutAWorkingDayIsRefused() {
        assertThatThrownBy(() -> BusinessCalendar.of("X", EnumSet.allOf(DayOfWeek.class), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inEachCountryThatIsKnownNobodyIsCalledOnNewYearsDayOrAtChristmas() {
        assertThat(BusinessCalendars.countries())
                .contains("AT", "CH", "DE", "ES", "GB", "US")
                .isSorted()
                .allSatisfy(country -> {
                    assertThat(country).matches("[A-Z]{2}");
                    assertThat(named(country).holidaysOf(2026))
                            .containsKeys(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-25"));
                });
    }

    @Test
    void anUnknownCalendarIsNotGuessed() {
        assertThat(BusinessCalendars.named("ZZ")).isEmpty();
    }

    private static BusinessCalendar named(String name) {
        return BusinessCalendars.named(name).orElseThrow();
    }
}
