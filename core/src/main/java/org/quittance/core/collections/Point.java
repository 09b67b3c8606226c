package org.quittance.core.collections;

/** Points of a priority, and the fact that they were given for. */
public record Point(int points, Reason fact) {

    public ReasonKind reason() {
        return fact.kind();
    }
}
