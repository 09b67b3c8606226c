package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Explanation.Share;
import org.quittance.core.cash.MatchPolicy.Allowance;

/**
 * Explains a payment by items that it names in full, although it is less or more than they are.
 *
 * <p>Where it names none in full, items whose endings are all that the text has: for a person to decide.
 *
 * <p>Less than one item: a part payment, the rest stays open. Less than several: which one is short is for a person, the policy
 * says which are paid first in the proposal. More: the items are paid, and the rest goes on account; where that is more than they come to, the
 * payer means something else as well, and a person looks.
 */
final class PartOfItem {

    private static final double PART = 0.98;
    private static final double PART_OF_UNKNOWN_PAYER = 0.90;
    private static final double PART_BY_STRANGER = 0.60;
    private static final double PART_OF_SEVERAL = 0.60;
    private static final double NEARLY_ALL = 0.96;
    private static final double OVERPAID = 0.95;
    private static final double OVERPAID_BUT_UNREAD = 0.60;
    private static final double NOT_ALLOWED = 0.80;
    private static final double BY_ENDINGS = 0.60;

    /** A little is at most so small a part of the payment. */
    private static final int LEAST_TIMES = 10;

    private PartOfItem() {}

    static List<Explanation> explain(Case it) {
        List<Named> named =
                Named.singly(it.named().stream().filter(Mention::isFull).toList());
        boolean inFull = !named.isEmpty();
        if (!inFull) {
            named = it.endings();
        }
        List<Explanation> found = named.isEmpty() ? List.of() : explain(it, named);
        return inFull
                ? found
                : found.stream().map(one -> one.doubtful(BY_ENDINGS)).toList();
    }

    private static List<Explanation> explain(Case it, List<Named> named) {
        List<Integer> positions = Named.positions(named);
        List<Evidence> evidence = Named.evidence(it, named);
        long total = Named.total(it, named);
        if (it.amount() > total) {
            return overpaid(it, positions, total, evidence);
        }
        if (positions.stream().anyMatch(position -> it.open(position) < 0)) {
            return List.of();
        }
        evidence.add(Evidence.of(Kind.PART_PAYMENT, null, "The payment is less than what is open"));
        return List.of(
                positions.size() == 1
                        ? part(it, positions.getFirst(), evidence)
                        : partOfSeveral(it, positions, total - it.amount(), evidence));
    }

    /** All of them are meant where a little is missing and nothing else is said: the last in the policy's sequence stays open by it. */
    private static Explanation partOfSeveral(Case it, List<Integer> positions, long missing, List<Evidence> evidence) {
        boolean clear = it.named().stream()
                        .allMatch(mention ->
                                mention.isFull() && mention.positions().size() == 1)
                && positions.stream().allMatch(position -> it.isPayers(position) && it.open(position) > missing)
                && missing * LEAST_TIMES <= it.amount()
                && !it.hasUnreadNumbers();
        Explanation part =
                Explanation.of(it, inSequence(it, positions), clear ? NEARLY_ALL : PART_OF_SEVERAL, evidence);
        return it.policy.allows(Allowance.PART_PAYMENT) ? part : part.doubtful(NOT_ALLOWED);
    }

    private static Explanation part(Case it, int position, List<Evidence> evidence) {
        double confidence;
        if (it.isPayers(position)) {
            confidence = PART;
        } else {
            confidence = it.payer() < 0 ? PART_OF_UNKNOWN_PAYER : PART_BY_STRANGER;
        }
        Explanation part = Explanation.of(it, List.of(new Share(position, it.amount())), confidence, evidence);
        return it.policy.allows(Allowance.PART_PAYMENT) ? part : part.doubtful(NOT_ALLOWED);
    }

    private static List<Explanation> overpaid(Case it, List<Integer> positions, long total, List<Evidence> evidence) {
        boolean onlyCredits = positions.stream().allMatch(position -> it.open(position) < 0);
        if (onlyCredits) {
            return List.of();
        }
        evidence.add(
                Evidence.of(Kind.OVERPAYMENT, null, "The payment is more than what is open: the rest goes on account"));
        boolean isMostOfIt = it.amount() - total > total;
        boolean sure = !isMostOfIt
                && positions.stream().allMatch(it::isPayers)
                && !it.hasAnyUnreadNumber()
                && !it.namesSettled();
        Explanation whole = Explanation.whole(it, positions, sure ? OVERPAID : OVERPAID_BUT_UNREAD, evidence);
        return List.of(it.policy.allows(Allowance.OVERPAYMENT) ? whole : whole.doubtful(NOT_ALLOWED));
    }

    private static List<Share> inSequence(Case it, List<Integer> positions) {
        List<Integer> inOrder = positions.stream()
                .sorted(Comparator.comparing(it::item, it.policy.sequence().order()))
                .toList();
        List<Share> shares = new ArrayList<>();
        long left = it.amount();
        for (int position : inOrder) {
            long share = Math.min(left, it.open(position));
            if (share > 0) {
                shares.add(new Share(position, share));
            }
            left -= share;
        }
        return shares;
    }
}
