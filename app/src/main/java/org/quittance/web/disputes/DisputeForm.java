package org.quittance.web.disputes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.dispute.DisputeReason;

/** The form for a dispute as it was sent, or empty. */
public record DisputeForm(
        long item,
        @Nullable String amount,
        @Nullable DisputeReason reason,
        @Nullable String words,
        @Nullable String owner,
        @Nullable LocalDate answerBy) {}
