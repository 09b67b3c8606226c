package org.quittance.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.ledger.EntryContext.Completeness;

/**
 * A file that was handed in.
 *
 * @param contentKind what it turned out to be, in words; empty until it has been looked at
 * @param layout how its columns are read, in {@code Layout}'s own text; empty for statements and before recognition
 * @param linesDone the last line that is dealt with: where reading goes on after an interruption
 * @param linesKnown lines that said what the ledger had already
 */
public record Upload(
        long id,
        String fileName,
        long sizeBytes,
        String contentKind,
        @Nullable Long entityId,
        @Nullable String currency,
        Completeness completeness,
        UploadPurpose purpose,
        String layout,
        UploadState state,
        String stateReason,
        long linesDone,
        long linesAdded,
        long linesKnown,
        long linesRefused,
        LocalDate businessDate,
        String actor,
        Instant receivedAt,
        @Nullable Instant finishedAt) {}
