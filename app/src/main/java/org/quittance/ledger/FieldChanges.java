package org.quittance.ledger;

import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What was and what is, of the fields that differ. */
final class FieldChanges {

    private final StringJoiner told = new StringJoiner("; ");

    FieldChanges of(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            told.add(field + ": " + shown(before) + " -> " + shown(after));
        }
        return this;
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value.toString().replace('\n', ' ');
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
