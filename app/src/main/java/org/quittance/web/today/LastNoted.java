package org.quittance.web.today;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.collections.call.CallTakeBacks;
import org.quittance.collections.decision.SnoozeTakeBacks;
import org.quittance.core.collections.Sentences;

/**
 * What the viewer has done last and may still take back: a call, or that an account was put off.
 *
 * @param what in a word or two, such as {@code No answer}
 * @param field in which its number is sent to whoever takes it back
 */
public record LastNoted(long customerId, String customerName, String what, String field, long number, Instant at) {

    static final String CALL = "call";
    static final String SNOOZE = "snooze";

    static LastNoted of(CallTakeBacks.Recent call) {
        return new LastNoted(
                call.customerId(), call.customerName(), call.outcome(), CALL, call.activityId(), call.at());
    }

    static LastNoted of(SnoozeTakeBacks.Recent snoozed) {
        return new LastNoted(
                snoozed.customerId(),
                snoozed.customerName(),
                "put off until " + Sentences.day(snoozed.until()),
                SNOOZE,
                snoozed.snoozeId(),
                snoozed.at());
    }

    /** The later of the two. */
    static Optional<LastNoted> of(Optional<CallTakeBacks.Recent> call, Optional<SnoozeTakeBacks.Recent> snoozed) {
        return Stream.concat(snoozed.map(LastNoted::of).stream(), call.map(LastNoted::of).stream())
                .max(Comparator.comparing(LastNoted::at));
    }
}
