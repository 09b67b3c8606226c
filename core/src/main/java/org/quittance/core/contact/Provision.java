package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule of a law stands, and when it holds.
 *
 * @param source such as {@code 12 CFR 1006.14(b)(2)(i)(A)}
 * @param from the first day
 * @param until the last day; none while it is in force
 */
public record Provision(
        String source, LocalDate from, @Nullable LocalDate until) {

    public Provision {
        Objects.requireNonNull(from, "from");
        if (source.isBlank()) {
            throw new IllegalArgumentException("A rule of a law names its source");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("%s from %s until %s".formatted(source, from, until));
        }
    }

    /** In force, without an end that is known. */
    static Provision of(String source, String from) {
        return new Provision(source, LocalDate.parse(from), null);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
