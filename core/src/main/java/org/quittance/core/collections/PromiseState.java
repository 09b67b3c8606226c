package org.quittance.core.collections;

/** What became of a promise by a business date. */
public enum PromiseState {
    /** Its day and the grace have not passed, and not all of it has come. */
    OPEN,
    /** All of it came in time. */
    KEPT,
    /** Some of it came in time. */
    PART_KEPT,
    /** Nothing came in time. */
    BROKEN
}
