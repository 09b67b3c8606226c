package org.quittance.core.collections;

/** What goes with a message beside its own words. */
public enum Enclosure {
    NOTHING("No copies"),
    /** Of each document that it asks for the copy, as far as there is one: a copy that is missing keeps no message back. */
    COPIES("Copies of what it asks for");

    private final String label;

    Enclosure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
