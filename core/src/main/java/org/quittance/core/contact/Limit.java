package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * No more than so many in so many consecutive days, today among them.
 *
 * <p>{@code new Limit(7, 7)}: after seven calls from Monday to Sunday the next may be placed on Monday, when the first has left the seven
 * days.
 *
 * @param most at least 1
 */
public record Limit(int most, int days) {

    public Limit {
        if (most < 1 || days < 1) {
            throw new IllegalArgumentException("At most %d in %d days".formatted(most, days));
        }
    }

    /** The first day on which another is within the limit; empty where that is today already. */
    Optional<LocalDate> freeOn(List<LocalDate> past, LocalDate today) {
        List<LocalDate> counted = past.stream()
                .filter(day -> day.isAfter(today.minusDays(days)))
                .sorted()
                .toList();
        return counted.size() < most
                ? Optional.empty()
                : Optional.of(counted.get(counted.size() - most).plusDays(days));
    }

    /** {@code 3 in 7 days}. */
    public String sentence() {
        return days == 1 ? most + " a day" : "%d in %d days".formatted(most, days);
    }
}
