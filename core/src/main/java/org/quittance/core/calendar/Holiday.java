package org.quittance.core.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import org.quittance.core.calendar.HolidayRule.Substitute;

/**
 * A public holiday: its name, its rule, and in which years it is kept.
 *
 * @param firstYear the first year of it
 * @param everyYears 1 for each year; 5 for the years that five divides
 */
public record Holiday(String name, HolidayRule rule, int firstYear, int everyYears) {

    public Holiday {
        if (name.isBlank() || everyYears < 1) {
            throw new IllegalArgumentException("Holiday '%s' every %d years".formatted(name, everyYears));
        }
    }

    static Holiday fixed(String name, int month, int day, Substitute substitute) {
        return new Holiday(name, new HolidayRule.Fixed(MonthDay.of(month, day), substitute), 1, 1);
    }

    static Holiday easter(String name, int days) {
        return new Holiday(name, new HolidayRule.AfterEaster(days), 1, 1);
    }

    static Holiday weekday(String name, Month month, DayOfWeek day, int ordinal) {
        return new Holiday(name, new HolidayRule.Weekday(month, day, ordinal), 1, 1);
    }

    /** The last such weekday before the day. */
    static Holiday before(String name, DayOfWeek day, int month, int dayOfMonth) {
        return new Holiday(name, new HolidayRule.WeekdayBefore(day, MonthDay.of(month, dayOfMonth)), 1, 1);
    }

    Holiday since(int year) {
        return new Holiday(name, rule, year, everyYears);
    }

    Holiday inYearsDividedBy(int years) {
        return new Holiday(name, rule, firstYear, years);
    }

    boolean isKeptIn(int year) {
        return year >= firstYear && year % everyYears == 0;
    }
}
