package org.quittance.core.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.calendar.BusinessCalendars;

/**
 * The hours and days that are open to one channel at every place where a customer may be.
 *
 * @param hours all of them must contain the time
 * @param holidaysOf the country whose public holidays are closed; none where none are
 */
record Timetable(
        List<ZoneId> zones,
        List<Hours> hours,
        Set<DayOfWeek> days,
        @Nullable String holidaysOf) {

    /** Longer than any run of closed days; what has not opened by then never does. */
    private static final int MOST_STEPS = 400;

    Timetable {
        zones = List.copyOf(zones);
        hours = List.copyOf(hours);
        days = Set.copyOf(days);
    }

    static Timetable ofLaw(List<ZoneId> zones, List<Hours> hours) {
        return new Timetable(zones, hours, EnumSet.allOf(DayOfWeek.class), null);
    }

    /** The first place at which the moment is not as wanted. */
    Optional<ZonedDateTime> firstPlace(Instant moment, Predicate<ZonedDateTime> isWrong) {
        return zones.stream().map(moment::atZone).filter(isWrong).findFirst();
    }

    boolean isClosedWeekday(ZonedDateTime local) {
        return !days.contains(local.getDayOfWeek());
    }

    boolean isHoliday(ZonedDateTime local) {
        return holiday(local.toLocalDate()).isPresent();
    }

    boolean isClosedHour(ZonedDateTime local) {
        return hours.stream().anyMatch(each -> !each.contain(local.toLocalTime()));
    }

    /** The name of the public holiday on the day. */
    Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(holidaysOf)
                .flatMap(BusinessCalendars::named)
                .map(calendar -> calendar.holidaysOf(day.getYear()).get(day));
    }

    /** The first moment from the given one on at which all places are open; empty where they never are at the same time. */
    Optional<Instant> opening(Instant from) {
        Instant reached = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            Instant next = reached;
            for (ZoneId zone : zones) {
                next = openingAt(next.atZone(zone));
            }
            if (next.equals(reached)) {
                return Optional.of(reached);
            }
            reached = next;
        }
        return Optional.empty();
    }

    /** The moment itself where its place is open, else a later one at which it may be. */
    private Instant openingAt(ZonedDateTime local) {
        boolean isOpenDay = !isClosedWeekday(local) && !isHoliday(local);
        if (isOpenDay && !isClosedHour(local)) {
            return local.toInstant();
        }
        for (Hours each : hours) {
            ZonedDateTime opens = local.toLocalDate().atTime(each.from()).atZone(local.getZone());
            if (isOpenDay && local.isBefore(opens)) {
                return opens.toInstant();
            }
        }
        return local.toLocalDate().plusDays(1).atStartOfDay(local.getZone()).toInstant();
    }

    /** Today at the place where the day begins last: what was done yesterday elsewhere may still be today there. */
    LocalDate earliestToday(Instant moment) {
        return zones.stream()
                .map(zone -> moment.atZone(zone).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The moment at which the day has begun at every place. */
    Instant beginning(LocalDate day) {
        return zones.stream()
                .map(zone -> day.atStartOfDay(zone).toInstant())
                .max(Instant::compareTo)
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
