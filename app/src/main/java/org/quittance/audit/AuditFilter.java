package org.quittance.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null means any.
 *
 * @param actor exactly this login or job
 * @param subjectType such as {@code person}
 * @param subjectId the number of the subject, as text
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String subjectType,
        @Nullable String subjectId) {

    public static final AuditFilter NONE = new AuditFilter(null, null, null);
}
