package org.quittance.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.bench.matching.MatchGroup.Edge;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.RowReader;
import org.quittance.formats.table.TableFile;

/**
 * Scores the answer of {@code quittance match} against the true matches.
 *
 * <p>A true group counts as found where a connected group of the answer is exactly it, invoices and payments; an applied group that
 * is no true group is a false match, also where it is only incomplete.
 *
 * @param total over all true groups
 * @param byCategory the same by kind of match and of perturbation
 * @param falseGroups every applied group that is wrong
 */
public record MatchScore(Count total, Map<String, Count> byCategory, List<String> falseGroups) {

    /**
     * Numbers of groups.
     *
     * @param truth true groups
     * @param exact of them found, applied or proposed
     * @param applied of them found and applied
     * @param falselyApplied applied groups that are no true group, counted where their first payment belongs
     */
    public record Count(long truth, long exact, long applied, long falselyApplied) {

        Count plus(Count other) {
            return new Count(
                    truth + other.truth,
                    exact + other.exact,
                    applied + other.applied,
                    falselyApplied + other.falselyApplied);
        }

        public double exactShare() {
            return (double) exact / truth;
        }

        public double appliedShare() {
            return (double) applied / truth;
        }

        /** Of what was applied, how much is right; 1 where nothing was. */
        public double precision() {
            return applied + falselyApplied == 0 ? 1 : (double) applied / (applied + falselyApplied);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d true, exact %.4f, applied %.4f, precision %.5f, false %d",
                    truth,
                    exactShare(),
                    appliedShare(),
                    precision(),
                    falselyApplied);
        }
    }

    private record Truth(MatchGroup group, String category) {}

    public MatchScore {
        byCategory = new TreeMap<>(byCategory);
        falseGroups = List.copyOf(falseGroups);
    }

    public static MatchScore of(Path answer, Path matches, Path invoices, Path payments) throws IOException {
        Map<String, Long> itemRows = rowsById(invoices);
        Map<String, Long> paymentRows = rowsById(payments);
        List<Truth> truths = new ArrayList<>();
        for (List<String> cells : cells(matches)) {
            MatchGroup group = new MatchGroup(
                    Set.copyOf(rows(cells.get(3), itemRows)), Set.copyOf(rows(cells.get(4), paymentRows)));
            truths.add(new Truth(group, cells.get(1) + " " + cells.get(2)));
        }
        List<Edge> applied = new ArrayList<>();
        List<Edge> all = new ArrayList<>();
        for (List<String> cells : cells(answer)) {
            if (!cells.get(1).isEmpty()) {
                List<Long> items = Arrays.stream(cells.get(1).split(";"))
                        .map(Long::valueOf)
                        .toList();
                Edge edge = new Edge(Long.parseLong(cells.get(0)), items);
                all.add(edge);
                if (cells.get(3).equals("applied")) {
                    applied.add(edge);
                }
            }
        }
        return score(truths, MatchGroup.connected(all), MatchGroup.connected(applied));
    }

    private static MatchScore score(List<Truth> truths, Set<MatchGroup> found, Set<MatchGroup> applied) {
        Map<String, Count> counts = new HashMap<>();
        Map<Long, String> categoryOfPayment = new HashMap<>();
        Map<MatchGroup, Truth> truthOf = new HashMap<>();
        for (Truth truth : truths) {
            MatchGroup group = truth.group();
            Count count = new Count(1, found.contains(group) ? 1 : 0, applied.contains(group) ? 1 : 0, 0);
            counts.merge(truth.category(), count, Count::plus);
            group.payments().forEach(payment -> categoryOfPayment.put(payment, truth.category()));
            truthOf.put(group, truth);
        }
        List<String> falseGroups = new ArrayList<>();
        for (MatchGroup group : applied) {
            if (!truthOf.containsKey(group)) {
                long first = group.payments().stream().min(Long::compare).orElseThrow();
                String category = categoryOfPayment.getOrDefault(first, "a payment without a true match");
                counts.merge(category, new Count(0, 0, 0, 1), Count::plus);
                falseGroups.add(category + ": " + group);
            }
        }
        falseGroups.sort(null);
        Count total = counts.values().stream().reduce(new Count(0, 0, 0, 0), Count::plus);
        return new MatchScore(total, counts, falseGroups);
    }

    /** {@code [3, 4]} as the rows of these ids. */
    private static List<Long> rows(String ids, Map<String, Long> rowsById) {
        return Arrays.stream(ids.replaceAll("[\\[\\] \"]", "").split(","))
                .map(id -> Objects.requireNonNull(rowsById.get(id), () -> "no row has the id " + id))
                .toList();
    }

    private static Map<String, Long> rowsById(Path file) throws IOException {
        Map<String, Long> rows = new HashMap<>();
        for (List<String> cells : cells(file)) {
            rows.put(cells.getFirst(), rows.size() + 1L);
        }
        return rows;
    }

    /** The cells of every row below the header. */
    private static List<List<String>> cells(Path path) throws IOException {
        TableFile file = TableFile.open(path.toString(), path).get();
        List<List<String>> cells = new ArrayList<>();
        try (RowReader reader = file.rows(0)) {
            @Nullable Row row = reader.next();
            while (row != null) {
                cells.add(row.cells());
                row = reader.next();
            }
        }
        return cells.subList(1, cells.size());
    }
}
