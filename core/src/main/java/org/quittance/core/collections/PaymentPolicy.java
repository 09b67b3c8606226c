package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer's own payment policy, or what a contract says beside its terms, to which we have agreed to hold back: a documented exception from
 * the strategy.
 *
 * <p>Its items stay due on their due dates, age, and bear interest; but steps after due count from the day on which the customer would pay: the first
 * of its pay days on or after the due date and some days more. A reminder before due goes by the due date as ever.
 *
 * @param graceDays how many days after due it pays by its own rules; zero for on time
 * @param until the last day on which we hold back so
 * @param reason why, and where it is written; never empty
 */
public record PaymentPolicy(int graceDays, PayDays payDays, LocalDate until, String reason) {

    /** More than a quarter is no exception but other terms. */
    public static final int MOST_GRACE_DAYS = 90;

    public PaymentPolicy {
        Objects.requireNonNull(payDays, "payDays");
        Objects.requireNonNull(until, "until");
        if (graceDays < 0 || graceDays > MOST_GRACE_DAYS) {
            throw new IllegalArgumentException("A payment policy of %d days after due".formatted(graceDays));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A payment policy without a reason");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** The day on which what is due on another is paid by this policy. */
    public LocalDate paysOn(LocalDate due) {
        return payDays.onOrAfter(due.plusDays(graceDays));
    }

    /** Such as {@code 10 days after due, on Thursdays}. */
    public String sentence() {
        String days = graceDays == 0 ? "when it is due" : "%s after due".formatted(Sentences.days(graceDays));
        return payDays instanceof PayDays.AnyDay ? days : days + ", " + payDays.sentence();
    }
}
