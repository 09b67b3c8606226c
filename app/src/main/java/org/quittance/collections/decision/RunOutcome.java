package org.quittance.collections.decision;

/** What became of the wish to decide about all accounts. */
public sealed interface RunOutcome {

    /**
     * All were decided, and everybody sees it.
     *
     * @param accounts accounts with open items
     * @param actions those with something to do
     */
    record Published(long runId, long accounts, long actions) implements RunOutcome {}

    /** Another run is at it, here or on another node; nothing was done. */
    record UnderWay() implements RunOutcome {}
}
