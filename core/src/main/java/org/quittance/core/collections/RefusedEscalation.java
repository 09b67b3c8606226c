package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A recommendation that was refused and has not been asked for again by the same path.
 *
 * <p>Example: on 27 November the credit manager refuses to give an account to an agency, "a visit first". The strategy asks for it again after the
 * step's own wait from that day on, and after {@value StepVerdict#LEAST_PAUSE_DAYS} days at the earliest; a person may do so whenever there is
 * something new. For {@value #TOLD_DAYS} days whoever has the account in front of them reads why it was refused.
 *
 * @param on the day of the refusal
 * @param by who said so
 * @param why in their words
 */
public record RefusedEscalation(EscalationPath path, LocalDate on, String by, String why) {

    private static final int TOLD_DAYS = 90;

    /** For so long it is remembered: longer than any step waits. */
    public static final int KEPT_DAYS = 730;

    private static final Comparator<RefusedEscalation> LATEST_FIRST =
            Comparator.comparing(RefusedEscalation::on).reversed().thenComparing(RefusedEscalation::path);

    public RefusedEscalation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(why, "why");
    }

    /** In the order in which they are told. */
    static List<RefusedEscalation> sorted(Collection<RefusedEscalation> all) {
        return all.stream().sorted(LATEST_FIRST).toList();
    }

    /** Whether it is still said to whoever has the account in front of them. */
    boolean isToldOn(LocalDate asOf) {
        return on.isAfter(asOf.minusDays(TOLD_DAYS));
    }

    /** The first day on which the step may be proposed again. */
    LocalDate lapsesOn(Step about) {
        return on.plusDays(Math.max(about.waitDays(), StepVerdict.LEAST_PAUSE_DAYS));
    }
}
