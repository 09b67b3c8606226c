package org.quittance.collections.reminder;

import java.time.Duration;
import java.time.Instant;
import org.quittance.platform.Jobs;

/** Tells the job that another run is under way: what it was to decide, that one may have read before. */
final class RunUnderWay extends Jobs.NotYet {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    RunUnderWay(Instant now) {
        super(now.plus(PAUSE), "Another run is under way; this one follows it");
    }
}
