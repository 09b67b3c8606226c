package org.quittance.collections.call;

import java.util.List;
import org.quittance.core.collections.PromiseId;

/** What became of a call that somebody wanted to log. */
public sealed interface CallLogged {

    /**
     * All of it was written down.
     *
     * @param activityId its row on the timeline
     * @param promises what was promised
     * @param disputes what is disputed, as the disputes are numbered
     */
    record Logged(long activityId, List<PromiseId> promises, List<Long> disputes) implements CallLogged {

        public Logged {
            promises = List.copyOf(promises);
            disputes = List.copyOf(disputes);
        }
    }

    /** Nothing of it was written down. */
    record Refused(Part part, String sentence) implements CallLogged {}

    /** Nothing of it was written down: the same promise stands there since a few minutes. Send it again as meant where it is another. */
    record Asked(String sentence) implements CallLogged {}

    /** Which part of the report is at fault. */
    enum Part {
        ACCOUNTS,
        PROMISE,
        DISPUTE,
        FOLLOW_UP,
        /** The contact gate had let nobody be dialled, and nothing is said of how there was a call. */
        DIALLING
    }
}
