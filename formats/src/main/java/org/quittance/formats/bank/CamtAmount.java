package org.quittance.formats.bank;

import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Amounts of camt messages: an element {@code Amt} with its currency, and beside it whether it is a credit or a debit. */
final class CamtAmount {

    private CamtAmount() {}

    /**
     * The amount of an entry or a balance, signed by its indicator.
     *
     * @param parent holds {@code Amt} and {@code CdtDbtInd}
     */
    static Money signed(CamtElement parent, Field place) throws Unreadable {
        CamtElement element = parent.at("Amt");
        if (element == null) {
            throw place.part(place.name() + "/Amt", "").unreadable("The amount is missing");
        }
        Money amount = unsigned(element, place);
        String indicator = parent.text("CdtDbtInd");
        return switch (indicator) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            default -> {
                if (!amount.isZero()) {
                    throw place.part(place.name() + "/CdtDbtInd", indicator)
                            .unreadable("It is not told whether this is a credit (CRDT) or a debit (DBIT)");
                }
                yield amount;
            }
        };
    }

    /** The amount of that element in its own currency; a sign of its own would contradict the indicator beside it. */
    static Money unsigned(CamtElement element, Field place) throws Unreadable {
        String path = place.name() + "/" + element.name();
        Field currency = new Field(place.log(), element.line(), path + "/@Ccy", element.currency());
        Field field = new Field(place.log(), element.line(), path, element.text());
        Money amount = field.amount(currency.currency());
        if (amount.isNegative()) {
            throw field.unreadable("The amount has a sign of its own beside the credit or debit indicator");
        }
        return amount;
    }

    /** An amount that only explains: null, with a remark, where it cannot be read. */
    static @Nullable Money explanatory(@Nullable CamtElement element, Field place) {
        if (element == null) {
            return null;
        }
        try {
            return unsigned(element, place);
        } catch (Unreadable e) {
            place.log().remark(e.finding());
            return null;
        }
    }
}
