package org.quittance.correspondence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.quittance.platform.BusinessClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A letter that has waited too long no longer says what is true: its days overdue and its pay-by day have moved on. This happens
 * where a mail server was out of order, or not configured, for days.
 */
@Order(0)
@Component
class TimelyLetters implements SendGate {

    private static final long MOST_DAYS_OLD = 3;

    private final BusinessClock clock;

    TimelyLetters(BusinessClock clock) {
        this.clock = clock;
    }

    /** Whether the message will still be young enough then. */
    static boolean isTimelyAt(Message message, Instant moment) {
        return ChronoUnit.DAYS.between(message.businessDate(), LocalDate.ofInstant(moment, ZoneOffset.UTC))
                <= MOST_DAYS_OLD;
    }

    @Override
    public Verdict ask(Message message) {
        long daysOld = ChronoUnit.DAYS.between(message.businessDate(), clock.today());
        return daysOld <= MOST_DAYS_OLD
                ? new Verdict.Go()
                : new Verdict.Refuse(
                        "timely-letters",
                        "It was written on %s and is %d days old. Write a new one."
                                .formatted(message.businessDate(), daysOld));
    }
}
