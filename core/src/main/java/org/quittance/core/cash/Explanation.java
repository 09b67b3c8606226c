package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.cash.Decision.Difference;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.cash.Evidence.Kind;

/**
 * One way to see a payment: what goes to which item, how sure, and why.
 *
 * @param shares ascending by position
 * @param differences what the payer left of items that have a share
 */
record Explanation(List<Share> shares, List<Difference> differences, double confidence, List<Evidence> evidence) {

    /** A part of the payment for the item at a position of the index. */
    record Share(int position, long amountMinor) {}

    Explanation {
        shares =
                shares.stream().sorted(Comparator.comparingInt(Share::position)).toList();
        differences = List.copyOf(differences);
        evidence = List.copyOf(evidence);
    }

    Explanation(List<Share> shares, double confidence, List<Evidence> evidence) {
        this(shares, List.of(), confidence, evidence);
    }

    /** The same, with what the payer has left of the items. */
    Explanation leaving(List<Difference> left) {
        return new Explanation(shares, left, confidence, evidence);
    }

    /** Everything that is open of the items. */
    static Explanation whole(Case it, Collection<Integer> positions, double confidence, List<Evidence> evidence) {
        List<Share> shares = positions.stream()
                .map(position -> new Share(position, it.open(position)))
                .toList();
        return new Explanation(shares, confidence, withPayer(it, evidence));
    }

    static Explanation of(Case it, List<Share> shares, double confidence, List<Evidence> evidence) {
        return new Explanation(shares, confidence, withPayer(it, evidence));
    }

    Division division(Case it) {
        long remainder = it.amount();
        List<Line> lines = new ArrayList<>(shares.size());
        for (Share share : shares) {
            remainder -= share.amountMinor();
            lines.add(new Line(it.item(share.position()).item(), share.amountMinor()));
        }
        return new Division(lines, differences, remainder);
    }

    Explanation doubtful(double doubt) {
        return new Explanation(shares, differences, Math.min(confidence, doubt), evidence);
    }

    private static List<Evidence> withPayer(Case it, List<Evidence> evidence) {
        Evidence payer = it.payerEvidence();
        if (payer == null) {
            return evidence;
        }
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(payer);
        return all;
    }

    static Evidence amountFits(int items) {
        return Evidence.of(
                Kind.AMOUNT,
                null,
                items == 1
                        ? "The payment is exactly what is open of it"
                        : "The payment is exactly what is open of the %d items together".formatted(items));
    }
}
