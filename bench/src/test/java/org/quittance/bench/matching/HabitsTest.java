package org.quittance.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.bench.matching.HabitBook.Labelled;
import org.quittance.core.cash.Candidate;
import org.quittance.core.cash.CandidateIndex;
import org.quittance.core.cash.Experience;
import org.quittance.core.cash.MatchPolicy;
import org.quittance.core.cash.MatchRun;
import org.quittance.core.ledger.ItemId;

/** The second generator, with habits that the matcher was not made for. */
class HabitsTest {

    private static final int PAYMENTS = 2_000;

    private static HabitScore score(HabitBook book) {
        return HabitScore.of(
                book,
                MatchRun.of(
                                book.payments().stream().map(Labelled::payment).toList(),
                                CandidateIndex.of(book.items(), book.payers()),
                                _ -> MatchPolicy.standard().granting(new MatchPolicy.Discount(200, 14, 3)),
                                Experience.NONE,
                                book.rates())
                        .matches());
    }

    /** Seeds that nobody has looked at while the matcher was made. The bounds leave room for chance in so few payments. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {70_001, 70_002, 70_003})
    void whatIsAppliedWithoutAPersonIsRight(long seed) {
        HabitScore score = score(HabitGenerator.of(seed, PAYMENTS));

        assertThat(score.total().precision()).as("%s", score.falseMatches()).isGreaterThanOrEqualTo(0.998);
        assertThat(score.forOpenItems().appliedShare()).isGreaterThanOrEqualTo(0.94);
        assertThat(score.forOpenItems().exactShare()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theSameSeedMakesTheSameBookAndEveryHabitIsInIt() {
        HabitBook book = HabitGenerator.of(7, PAYMENTS);

        assertThat(HabitGenerator.of(7, PAYMENTS)).isEqualTo(book);
        assertThat(book.payments().stream().map(Labelled::habit).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Habit.values());
    }

    @Test
    void noItemIsThePurposeOfTwoPaymentsUnlessTheyAreItsInstalments() {
        HabitBook book = HabitGenerator.of(8, PAYMENTS);
        Set<ItemId> open = book.items().stream().map(Candidate::item).collect(Collectors.toSet());
        Set<ItemId> paid = new HashSet<>();
        for (Labelled labelled : book.payments()) {
            assertThat(open).containsAll(labelled.truth());
            assertThat(labelled.truth().isEmpty()).isEqualTo(labelled.habit().isForNothing());
            if (labelled.habit() != Habit.INSTALMENTS) {
                labelled.truth().forEach(item -> assertThat(paid.add(item)).isTrue());
            }
        }
    }

    @Test
    void aFalseMatchCountsAgainstPrecisionAndNotAsFound() {
        HabitBook book = HabitGenerator.of(9, PAYMENTS);
        List<Labelled> strangers = book.payments().stream()
                .map(labelled -> new Labelled(labelled.payment(), Habit.STRANGER, Set.of()))
                .toList();

        HabitScore.Count count = score(new HabitBook(book.items(), book.payers(), strangers, book.rates()))
                .total();

        assertThat(count.applied()).isZero();
        assertThat(count.falselyApplied()).isGreaterThan(PAYMENTS / 2);
        assertThat(count.precision()).isZero();
    }
}
