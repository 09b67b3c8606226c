package org.quittance.identity;

/** What a person does here. A person can have several. */
public enum Role {
    /** Works the accounts of their portfolios. */
    COLLECTOR("Collector"),
    /** Assigns, checks and covers the work of collectors. */
    TEAM_LEAD("Team lead"),
    /** Takes in bank statements and applies cash; changes no master data. */
    CASH("Cash applier"),
    /** Sees and approves everything. */
    MANAGER("Credit manager"),
    /** Sees everything, changes nothing. */
    AUDITOR("Auditor"),
    /** Keeps people, portfolios and settings. */
    ADMINISTRATOR("Administrator");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
