package org.quittance.identity;

/** What a person does here. A person can have several. */
public enum Role {
    COLLECTOR("Collector", "Works the accounts of their portfolios."),
    TEAM_LEAD("Team lead", "Assigns, checks and covers the work of collectors."),
    CASH("Cash applier", "Takes in bank statements and applies cash; changes no master data."),
    MANAGER("Credit manager", "Sees and approves everything."),
    AUDITOR("Auditor", "Sees everything, changes nothing."),
    ADMINISTRATOR("Administrator", "Keeps people, portfolios and settings.");

    private final String label;
    private final String duty;

    Role(String label, String duty) {
        this.label = label;
        this.duty = duty;
    }

    public String label() {
        return label;
    }

    /** What the role is for, in one sentence. */
    public String duty() {
        return duty;
    }
}
