package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.quittance.core.calendar.BusinessCalendar;

/**
 * The service level of each path: within how many working days an escalation is to be answered.
 *
 * <p>Example: one working day for a credit hold that is asked for on Friday 27 November 2026 ends with Monday 30 November.
 *
 * <p>Invariant: every path has its days, {@value #FEWEST_DAYS} to {@value #MOST_DAYS}.
 */
public record EscalationLevels(Map<EscalationPath, Integer> workingDays) {

    public static final int FEWEST_DAYS = 1;
    public static final int MOST_DAYS = 60;

    public EscalationLevels {
        Map<EscalationPath, Integer> all = new EnumMap<>(EscalationPath.class);
        for (EscalationPath path : EscalationPath.values()) {
            int days = workingDays.getOrDefault(path, path.standardDays());
            if (!isLevel(days)) {
                throw new IllegalArgumentException("%d working days for %s".formatted(days, path));
            }
            all.put(path, days);
        }
        workingDays = Map.copyOf(all);
    }

    /** What the product starts with. */
    public static EscalationLevels standard() {
        return new EscalationLevels(Map.of());
    }

    public static boolean isLevel(int days) {
        return days >= FEWEST_DAYS && days <= MOST_DAYS;
    }

    public int of(EscalationPath path) {
        return workingDays.getOrDefault(path, path.standardDays());
    }

    /** The last day on which an answer is in time; the day of the asking does not count. */
    public LocalDate dueOn(EscalationPath path, LocalDate askedOn, BusinessCalendar calendar) {
        return calendar.plusBusinessDays(askedOn, of(path));
    }
}
