package org.quittance.core.collections;

/** Who does a step that a person does. */
public enum StepOwner {
    COLLECTOR("The account's collector", "for the collector"),
    LEAD("A team lead", "for a team lead"),
    MANAGER("The credit manager", "for the credit manager");

    private final String label;
    private final String forWhom;

    StepOwner(String label, String forWhom) {
        this.label = label;
        this.forWhom = forWhom;
    }

    public String label() {
        return label;
    }

    /** Beside what is to be done. */
    public String forWhom() {
        return forWhom;
    }
}
