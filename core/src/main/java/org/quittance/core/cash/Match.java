package org.quittance.core.cash;

import java.util.List;
import java.util.Objects;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.OnAccount;
import org.quittance.core.cash.Decision.Proposed;
import org.quittance.core.cash.Decision.Unidentified;

/**
 * The answer for one payment.
 *
 * <p>Invariant: every division sums to the payment.
 *
 * @param evidence why, strongest first
 * @param confidence how sure, from 0 to 1; of the best alternative where there are several
 */
public record Match(Payment payment, Decision decision, List<Evidence> evidence, double confidence) {

    public Match {
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(payment, "payment");
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        List<Division> divisions = switch (decision) {
            case Applied applied -> List.of(applied.division());
            case Proposed proposed -> proposed.alternatives();
            case OnAccount _, Unidentified _ -> List.<Division>of();
        };
        for (Division division : divisions) {
            if (division.totalMinor() != payment.amount().minor()) {
                throw new IllegalArgumentException(
                        "payment %s of %s is divided into %s".formatted(payment.id(), payment.amount(), division));
            }
        }
    }
}
