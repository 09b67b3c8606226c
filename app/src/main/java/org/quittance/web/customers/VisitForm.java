package org.quittance.web.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.VisitReport;

/**
 * The form for a visit as it was sent, or empty.
 *
 * @param account the account that it was about; null for all
 * @param cost as typed; empty where it cost nothing
 * @param followUp when to come back to it
 */
public record VisitForm(
        @Nullable Long account,
        VisitReport.@Nullable Kind kind,
        @Nullable LocalDate on,
        VisitReport.@Nullable Result result,
        @Nullable Long contact,
        @Nullable String met,
        @Nullable String note,
        @Nullable String cost,
        @Nullable String currency,
        @Nullable LocalDate followUp) {

    static VisitForm about(@Nullable Long account, LocalDate today, String currency) {
        return new VisitForm(account, null, today, null, null, null, null, null, currency, null);
    }
}
