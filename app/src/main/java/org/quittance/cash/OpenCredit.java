package org.quittance.cash;

import java.time.LocalDate;
import java.util.List;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.money.Money;

/**
 * A credit of which something is left: a credit note, or money on account that no line of the bank stands behind.
 *
 * @param open what is left of it, above zero
 * @param names what it says that it is for: its assignment and its reference; may be empty
 */
public record OpenCredit(
        long itemId,
        long accountId,
        String customer,
        String entityCode,
        ItemKind kind,
        String document,
        LocalDate documentDate,
        List<String> names,
        Money open) {

    public OpenCredit {
        names = List.copyOf(names);
    }

    public long ageDays(LocalDate today) {
        return Math.max(0, today.toEpochDay() - documentDate.toEpochDay());
    }
}
