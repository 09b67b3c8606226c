package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.TEXT_DEPARTURE;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.quittance.platform.Variable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many text messages leave in a minute, where {@code QUITTANCE_SMS_PER_MINUTE} says so: in any sixty seconds, whichever node hands them
 * over, and whether or not it was started in between. Every attempt counts, because the service counts it.
 */
@Component
class TextPace {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final DSLContext sql;
    private final HandOffs handOffs;
    private final int perMinute;

    @Autowired
    TextPace(DSLContext sql, HandOffs handOffs, Environment environment) {
        this(
                sql,
                handOffs,
                Variable.of(environment, "QUITTANCE_SMS_PER_MINUTE").number(new Variable.Bounds(0, MOST), 0));
    }

    /** @param perMinute 0 for as many as there are */
    TextPace(DSLContext sql, HandOffs handOffs, int perMinute) {
        this.sql = sql;
        this.handOffs = handOffs;
        this.perMinute = perMinute;
    }

    /** Whether there is room for more. */
    sealed interface Room {

        /** For so many. */
        record For(int messages) implements Room {}

        /** None before a moment. */
        record NoneUntil(Instant moment, String why) implements Room {}
    }

    /** The room there is now; nobody else takes of it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Room room(Instant now) {
        handOffs.hold();
        if (perMinute == 0) {
            return new Room.For(Integer.MAX_VALUE);
        }
        int left = perMinute - sql.fetchCount(TEXT_DEPARTURE, inTheMinuteOf(now));
        return left > 0
                ? new Room.For(left)
                : new Room.NoneUntil(
                        firstOfTheLast(now).plus(MINUTE),
                        "No more than %,d text messages leave in a minute".formatted(perMinute));
    }

    /** With it the last full minute began: when it is over, one more may leave. */
    private Instant firstOfTheLast(Instant now) {
        return sql.select(TEXT_DEPARTURE.AT)
                .from(TEXT_DEPARTURE)
                .where(inTheMinuteOf(now))
                .orderBy(TEXT_DEPARTURE.AT.desc())
                .limit(1)
                .offset(perMinute - 1)
                .fetchOptional(TEXT_DEPARTURE.AT)
                .orElse(now);
    }

    /** A node whose clock is a little ahead is in it too. */
    private static Condition inTheMinuteOf(Instant now) {
        return TEXT_DEPARTURE.AT.gt(now.minus(MINUTE)).and(TEXT_DEPARTURE.AT.lt(now.plus(MINUTE)));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(MessageId message, int attempt, Instant now) {
        sql.insertInto(TEXT_DEPARTURE, TEXT_DEPARTURE.MESSAGE_ID, TEXT_DEPARTURE.ATTEMPT, TEXT_DEPARTURE.AT)
                .values(message.value(), attempt, now)
                .execute();
    }
}
