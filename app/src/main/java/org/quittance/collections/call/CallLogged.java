package org.quittance.collections.call;

import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.PromiseId;

/** What became of a call that somebody wanted to log. */
public sealed interface CallLogged {

    /**
     * All of it was written down.
     *
     * @param activityId its row on the timeline
     * @param promise the promise that came of it; null where there was none
     */
    record Logged(long activityId, @Nullable PromiseId promise) implements CallLogged {}

    /** Nothing of it was written down. */
    record Refused(Part part, String sentence) implements CallLogged {}

    /** Nothing of it was written down: the same promise stands there since a few minutes. Send it again as meant where it is another. */
    record Asked(String sentence) implements CallLogged {}

    /** Which part of the report is at fault. */
    enum Part {
        ACCOUNTS,
        PROMISE,
        FOLLOW_UP
    }
}
