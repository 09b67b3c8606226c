package org.quittance.core.collections;

/** Who carries a step out. */
public enum Execution {
    /** The nightly run sends it. */
    AUTOMATIC,
    /** It stands on a person's worklist. */
    BY_HAND
}
