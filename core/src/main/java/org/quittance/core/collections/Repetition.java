package org.quittance.core.collections;

/** Whether a step is taken again for an item that has had it and is still open. */
public enum Repetition {
    ONCE,
    /** Again each time its wait has passed; it takes effect on the ladder's last step only. */
    AFTER_ITS_WAIT
}
