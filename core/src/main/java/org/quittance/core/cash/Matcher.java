package org.quittance.core.cash;

import java.util.List;

/**
 * Decides for one payment which open items it pays.
 *
 * <p>Example: EUR 100 with the text {@code "Invoice 4711"} against an index that holds invoice 4711, open with EUR 100, is applied
 * to it with a confidence of 0.999, and the evidence points to the four digits.
 *
 * <p>Invariant: lines and remainder sum to the payment, and no item gets more than is open.
 */
public final class Matcher {

    private Matcher() {}

    /** For many payments at once, which may share an invoice, use {@link MatchRun#of}. */
    public static Match match(Payment payment, CandidateIndex index, MatchPolicy policy) {
        return MatchRun.of(List.of(payment), index, policy).matches().getFirst();
    }
}
