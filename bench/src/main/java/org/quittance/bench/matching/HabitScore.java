package org.quittance.bench.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.bench.matching.HabitBook.Labelled;
import org.quittance.core.cash.Decision;
import org.quittance.core.cash.Match;
import org.quittance.core.ledger.ItemId;

/**
 * Scores matches by the habit of the payer: the exact set of items, by payment.
 *
 * <p>A payment that is for no open item is found where nothing is said of items. A false match is applied, and is not exactly the set.
 *
 * @param falseMatches each in words, to be read by a person
 */
public record HabitScore(Map<Habit, Count> byHabit, List<String> falseMatches) {

    /**
     * Numbers of payments.
     *
     * @param exact whose set is the one applied, or the first proposed
     * @param applied whose set was applied without a person
     * @param falselyApplied where something else was
     */
    public record Count(long payments, long exact, long applied, long falselyApplied) {

        public static final Count NONE = new Count(0, 0, 0, 0);

        public Count plus(Count other) {
            return new Count(
                    payments + other.payments,
                    exact + other.exact,
                    applied + other.applied,
                    falselyApplied + other.falselyApplied);
        }

        public double exactShare() {
            return payments == 0 ? 0 : (double) exact / payments;
        }

        public double appliedShare() {
            return payments == 0 ? 0 : (double) applied / payments;
        }

        /** Of what was applied, how much is right; 1 where nothing was. */
        public double precision() {
            return applied + falselyApplied == 0 ? 1 : (double) applied / (applied + falselyApplied);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%6d payments, exact %.4f, applied %.4f, precision %.5f, false %d",
                    payments,
                    exactShare(),
                    appliedShare(),
                    precision(),
                    falselyApplied);
        }
    }

    public HabitScore {
        byHabit = Map.copyOf(byHabit);
        falseMatches = List.copyOf(falseMatches);
    }

    /**
     * Scores the matches of a book.
     *
     * @param matches one for each payment of the book, in its order
     */
    public static HabitScore of(HabitBook book, List<Match> matches) {
        Map<Habit, Count> counts = new EnumMap<>(Habit.class);
        List<String> falseMatches = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Labelled labelled = book.payments().get(i);
            Match match = matches.get(i);
            boolean exact = items(match).equals(labelled.truth());
            boolean applied = match.decision() instanceof Decision.Applied;
            counts.merge(
                    labelled.habit(),
                    new Count(1, exact ? 1 : 0, applied && exact ? 1 : 0, applied && !exact ? 1 : 0),
                    Count::plus);
            if (applied && !exact) {
                falseMatches.add(labelled.habit().name() + " " + told(labelled, match));
            }
        }
        return new HabitScore(counts, falseMatches);
    }

    /** Over several books. */
    public static HabitScore sum(List<HabitScore> scores) {
        Map<Habit, Count> counts = new EnumMap<>(Habit.class);
        List<String> all = new ArrayList<>();
        for (HabitScore score : scores) {
            score.byHabit().forEach((habit, count) -> counts.merge(habit, count, Count::plus));
            all.addAll(score.falseMatches());
        }
        return new HabitScore(counts, all);
    }

    public Count total() {
        return byHabit.values().stream().reduce(Count.NONE, Count::plus);
    }

    /** Over the payments that are for open items: only of those can something be applied rightly. */
    public Count forOpenItems() {
        return byHabit.entrySet().stream()
                .filter(one -> !one.getKey().isForNothing())
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    private static Set<ItemId> items(Match match) {
        List<Decision.Line> lines = switch (match.decision()) {
            case Decision.Applied(var division) -> division.lines();
            case Decision.Proposed(var alternatives) -> alternatives.getFirst().lines();
            case Decision.OnAccount _, Decision.Unidentified _ -> List.<Decision.Line>of();
        };
        return lines.stream().map(Decision.Line::item).collect(Collectors.toCollection(HashSet::new));
    }

    private static String told(Labelled labelled, Match match) {
        return "%s of %s from \"%s\" says \"%s\": should be %s, is %s because %s"
                .formatted(
                        labelled.payment().id(),
                        labelled.payment().amount(),
                        labelled.payment().payerName(),
                        labelled.payment().remittanceText().replace('\n', '|'),
                        labelled.truth(),
                        items(match),
                        match.evidence().stream()
                                .map(evidence -> evidence.sentence())
                                .toList());
    }
}
