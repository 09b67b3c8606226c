package org.quittance.core.ledger;

import java.time.LocalDate;
import org.quittance.core.money.Money;

/** Open items for the tests, in one line each. */
final class Items {

    static final AccountId ACCOUNT = AccountId.of(1);

    private Items() {}

    static OpenItem invoice(long id, String due, String currency, String original, String open) {
        return item(id, ItemKind.INVOICE, due, Money.of(original, currency), Money.of(open, currency));
    }

    static OpenItem payment(long id, String due, String currency, String received, String open) {
        return item(
                id,
                ItemKind.PAYMENT,
                due,
                Money.of(received, currency).negated(),
                Money.of(open, currency).negated());
    }

    static OpenItem item(long id, ItemKind kind, String due, Money original, Money open) {
        LocalDate dueDate = LocalDate.parse(due);
        return new OpenItem(ItemId.of(id), ACCOUNT, kind, "D" + id, dueDate.minusDays(30), dueDate, original, open);
    }
}
