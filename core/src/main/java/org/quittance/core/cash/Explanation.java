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
record Explanation(List<Share> shares, List<Left> differences, double confidence, List<Evidence> evidence) {

    /** A part of the payment for the item at a position of the index. */
    record Share(int position, long amountMinor) {}

    /** What the payment leaves of the item at a position. */
    record Left(int position, Difference.Kind kind, long amountMinor, String reason) {}

    Explanation(List<Share> shares, double confidence, List<Evidence> evidence) {
        this(shares, List.of(), confidence, evidence);
    }

    Explanation {
        shares =
                shares.stream().sorted(Comparator.comparingInt(Share::position)).toList();
        differences = List.copyOf(differences);
        evidence = List.copyOf(evidence);
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

    /** The same, with what is left of items said to be so. */
    Explanation leaving(List<Left> left) {
        return new Explanation(shares, left, confidence, evidence);
    }

    /** What of each item is no longer open after it: paid, or given up. */
    void settle(Standing standing) {
        shares.forEach(share -> standing.take(share.position(), share.amountMinor()));
        differences.stream()
                .filter(left -> left.kind().settles())
                .forEach(left -> standing.take(left.position(), left.amountMinor()));
    }

    Division division(Case it) {
        long remainder = it.amount();
        List<Line> lines = new ArrayList<>(shares.size());
        for (Share share : shares) {
            remainder -= share.amountMinor();
            lines.add(new Line(it.item(share.position()).item(), share.amountMinor()));
        }
        List<Difference> left = differences.stream()
                .map(one -> new Difference(it.item(one.position()).item(), one.kind(), one.amountMinor(), one.reason()))
                .toList();
        return new Division(lines, left, remainder);
    }

    Explanation doubtful(double doubt) {
        return new Explanation(shares, differences, Math.min(confidence, doubt), evidence);
    }

    /** The same for one reason more. */
    Explanation because(Evidence reason) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(reason);
        return new Explanation(shares, differences, confidence, more);
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
