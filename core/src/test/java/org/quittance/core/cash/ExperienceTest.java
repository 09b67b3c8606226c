package org.quittance.core.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quittance.core.cash.SmallLedger.told;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Experience.Lesson;

class ExperienceTest {

    private static Experience of(Kind kind, int right, int wrong) {
        Experience experience = Experience.NONE;
        for (int i = 0; i < right + wrong; i++) {
            experience = experience.and(kind, i < wrong ? Lesson.WRONG : Lesson.RIGHT);
        }
        return experience;
    }

    @ParameterizedTest(name = "{1} right and {2} wrong leave {3} of {0}")
    @CsvSource({
        "0.96,  0,  0, 0.96",
        "0.96,  50, 0, 0.96",
        "0.96,  0,  2, 0.9505",
        "0.96,  0,  3, 0.9458",
        "0.96,  20, 3, 0.9507",
        "0.999, 0,  5, 0.9746",
        "0.96,  9999, 1, 0.96",
    })
    void correctionsLowerAConfidenceAndConfirmationsRestoreIt(
            double confidence, int right, int wrong, double expected) {
        assertThat(of(Kind.AMOUNT, right, wrong).calibrated(Kind.AMOUNT, confidence))
                .isCloseTo(expected, within(0.0001));
    }

    @ParameterizedTest(name = "{0} is decided by {1}")
    @CsvSource({
        "DOCUMENT_NUMBER AMOUNT PAYER_NAME,           DOCUMENT_NUMBER",
        "DOCUMENT_NUMBER WITHIN_TOLERANCE PAYER_NAME, WITHIN_TOLERANCE",
        "NUMBER_MISTYPED AMOUNT PAYER_ACCOUNT,        NUMBER_MISTYPED",
        "AMOUNT PAYER_NAME,                           AMOUNT",
        "PAYER_NAME NOTHING_FOUND,                    ''",
    })
    void aMatchStandsByTheWeakestOfItsEvidence(String kinds, String expected) {
        List<Evidence> evidence = Arrays.stream(kinds.split(" "))
                .map(kind -> Evidence.of(Kind.valueOf(kind), null, "because"))
                .toList();

        assertThat(Experience.decidingKind(evidence).map(Kind::name).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void experienceNeverMakesTheMatcherSurerThanItsEvidenceAndAWrongMatchNeverMoreSure(long seed) {
        Random random = new Random(seed);
        Experience experience = Experience.NONE;
        double confidence = 0.5 + random.nextDouble() / 2;
        double before = confidence;
        for (int i = 0; i < 300; i++) {
            Lesson lesson = random.nextInt(5) == 0 ? Lesson.WRONG : Lesson.RIGHT;
            experience = experience.and(Kind.NUMBER_CUT, lesson);
            double after = experience.calibrated(Kind.NUMBER_CUT, confidence);
            assertThat(after).isBetween(0.0, confidence);
            if (lesson == Lesson.WRONG) {
                assertThat(after).isLessThanOrEqualTo(before);
            } else {
                assertThat(after).isGreaterThanOrEqualTo(before);
            }
            before = after;
        }
    }

    @Test
    void whatHasProvedWrongIsProposedAndTheReasonIsSaid() {
        SmallLedger ledger = SmallLedger.ofAlderAndBirch();
        Payment payment = SmallLedger.payment("p", "Alder Ltd", 60, "thank you");
        assertThat(told(ledger.match(payment))).isEqualTo("applied 3=60.00");

        Match match = MatchRun.of(List.of(payment), ledger.index(), _ -> MatchPolicy.standard(), of(Kind.AMOUNT, 1, 4))
                .matches()
                .getFirst();

        assertThat(told(match)).isEqualTo("proposed 3=60.00");
        assertThat(match.evidence().getLast().sentence())
                .isEqualTo("People have found 4 matches of this kind wrong, and confirmed 1");
    }
}
