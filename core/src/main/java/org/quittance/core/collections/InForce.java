package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quittance.core.collections.EscalationPath.Kind;

/**
 * A recommendation that was approved and has not been lifted.
 *
 * <p>Example: the credit manager gives an account to an agency on 3 March; from that day on our own letters and calls about it stop, until the
 * placement is lifted. A credit hold or a suspension stops no letter: it is said where the customer is spoken to.
 *
 * @param since the day of the approval
 */
public record InForce(EscalationPath path, LocalDate since) {

    /** The gravest first: a lawyer before an agency before what only holds orders or service. */
    private static final Comparator<InForce> GRAVEST_FIRST =
            Comparator.comparing(InForce::path).reversed().thenComparing(InForce::since);

    public InForce {
        Objects.requireNonNull(since, "since");
        if (path.kind() != Kind.RECOMMENDATION) {
            throw new IllegalArgumentException("A question is never in force: " + path.label());
        }
    }

    /** In the order in which they count. */
    public static List<InForce> sorted(Collection<InForce> all) {
        return all.stream().sorted(GRAVEST_FIRST).toList();
    }

    /** What gives the account to somebody who speaks for us; of several the gravest. */
    public static Optional<InForce> handOver(Collection<InForce> all) {
        return sorted(all).stream().filter(InForce::handsOver).findFirst();
    }

    /** Whether somebody else speaks for us about the account while it lasts. */
    public boolean handsOver() {
        return path.handsOver();
    }

    /** In a few words, such as {@code With the agency since 3 March 2026}. */
    public String sentence() {
        return "%s since %s".formatted(path.state(), Sentences.day(since));
    }
}
