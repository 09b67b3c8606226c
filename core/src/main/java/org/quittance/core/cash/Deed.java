package org.quittance.core.cash;

/** What moves money out of an account by somebody's decision. */
public enum Deed {
    REFUND("Refund"),
    TRANSFER("Transfer"),
    WRITE_OFF("Write-off");

    private final String label;

    Deed(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
