package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Explanation.Share;

/**
 * Several payments that settle one item together.
 *
 * <p>Each names the item, or nearly, and is less than is open; together they are what is open, and no other choice of these
 * payments is. That the sum fits makes up for what the single number lacks.
 */
final class Instalments {

    private static final double TOGETHER = 0.985;

    /** Payments further apart than this are not looked at together. */
    private static final int MOST_DAYS_APART = 120;

    private static final int MOST_PAYMENTS = 16;

    /** What each of the payments gives to the item. */
    record Group(int position, Map<Case, Mention> payments, double confidence) {

        Explanation explanation(Case it) {
            List<Evidence> evidence = new ArrayList<>();
            Mention mention = payments.get(it);
            if (mention != null && !mention.positions().isEmpty()) {
                evidence.add(it.evidence(mention, position));
            }
            evidence.add(Evidence.of(
                    Kind.TOGETHER_WITH_OTHER_PAYMENTS,
                    it.item(position).item(),
                    "%d payments together are what is open of %s"
                            .formatted(payments.size(), it.item(position).label())));
            long share = Math.min(it.amount(), it.open(position));
            return Explanation.of(it, List.of(new Share(position, share)), confidence, evidence);
        }
    }

    private Instalments() {}

    /** Groups that share no payment with another: where two claim the same payment, neither is certain. */
    static List<Group> among(Collection<Case> undecided) {
        Map<Integer, Map<Case, Mention>> claims = claims(undecided);
        List<Group> groups = new ArrayList<>();
        claims.forEach((position, payments) -> groupFor(position, payments).ifPresent(groups::add));
        if (groups.isEmpty()) {
            return groups;
        }
        Set<Group> contested = new HashSet<>();
        Map<Case, Group> first = new HashMap<>();
        for (Group group : groups) {
            for (Case it : group.payments().keySet()) {
                Group other = first.putIfAbsent(it, group);
                if (other != null) {
                    contested.add(group);
                    contested.add(other);
                }
            }
        }
        return groups.stream().filter(group -> !contested.contains(group)).toList();
    }

    /** Item by item, the payments that may be a part of it, in their order. */
    private static Map<Integer, Map<Case, Mention>> claims(Collection<Case> undecided) {
        Map<Integer, Map<Case, Mention>> claims = new TreeMap<>();
        for (Case it : undecided) {
            for (Mention mention : it.named()) {
                mention.positions().forEach(position -> claim(claims, it, position, mention));
            }
            for (Mention mention : it.resembling()) {
                claim(claims, it, mention.positions().getFirst(), mention);
            }
        }
        return claims;
    }

    private static void claim(Map<Integer, Map<Case, Mention>> claims, Case it, int position, Mention mention) {
        if (it.open(position) > it.amount()) {
            claims.computeIfAbsent(position, _ -> new LinkedHashMap<>()).putIfAbsent(it, mention);
        }
    }

    /** The payments that add up to the item, where only one choice of them does. */
    private static Optional<Group> groupFor(int position, Map<Case, Mention> payments) {
        List<Case> cases = payments.keySet().stream().limit(MOST_PAYMENTS).toList();
        if (cases.size() < 2) {
            return Optional.empty();
        }
        long[] amounts = cases.stream().mapToLong(Case::amount).toArray();
        long open = cases.getFirst().open(position);
        List<int[]> sets = sets(
                amounts,
                open,
                cases.getFirst().policy.toleranceFor(cases.getFirst().money(open)));
        if (sets.size() != 1) {
            return Optional.empty();
        }
        Map<Case, Mention> group = new LinkedHashMap<>();
        for (int i : sets.getFirst()) {
            group.put(cases.get(i), Objects.requireNonNull(payments.get(cases.get(i))));
        }
        return isOfOneTime(group.keySet()) ? Optional.of(new Group(position, group, TOGETHER)) : Optional.empty();
    }

    /** Exact sums where there are any, else all payments together if they are nearly the item: charges, or a lost cent. */
    private static List<int[]> sets(long[] amounts, long open, long tolerance) {
        List<int[]> exact = SubsetSum.of(amounts, open, 2).sets();
        return exact.isEmpty() ? SubsetSum.within(amounts, open, tolerance, 2).sets() : exact;
    }

    private static boolean isOfOneTime(Collection<Case> cases) {
        long first = cases.stream()
                .mapToLong(it -> it.payment.valueDate().toEpochDay())
                .min()
                .orElseThrow();
        long last = cases.stream()
                .mapToLong(it -> it.payment.valueDate().toEpochDay())
                .max()
                .orElseThrow();
        return last - first <= MOST_DAYS_APART;
    }
}
