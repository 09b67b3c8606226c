package org.quittance.formats.bank;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Amounts that stand in the middle of a text and only explain: what cannot be read there is left out with a remark. */
final class AmountInText {

    private AmountInText() {}

    static @Nullable Money of(String currencyCode, String amount, Field place) {
        try {
            Currency currency = place.part(place.name(), currencyCode).currency();
            return place.part(place.name(), amount).amount(currency);
        } catch (Unreadable e) {
            place.log().remark(e.finding());
            return null;
        }
    }
}
