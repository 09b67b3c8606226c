package org.quittance.web.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a form, at most one sentence a field, in the order in which it was found.
 *
 * <p>{@code Problems.none().and("login", "Somebody has this login already.")}.
 */
public record Problems(Map<String, String> byField) {

    public Problems {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public static Problems none() {
        return new Problems(Map.of());
    }

    public static Problems at(String field, String sentence) {
        return none().and(field, sentence);
    }

    /** Adds a problem; the first of a field stays. */
    public Problems and(String field, String sentence) {
        Map<String, String> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, sentence);
        return new Problems(more);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** Null where the field is well. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }
}
