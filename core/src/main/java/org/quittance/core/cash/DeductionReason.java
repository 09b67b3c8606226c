package org.quittance.core.cash;

/**
 * Why a payer has kept something back, as a code that can be counted and sent to whoever can settle it.
 *
 * <p>The words of the payer, or of whoever applied the payment, stand beside it.
 */
public enum DeductionReason {
    PRICE("Price is not the agreed one"),
    PROMOTION("Promotion, rebate or bonus"),
    QUANTITY("Less was delivered"),
    FREIGHT("Freight"),
    DAMAGED_GOODS("Damaged goods"),
    RETURNED_GOODS("Goods sent back"),
    TAX("Tax"),
    UNKNOWN("Not known yet");

    private final String label;

    DeductionReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
