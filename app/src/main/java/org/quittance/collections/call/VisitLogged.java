package org.quittance.collections.call;

/** What became of a visit that somebody wanted to log. */
public sealed interface VisitLogged {

    /**
     * It was written down.
     *
     * @param activityId its row on the timeline
     */
    record Logged(long activityId) implements VisitLogged {}

    /** Nothing of it was written down. */
    record Refused(Part part, String sentence) implements VisitLogged {}

    /** Which part of the report is at fault. */
    enum Part {
        ACCOUNTS,
        DAY,
        FOLLOW_UP
    }
}
