package org.quittance.collections.reminder;

/** What became of a portal notice that somebody wanted to note. */
public sealed interface PortalNoticed {

    /**
     * It was written down.
     *
     * @param activityId its row on the timeline
     */
    record Noted(long activityId) implements PortalNoticed {}

    /** Nothing of it was written down. */
    record Refused(Part part, String sentence) implements PortalNoticed {}

    /** Which part of the notice is at fault. */
    enum Part {
        ACCOUNTS,
        PORTAL,
        ADDRESS,
        DAY
    }
}
