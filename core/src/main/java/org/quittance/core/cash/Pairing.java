package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Papers and the money that they tell of, each with one of the other, by the strongest sign that the two belong together.
 *
 * <p>A paper is paired where it has one payment under its strongest sign and that payment has no other paper under the same. Two that are
 * equally good are none, and a weaker sign does not decide between them. The answer does not depend on the order of the calls.
 *
 * @param <S> the signs, the strongest least
 */
final class Pairing<S extends Comparable<S>> {

    /** One paper and its payment. */
    record Pair<S>(long paper, long payment, S sign) {}

    private final Map<S, List<Pair<S>>> bySign = new TreeMap<>();

    /** The two could belong together, and this is the strongest sign of it. */
    void possible(long paper, long payment, S sign) {
        bySign.computeIfAbsent(sign, _ -> new ArrayList<>()).add(new Pair<>(paper, payment, sign));
    }

    /** In the order of the papers. */
    List<Pair<S>> decide() {
        Set<Long> closedPapers = new HashSet<>();
        Set<Long> closedPayments = new HashSet<>();
        Map<Long, Pair<S>> paired = new TreeMap<>();
        bySign.forEach((sign, pairs) -> {
            List<Pair<S>> open = pairs.stream()
                    .filter(pair -> !closedPapers.contains(pair.paper()) && !closedPayments.contains(pair.payment()))
                    .toList();
            Map<Long, Integer> paymentsOf = new HashMap<>();
            Map<Long, Integer> papersOf = new HashMap<>();
            open.forEach(pair -> {
                paymentsOf.merge(pair.paper(), 1, Integer::sum);
                papersOf.merge(pair.payment(), 1, Integer::sum);
            });
            for (Pair<S> pair : open) {
                if (paymentsOf.getOrDefault(pair.paper(), 0) == 1 && papersOf.getOrDefault(pair.payment(), 0) == 1) {
                    paired.put(pair.paper(), pair);
                }
                closedPapers.add(pair.paper());
                closedPayments.add(pair.payment());
            }
        });
        return List.copyOf(paired.values());
    }
}
