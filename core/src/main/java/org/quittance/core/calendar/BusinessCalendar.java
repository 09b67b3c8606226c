package org.quittance.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which days are worked in a country or by a payment system.
 *
 * <p>{@code BusinessCalendars.GREAT_BRITAIN.nextBusinessDay(2 April 2026)} is 7 April: Good Friday, the weekend and Easter Monday lie between.
 * A calendar is immutable; the holidays of a year are computed once.
 */
public final class BusinessCalendar {

    private final String name;
    private final Set<DayOfWeek> weekend;
    private final List<Holiday> holidays;
    private final Set<LocalDate> added;
    private final Set<LocalDate> removed;
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    private BusinessCalendar(
            String name, Set<DayOfWeek> weekend, List<Holiday> holidays, Set<LocalDate> added, Set<LocalDate> removed) {
        this.name = name;
        this.weekend = Set.copyOf(weekend);
        this.holidays = List.copyOf(holidays);
        this.added = Set.copyOf(added);
        this.removed = Set.copyOf(removed);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("Calendar %s has no working day".formatted(name));
        }
    }

    /** A calendar with a weekend and holidays by rule. */
    public static BusinessCalendar of(String name, Set<DayOfWeek> weekend, List<Holiday> holidays) {
        return new BusinessCalendar(name, weekend, holidays, Set.of(), Set.of());
    }

    /** The same calendar with single days that were made holidays, or working days, out of rule. */
    public BusinessCalendar withExceptions(Set<LocalDate> moreHolidays, Set<LocalDate> moreWorkingDays) {
        return new BusinessCalendar(name, weekend, holidays, moreHolidays, moreWorkingDays);
    }

    public String name() {
        return name;
    }

    public boolean isBusinessDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek())
                && !holidaysOf(day.getYear()).containsKey(day);
    }

    /** The first business day after the day. */
    public LocalDate nextBusinessDay(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The day itself where it is worked, else the first business day after it. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The day so many business days after the day; with none, the day itself. */
    public LocalDate plusBusinessDays(LocalDate day, int businessDays) {
        if (businessDays < 0) {
            throw new IllegalArgumentException("%d business days ahead".formatted(businessDays));
        }
        LocalDate reached = day;
        for (int i = 0; i < businessDays; i++) {
            reached = nextBusinessDay(reached);
        }
        return reached;
    }

    /** How many business days come after the first day, up to and including the second; negative when they are swapped. */
    public int businessDaysBetween(LocalDate after, LocalDate upTo) {
        if (upTo.isBefore(after)) {
            return -businessDaysBetween(upTo, after);
        }
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            days += isBusinessDay(day) ? 1 : 0;
        }
        return days;
    }

    /** The holidays of a year with their names, in order; weekends are not among them unless a holiday falls on one. */
    public Map<LocalDate, String> holidaysOf(int year) {
        return byYear.computeIfAbsent(year, this::computed);
    }

    private Map<LocalDate, String> computed(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        Set<LocalDate> taken = new HashSet<>();
        for (Holiday holiday : holidays) {
            if (holiday.isKeptIn(year)) {
                taken.add(holiday.rule().in(year));
            }
        }
        for (Holiday holiday : holidays) {
            if (holiday.isKeptIn(year)) {
                LocalDate kept = substituted(holiday.rule(), year, taken);
                taken.add(kept);
                days.putIfAbsent(kept, holiday.name());
            }
        }
        added.stream().filter(day -> day.getYear() == year).forEach(day -> days.putIfAbsent(day, "Special holiday"));
        days.keySet().removeAll(removed);
        return Collections.unmodifiableMap(days);
    }

    private LocalDate substituted(HolidayRule rule, int year, Set<LocalDate> taken) {
        LocalDate day = rule.in(year);
        return switch (rule) {
            case HolidayRule.AfterEaster _, HolidayRule.Weekday _, HolidayRule.WeekdayBefore _ -> day;
            case HolidayRule.Fixed fixed ->
                switch (fixed.substitute()) {
                    case NONE -> day;
                    case NEXT_WORKING_DAY -> nextFree(day, taken);
                    case MONDAY_FOR_SUNDAY -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
                    case SATURDAY_FOR_SUNDAY -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
                };
        };
    }

    private LocalDate nextFree(LocalDate day, Set<LocalDate> taken) {
        if (!weekend.contains(day.getDayOfWeek())) {
            return day;
        }
        LocalDate next = day;
        while (weekend.contains(next.getDayOfWeek()) || taken.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
