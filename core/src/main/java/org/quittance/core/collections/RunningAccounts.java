package org.quittance.core.collections;

/** What becomes of the accounts that are already under way with another version when a version goes live. */
public enum RunningAccounts {
    MOVE("move to this version at once"),
    STAY("finish on the version that they began with");

    private final String label;

    RunningAccounts(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
