package org.quittance.core.interest;

import java.util.Objects;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * An open item as far as late-payment interest asks.
 *
 * @param item what is open of it at the day that is asked for
 * @param debt what was open of it through time
 * @param waivedInterest what of its interest was given up until that day, in the scheme's currency
 * @param waivedCompensation what of its fixed sum was given up until that day
 * @param isAgreed whether a repayment plan or a settlement for it stands at that day
 */
public record LateItem(
        OpenItem item, DebtOverTime debt, Money waivedInterest, Money waivedCompensation, boolean isAgreed) {

    public LateItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(debt, "debt");
        Objects.requireNonNull(waivedInterest, "waivedInterest");
        Objects.requireNonNull(waivedCompensation, "waivedCompensation");
    }

    /** Whether it is a price for goods or services. */
    boolean isAPrice() {
        return item.kind() == ItemKind.INVOICE || item.kind() == ItemKind.DEBIT_NOTE;
    }
}
