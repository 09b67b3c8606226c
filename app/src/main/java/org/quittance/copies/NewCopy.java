package org.quittance.copies;

import org.jspecify.annotations.Nullable;
import org.quittance.core.copy.CopySigns;

/**
 * A PDF that is handed in.
 *
 * @param entityId the legal entity that a person has chosen; null where the PDF is to say it
 * @param uploadId the file that it came in; null where it came otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NewCopy(
        CopySigns signs,
        byte[] content,
        @Nullable Long entityId,
        @Nullable Long uploadId) {}
