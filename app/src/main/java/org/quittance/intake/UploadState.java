package org.quittance.intake;

/** How far a file has come. */
public enum UploadState {
    WAITING("Waiting"),
    RUNNING("Being read"),
    /** Nobody knows its headers yet: a person says what the columns are. */
    NEEDS_MAPPING("Needs a mapping"),
    /** A full extract lacks items that are open here: a person accepts that they are settled. */
    NEEDS_ACCEPTANCE("Needs acceptance"),
    DONE("Done"),
    /** Nothing was taken of it. */
    REFUSED("Refused");

    private final String label;

    UploadState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }
}
