package org.quittance.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what somebody does within ten minutes, in the memory of this process. It remembers the latest few thousand; whoever is forgotten
 * begins anew, which guessing 256 bits does not gain from.
 */
class Pace {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int REMEMBERED = 5_000;

    private final int most;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    Pace(int most) {
        this.most = most;
    }

    private record Count(Instant since, int times) {

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    synchronized boolean isSpent(String who, Instant now) {
        Count count = counts.get(who);
        return count != null && !count.isOver(now) && count.times() >= most;
    }

    synchronized void count(String who, Instant now) {
        Count before = counts.remove(who);
        counts.put(
                who,
                before == null || before.isOver(now)
                        ? new Count(now, 1)
                        : new Count(before.since(), before.times() + 1));
        if (counts.size() > REMEMBERED) {
            counts.remove(counts.keySet().iterator().next());
        }
    }
}
