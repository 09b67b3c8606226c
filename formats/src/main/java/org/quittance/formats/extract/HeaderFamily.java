package org.quittance.formats.extract;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The headers by which the extracts of one system are recognised, and what is customary in them.
 *
 * <p>A family is data: the file {@code families/<id>.family} beside this class. A header marked with {@code *} speaks for the family; a
 * row with at least {@code leastMarks} of them, and with the columns that its content needs, is the family's header row.
 *
 * @param id names the family, for example {@code sap-fbl5n-de}
 * @param label names it to people
 * @param source the system, which is part of the idempotency key of every line: {@code sap}, {@code oracle}
 * @param content what its lines are
 * @param types the codes of its document types
 * @param signs how debits and credits are told apart
 * @param dateOrder the order of dates where the data leave it open
 * @param decimalMark the decimal mark where the data leave it open
 * @param spelling whether misspelt headers are taken for the nearest known one
 * @param leastMarks how many marked headers it takes
 * @param marks the marked headers, normalised
 * @param vocabulary the normalised headers of each field, the preferred one first
 */
record HeaderFamily(
        String id,
        String label,
        String source,
        Content content,
        TypeScheme types,
        SignRule signs,
        DateOrder dateOrder,
        DecimalMark decimalMark,
        Spelling spelling,
        int leastMarks,
        Set<String> marks,
        Map<Field, List<String>> vocabulary) {

    /** Whether headers have to be spelt right. */
    enum Spelling {
        EXACT,
        TOLERANT
    }

    HeaderFamily {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(source, "source");
        marks = Set.copyOf(marks);
        Map<Field, List<String>> copy = new EnumMap<>(Field.class);
        vocabulary.forEach((field, headers) -> copy.put(field, List.copyOf(headers)));
        vocabulary = copy;
        if (leastMarks < 1 || leastMarks > marks.size()) {
            throw new IllegalArgumentException("%s asks for %d of %d marks".formatted(id, leastMarks, marks.size()));
        }
        if (!content.isTold(vocabulary.keySet())) {
            throw new IllegalArgumentException(id + " has no words for what its content needs");
        }
    }

    /** The normalised headers of a field, the preferred one first; none where the family has no word for it. */
    List<String> words(Field field) {
        return vocabulary.getOrDefault(field, List.of());
    }

    boolean isMarkedBy(Iterable<String> normalisedHeaders) {
        Set<String> seen = new HashSet<>();
        for (String header : normalisedHeaders) {
            if (marks.contains(header)) {
                seen.add(header);
            }
        }
        return seen.size() >= leastMarks;
    }
}
