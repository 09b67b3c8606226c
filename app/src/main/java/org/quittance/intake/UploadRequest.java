package org.quittance.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.ledger.EntryContext.Completeness;

/**
 * What a person says about a file that they hand in.
 *
 * @param entityId the legal entity of lines that name none; null where the file says it
 * @param currency the currency of lines that name none; null where the file says it
 * @param completeness whether the file's silence means something
 * @param businessDate the day to which whatever is posted belongs
 * @param purpose what becomes of it
 */
public record UploadRequest(
        String fileName,
        @Nullable Long entityId,
        @Nullable String currency,
        Completeness completeness,
        LocalDate businessDate,
        UploadPurpose purpose) {

    /** A file that is to be read into the books. */
    public UploadRequest(
            String fileName,
            @Nullable Long entityId,
            @Nullable String currency,
            Completeness completeness,
            LocalDate businessDate) {
        this(fileName, entityId, currency, completeness, businessDate, UploadPurpose.BOOKS);
    }

    /** A PDF or a ZIP of PDFs that are the copies of documents. */
    public static UploadRequest ofCopies(String fileName, @Nullable Long entityId, LocalDate businessDate) {
        return new UploadRequest(fileName, entityId, null, Completeness.PARTIAL, businessDate, UploadPurpose.COPIES);
    }
}
