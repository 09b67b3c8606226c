package org.quittance.core.dispute;

import java.util.Arrays;
import org.quittance.core.cash.DeductionReason;

/** Why a customer says that it does not owe something, as a code that can be counted and sent to whoever can settle it. */
public enum DisputeReason {
    PRICE("Price is not the agreed one"),
    PROMOTION("Promotion, rebate or bonus"),
    QUANTITY("Less was delivered"),
    NOT_DELIVERED("Nothing was delivered"),
    DAMAGED_GOODS("Damaged goods"),
    RETURNED_GOODS("Goods sent back"),
    SERVICE("Service not as agreed"),
    FREIGHT("Freight"),
    TAX("Tax"),
    BILLED_TWICE("Billed twice"),
    ORDER_NUMBER("Order number missing or wrong"),
    WRONG_CUSTOMER("Not addressed to them"),
    PAID_ALREADY("They say that it is paid"),
    UNKNOWN("Not known yet");

    private final String label;

    DisputeReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a payer can give it for what it keeps back. */
    public boolean isOfDeductions() {
        return Arrays.stream(DeductionReason.values()).anyMatch(reason -> of(reason) == this);
    }

    /** The same reason, as a payer gave it for what it has kept back. */
    public static DisputeReason of(DeductionReason reason) {
        return switch (reason) {
            case PRICE -> PRICE;
            case PROMOTION -> PROMOTION;
            case QUANTITY -> QUANTITY;
            case FREIGHT -> FREIGHT;
            case DAMAGED_GOODS -> DAMAGED_GOODS;
            case RETURNED_GOODS -> RETURNED_GOODS;
            case TAX -> TAX;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
