package org.quittance.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A clock that stands still until a test moves it. */
@Primary
@Component
public class TestClock extends Clock {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> instant = new AtomicReference<>(START);

    public void setTo(LocalDate day) {
        instant.set(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    public void advance(Duration by) {
        instant.updateAndGet(now -> now.plus(by));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return instant.get();
    }
}
