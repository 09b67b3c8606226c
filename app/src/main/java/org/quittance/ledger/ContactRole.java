package org.quittance.ledger;

/** What somebody does at a customer. */
public enum ContactRole {
    ACCOUNTS_PAYABLE("Accounts payable"),
    PURCHASING("Purchasing"),
    MANAGEMENT("Management"),
    SALES("Sales"),
    OTHER("Other");

    private final String label;

    ContactRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
