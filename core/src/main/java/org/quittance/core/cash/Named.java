package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An item, and the first mention that may be meant for it. */
record Named(int position, Mention mention) {

    /** Every item mentioned, once, in the order of the index. */
    static List<Named> in(List<Mention> mentions) {
        Set<Integer> seen = new HashSet<>();
        List<Named> items = new ArrayList<>(mentions.size());
        for (Mention mention : mentions) {
            for (int position : mention.positions()) {
                if (seen.add(position)) {
                    items.add(new Named(position, mention));
                }
            }
        }
        items.sort(Comparator.comparingInt(Named::position));
        return items;
    }

    /** Those that a number names alone. */
    static List<Named> singly(List<Mention> mentions) {
        return in(mentions.stream()
                .filter(mention -> mention.positions().size() == 1)
                .toList());
    }

    static long total(Case it, List<Named> items) {
        long total = 0;
        for (Named named : items) {
            total += it.open(named.position());
        }
        return total;
    }

    static List<Integer> positions(List<Named> items) {
        return items.stream().map(Named::position).toList();
    }

    /** One for each item; for those of a letter one in all, which speaks for them together. */
    static List<Evidence> evidence(Case it, List<Named> items) {
        List<Evidence> evidence = new ArrayList<>(items.size() + 2);
        Set<String> told = new HashSet<>();
        for (Named named : items) {
            QuotedLetter letter = named.mention().letter();
            if (letter == null || told.add(letter.reference())) {
                evidence.add(it.evidence(named.mention(), named.position()));
            }
        }
        return evidence;
    }
}
