package org.quittance.bench.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invoices and payments that belong together, by their rows: one to one, one payment for many invoices, many payments for one.
 */
record MatchGroup(Set<Long> items, Set<Long> payments) {

    MatchGroup {
        items = Set.copyOf(items);
        payments = Set.copyOf(payments);
    }

    /** The invoices of one payment row, as an answer gives them. */
    record Edge(long payment, List<Long> items) {}

    /** The connected groups of an answer: payments that share an invoice are in one group. */
    static Set<MatchGroup> connected(List<Edge> edges) {
        Map<Long, List<Edge>> edgesOfItem = new HashMap<>();
        for (Edge edge : edges) {
            for (long item : edge.items()) {
                edgesOfItem.computeIfAbsent(item, _ -> new ArrayList<>()).add(edge);
            }
        }
        Set<MatchGroup> groups = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        for (Edge edge : edges) {
            if (!edge.items().isEmpty() && !seen.contains(edge.payment())) {
                MatchGroup group = groupOf(edge, edgesOfItem);
                seen.addAll(group.payments());
                groups.add(group);
            }
        }
        return groups;
    }

    private static MatchGroup groupOf(Edge first, Map<Long, List<Edge>> edgesOfItem) {
        Set<Long> items = new HashSet<>();
        Set<Long> payments = new HashSet<>(Set.of(first.payment()));
        List<Edge> waiting = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty()) {
            for (long item : waiting.removeLast().items()) {
                if (items.add(item)) {
                    for (Edge edge : edgesOfItem.getOrDefault(item, List.of())) {
                        if (payments.add(edge.payment())) {
                            waiting.add(edge);
                        }
                    }
                }
            }
        }
        return new MatchGroup(items, payments);
    }
}
