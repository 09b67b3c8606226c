package org.quittance.ledger;

import java.time.LocalDate;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

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

    /** The item as decisions know it. */
    public OpenItem openItem() {
        return new OpenItem(
                ItemId.of(id),
                AccountId.of(accountId),
                kind,
                document,
                documentDate,
                dueDate,
                Money.ofMinor(originalMinor, currency),
                Money.ofMinor(openMinor, currency));
    }

    public long daysPastDue(LocalDate asOf) {
        return asOf.toEpochDay() - dueDate.toEpochDay();
    }
}
