package org.quittance.ledger;

import java.time.LocalDate;

/**
 * Why items enter: the upload that they came with, the business date of whatever has to be posted for them, and who brought them.
 *
 * @param uploadId {@link #NO_UPLOAD} where they came with none
 */
public record EntryContext(long uploadId, LocalDate businessDate, String actor, Completeness completeness) {

    public static final long NO_UPLOAD = 0;

    /** What the silence of an extract means. */
    public enum Completeness {
        /** It says nothing of items that it does not show. */
        PARTIAL,
        /** It shows everything that is open: an item that it does not show is gone. */
        FULL
    }
}
