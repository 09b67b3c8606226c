package org.quittance.web.customers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.PayDays;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * A customer's own payment policy as typed.
 *
 * @param weekdays on which it pays, ticked
 * @param monthDays on which it pays, such as {@code 10, 25}
 */
public record PolicyForm(
        @Nullable String graceDays,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable String monthDays,
        @Nullable LocalDate until,
        @Nullable String reason) {

    static PolicyForm of(Optional<PaymentPolicy> policy, LocalDate today) {
        return policy.map(PolicyForm::of).orElseGet(() -> new PolicyForm("0", List.of(), "", today.plusMonths(6), ""));
    }

    private static PolicyForm of(PaymentPolicy policy) {
        return new PolicyForm(
                Integer.toString(policy.graceDays()),
                policy.payDays() instanceof PayDays.Weekly(Set<DayOfWeek> days)
                        ? days.stream().sorted().toList()
                        : List.of(),
                policy.payDays() instanceof PayDays.Monthly(Set<Integer> days)
                        ? new TreeSet<>(days).stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : "",
                policy.until(),
                policy.reason());
    }

    public boolean isTicked(DayOfWeek day) {
        return weekdays != null && weekdays.contains(day);
    }

    private List<String> dayWords() {
        return Arrays.stream(Typed.text(monthDays).split("[^0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What is wrong, by field; empty where {@link #policy} can be asked. */
    Problems problems() {
        Problems problems = Problems.none();
        if (!Typed.text(graceDays).matches("[0-9]{1,2}") || graceDaysNumber() > PaymentPolicy.MOST_GRACE_DAYS) {
            problems = problems.and(
                    "graceDays", "Give the days after due, from 0 to %d.".formatted(PaymentPolicy.MOST_GRACE_DAYS));
        }
        boolean readable = Typed.text(monthDays).matches("[0-9,; ]*")
                && dayWords().stream().allMatch(word -> word.matches("0?[1-9]|[12][0-9]|3[01]"));
        if (!readable) {
            problems = problems.and("monthDays", "Give days of the month from 1 to 31, such as 10, 25.");
        } else if (!dayWords().isEmpty() && weekdays != null && !weekdays.isEmpty()) {
            problems = problems.and("monthDays", "Either days of the week or days of the month: clear one of them.");
        }
        boolean saysNothing = problems.isEmpty()
                && graceDaysNumber() == 0
                && dayWords().isEmpty()
                && (weekdays == null || weekdays.isEmpty());
        if (saysNothing) {
            problems =
                    problems.and("graceDays", "That is what the terms say already. Give days after due, or pay days.");
        }
        if (until == null) {
            problems = problems.and("until", "Give the last day on which we hold back.");
        }
        return Typed.text(reason).isEmpty()
                ? problems.and("reason", "Say why, and where it is written: a contract, a mail of theirs.")
                : problems;
    }

    private int graceDaysNumber() {
        return Integer.parseInt(Typed.text(graceDays));
    }

    /** Asked only where there are no problems. */
    PaymentPolicy policy() {
        return new PaymentPolicy(
                graceDaysNumber(), payDays(), Optional.ofNullable(until).orElseThrow(), Typed.text(reason));
    }

    private PayDays payDays() {
        if (weekdays != null && !weekdays.isEmpty()) {
            return new PayDays.Weekly(Set.copyOf(weekdays));
        }
        Set<Integer> days = dayWords().stream().map(Integer::valueOf).collect(Collectors.toSet());
        return days.isEmpty() ? new PayDays.AnyDay() : new PayDays.Monthly(days);
    }
}
