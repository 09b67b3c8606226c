package org.quittance.collections.reminder;

import static org.quittance.db.collections.Tables.RUN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.platform.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells when the night has decided about all accounts, and when it does so next. */
@Service
public class Nights {

    private final DSLContext sql;
    private final BusinessClock clock;
    private final ZoneId zone;

    Nights(DSLContext sql, BusinessClock clock, @Value("${quittance.time-zone:UTC}") ZoneId zone) {
        this.sql = sql;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The last night and the next.
     *
     * @param last null before the first
     */
    public record Times(@Nullable Last last, Instant next, ZoneId zone) {}

    /** A night that was. */
    public record Last(Instant at, Duration took) {

        /** {@code 3 minutes}, {@code 12 seconds}. */
        public String duration() {
            long seconds = Math.max(1, took.toSeconds());
            return seconds < 120 ? seconds + (seconds == 1 ? " second" : " seconds") : seconds / 60 + " minutes";
        }
    }

    @Transactional(readOnly = true)
    public Times times() {
        Optional<Last> last = sql.select(RUN.STARTED_AT, RUN.PUBLISHED_AT)
                .from(RUN)
                .where(RUN.ACTOR.eq(CollectionJobs.NAME))
                .and(RUN.PUBLISHED_AT.isNotNull())
                .orderBy(RUN.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Last(row.value1(), Duration.between(row.value1(), row.value2())));
        return new Times(last.orElse(null), next(), zone);
    }

    private Instant next() {
        LocalDate today = LocalDate.ofInstant(clock.now(), zone);
        Instant todays = today.atTime(CollectionJobs.AT).atZone(zone).toInstant();
        return todays.isAfter(clock.now())
                ? todays
                : today.plusDays(1).atTime(CollectionJobs.AT).atZone(zone).toInstant();
    }
}
