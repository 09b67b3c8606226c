package org.quittance.core.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.quittance.core.calendar.Holiday.easter;
import static org.quittance.core.calendar.Holiday.fixed;
import static org.quittance.core.calendar.Holiday.weekday;
import static org.quittance.core.calendar.HolidayRule.Substitute.MONDAY_FOR_SUNDAY;
import static org.quittance.core.calendar.HolidayRule.Substitute.NEXT_WORKING_DAY;
import static org.quittance.core.calendar.HolidayRule.Substitute.NONE;
import static org.quittance.core.calendar.HolidayRule.Substitute.SATURDAY_FOR_SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The calendars that come with the product. A company adds its own from the same parts. */
public final class BusinessCalendars {

    private static final Set<DayOfWeek> WEEKEND = Set.of(SATURDAY, SUNDAY);

    /** Days on which euro payments settle between banks. */
    public static final BusinessCalendar TARGET = BusinessCalendar.of(
            "TARGET",
            WEEKEND,
            List.of(
                    fixed("New Year's Day", 1, 1, NONE),
                    easter("Good Friday", -2),
                    easter("Easter Monday", 1),
                    fixed("Labour Day", 5, 1, NONE),
                    fixed("Christmas Day", 12, 25, NONE),
                    fixed("Second Day of Christmas", 12, 26, NONE)));

    /** England and Wales, with the days that were moved or added for a jubilee, a funeral and a coronation. */
    public static final BusinessCalendar GREAT_BRITAIN = BusinessCalendar.of(
                    "GB",
                    WEEKEND,
                    List.of(
                            fixed("New Year's Day", 1, 1, NEXT_WORKING_DAY),
                            easter("Good Friday", -2),
                            easter("Easter Monday", 1),
                            weekday("Early May bank holiday", Month.MAY, MONDAY, 1),
                            weekday("Spring bank holiday", Month.MAY, MONDAY, -1),
                            weekday("Summer bank holiday", Month.AUGUST, MONDAY, -1),
                            fixed("Christmas Day", 12, 25, NEXT_WORKING_DAY),
                            fixed("Boxing Day", 12, 26, NEXT_WORKING_DAY)))
            .withExceptions(
                    days("2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"),
                    days("2020-05-04", "2022-05-30"));

    /** The holidays that all German states share. */
    public static final BusinessCalendar GERMANY = BusinessCalendar.of(
            "DE",
            WEEKEND,
            List.of(
                    fixed("Neujahr", 1, 1, NONE),
                    easter("Karfreitag", -2),
                    easter("Ostermontag", 1),
                    fixed("Tag der Arbeit", 5, 1, NONE),
                    easter("Christi Himmelfahrt", 39),
                    easter("Pfingstmontag", 50),
                    fixed("Tag der Deutschen Einheit", 10, 3, NONE),
                    fixed("Erster Weihnachtstag", 12, 25, NONE),
                    fixed("Zweiter Weihnachtstag", 12, 26, NONE)));

    /** France without the two further days of Alsace and Moselle. */
    public static final BusinessCalendar FRANCE = BusinessCalendar.of(
            "FR",
            WEEKEND,
            List.of(
                    fixed("Jour de l'an", 1, 1, NONE),
                    easter("Lundi de Pâques", 1),
                    fixed("Fête du Travail", 5, 1, NONE),
                    fixed("Victoire 1945", 5, 8, NONE),
                    easter("Ascension", 39),
                    easter("Lundi de Pentecôte", 50),
                    fixed("Fête nationale", 7, 14, NONE),
                    fixed("Assomption", 8, 15, NONE),
                    fixed("Toussaint", 11, 1, NONE),
                    fixed("Armistice 1918", 11, 11, NONE),
                    fixed("Noël", 12, 25, NONE)));

    /** The Netherlands; Liberation Day in the years that five divides, when most employers give it. */
    public static final BusinessCalendar NETHERLANDS = BusinessCalendar.of(
            "NL",
            WEEKEND,
            List.of(
                    fixed("Nieuwjaarsdag", 1, 1, NONE),
                    easter("Tweede paasdag", 1),
                    fixed("Koningsdag", 4, 27, SATURDAY_FOR_SUNDAY).since(2014),
                    fixed("Bevrijdingsdag", 5, 5, NONE).inYearsDividedBy(5),
                    easter("Hemelvaartsdag", 39),
                    easter("Tweede pinksterdag", 50),
                    fixed("Eerste kerstdag", 12, 25, NONE),
                    fixed("Tweede kerstdag", 12, 26, NONE)));

    /** The days on which the Federal Reserve Banks are open: a holiday on a Saturday does not close them on Friday. */
    public static final BusinessCalendar UNITED_STATES = BusinessCalendar.of(
            "US",
            WEEKEND,
            List.of(
                    fixed("New Year's Day", 1, 1, MONDAY_FOR_SUNDAY),
                    weekday("Birthday of Martin Luther King, Jr.", Month.JANUARY, MONDAY, 3)
                            .since(1986),
                    weekday("Washington's Birthday", Month.FEBRUARY, MONDAY, 3),
                    weekday("Memorial Day", Month.MAY, MONDAY, -1),
                    fixed("Juneteenth", 6, 19, MONDAY_FOR_SUNDAY).since(2022),
                    fixed("Independence Day", 7, 4, MONDAY_FOR_SUNDAY),
                    weekday("Labor Day", Month.SEPTEMBER, MONDAY, 1),
                    weekday("Columbus Day", Month.OCTOBER, MONDAY, 2),
                    fixed("Veterans Day", 11, 11, MONDAY_FOR_SUNDAY),
                    weekday("Thanksgiving Day", Month.NOVEMBER, THURSDAY, 4),
                    fixed("Christmas Day", 12, 25, MONDAY_FOR_SUNDAY)));

    private static final List<BusinessCalendar> ALL = Stream.concat(
                    Stream.of(TARGET, GREAT_BRITAIN, GERMANY, FRANCE, NETHERLANDS, UNITED_STATES),
                    NationalCalendars.ALL.stream())
            .toList();

    private BusinessCalendars() {}

    /** The calendar of the name: {@code TARGET} or an ISO 3166 country code such as {@code GB}. */
    public static Optional<BusinessCalendar> named(String name) {
        return ALL.stream().filter(calendar -> calendar.name().equals(name)).findFirst();
    }

    /** The countries whose public holidays are known, by their ISO 3166 codes. */
    public static List<String> countries() {
        return ALL.stream()
                .filter(calendar -> !calendar.equals(TARGET))
                .map(BusinessCalendar::name)
                .sorted()
                .toList();
    }

    private static Set<LocalDate> days(String... days) {
        return Set.copyOf(List.of(days).stream().map(LocalDate::parse).toList());
    }
}
