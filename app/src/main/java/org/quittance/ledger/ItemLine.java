package org.quittance.ledger;

import java.time.LocalDate;
import org.quittance.core.ledger.ItemKind;

/** An item in a list, with what was open of it at the date of the list. */
public record ItemLine(
        long id,
        long accountId,
        String entityCode,
        ItemKind kind,
        String document,
        LocalDate documentDate,
        LocalDate dueDate,
        String currency,
        long originalMinor,
        long openMinor) {

    public long daysPastDue(LocalDate asOf) {
        return asOf.toEpochDay() - dueDate.toEpochDay();
    }
}
