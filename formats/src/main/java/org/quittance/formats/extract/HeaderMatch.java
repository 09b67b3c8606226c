package org.quittance.formats.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every column of a header row its field under a family.
 *
 * <p>First come the family's own words, then, where it is tolerant, its words misspelt, then the words of everybody for the fields that
 * are still free. Where two columns claim one field the word that the family prefers wins, then the column further left.
 */
final class HeaderMatch {

    /** A row of which nothing is spelt right is data, and is not searched for misspellings. */
    private static final int LEAST_SPELT_RIGHT = 2;

    private static final int SHORTEST_TOLERATED = 4;
    private static final int SHORTEST_WITH_TWO = 8;

    private final List<String> headers;
    private final List<Field> columns;
    private final Set<Field> taken = EnumSet.noneOf(Field.class);

    private HeaderMatch(List<String> headers) {
        this.headers = headers;
        this.columns = new ArrayList<>(headers.size());
        headers.forEach(_ -> columns.add(Field.IGNORED));
    }

    /** The fields of the columns; empty where the row is not the family's header. */
    static Optional<List<Field>> of(HeaderFamily family, List<String> normalisedHeaders) {
        HeaderMatch match = new HeaderMatch(normalisedHeaders);
        Set<Integer> known = match.takeExact(family, Set.of());
        if (known.size() < LEAST_SPELT_RIGHT || !family.isMarkedBy(match.spelledRight(family))) {
            return Optional.empty();
        }
        if (family.spelling() == HeaderFamily.Spelling.TOLERANT) {
            match.takeMisspelt(family, known);
        }
        match.takeExact(Families.generic(family.content()), known);
        return family.content().isTold(match.taken) ? Optional.of(List.copyOf(match.columns)) : Optional.empty();
    }

    /** Returns the columns whose header the family knows, taken or not; leaves some columns alone. */
    private Set<Integer> takeExact(HeaderFamily family, Set<Integer> except) {
        Set<Integer> known = new HashSet<>();
        for (Map.Entry<Field, List<String>> words : family.vocabulary().entrySet()) {
            int best = -1;
            int bestRank = Integer.MAX_VALUE;
            for (int column = 0; column < headers.size(); column++) {
                int rank = words.getValue().indexOf(headers.get(column));
                if (rank >= 0 && !except.contains(column)) {
                    known.add(column);
                    if (rank < bestRank && columns.get(column) == Field.IGNORED) {
                        best = column;
                        bestRank = rank;
                    }
                }
            }
            if (best >= 0) {
                take(best, words.getKey());
            }
        }
        return known;
    }

    private List<String> spelledRight(HeaderFamily family) {
        if (family.spelling() == HeaderFamily.Spelling.EXACT) {
            return headers;
        }
        return headers.stream()
                .map(header -> nearest(family.marks(), header).orElse(header))
                .toList();
    }

    private void takeMisspelt(HeaderFamily family, Set<Integer> known) {
        for (int column = 0; column < headers.size(); column++) {
            if (!known.contains(column)) {
                Map<String, Field> free = new HashMap<>();
                family.vocabulary().forEach((field, words) -> {
                    if (!taken.contains(field)) {
                        words.forEach(word -> free.put(word, field));
                    }
                });
                int at = column;
                nearest(free.keySet(), headers.get(column))
                        .ifPresent(word -> take(at, Objects.requireNonNull(free.get(word))));
            }
        }
    }

    private void take(int column, Field field) {
        if (field != Field.IGNORED && taken.add(field)) {
            columns.set(column, field);
        }
    }

    /** The one word that the header may be a misspelling of; empty where there is none or more than one. */
    static Optional<String> nearest(Set<String> words, String header) {
        if (words.contains(header)) {
            return Optional.of(header);
        }
        if (header.length() < SHORTEST_TOLERATED) {
            return Optional.empty();
        }
        int allowed = header.length() < SHORTEST_WITH_TWO ? 1 : 2;
        int least = allowed + 1;
        String nearest = "";
        boolean alone = false;
        for (String word : words) {
            if (Math.abs(word.length() - header.length()) <= allowed && word.length() >= SHORTEST_TOLERATED) {
                int distance = HeaderText.distance(word, header);
                alone = distance < least || (alone && distance > least);
                if (distance < least) {
                    least = distance;
                    nearest = word;
                }
            }
        }
        return alone ? Optional.of(nearest) : Optional.empty();
    }
}
