package org.quittance.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** On which day of a year a holiday falls, before any substitute. */
public sealed interface HolidayRule {

    /** The same day each year. */
    record Fixed(MonthDay day, Substitute substitute) implements HolidayRule {}

    /** So many days after Easter Sunday; negative is before it. */
    record AfterEaster(int days) implements HolidayRule {}

    /** The first, second ... of a weekday in the month; -1 is the last. */
    record Weekday(Month month, DayOfWeek day, int ordinal) implements HolidayRule {}

    /** The last such weekday before the day. */
    record WeekdayBefore(DayOfWeek weekday, MonthDay day) implements HolidayRule {}

    /** What happens to a fixed holiday that falls on a weekend. */
    enum Substitute {
        /** It is lost. */
        NONE,
        /** The next day that is neither weekend nor holiday is free instead. */
        NEXT_WORKING_DAY,
        /** Monday is free instead of Sunday; nothing is instead of Saturday. */
        MONDAY_FOR_SUNDAY,
        /** It is kept on Saturday instead of Sunday. */
        SATURDAY_FOR_SUNDAY
    }

    /** The day by the rule alone. */
    default LocalDate in(int year) {
        return switch (this) {
            case Fixed(MonthDay day, Substitute _) -> day.atYear(year);
            case AfterEaster(int days) -> Easter.sundayOf(year).plusDays(days);
            case Weekday(Month month, DayOfWeek day, int ordinal) ->
                LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
            case WeekdayBefore(DayOfWeek weekday, MonthDay day) ->
                day.atYear(year).with(TemporalAdjusters.previous(weekday));
        };
    }
}
