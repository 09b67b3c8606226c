package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.cash.Evidence.Kind;

/**
 * What people's decisions have shown about each kind of evidence.
 *
 * <p>The matcher's own confidence stands for {@value #STRENGTH} matches of its kind; each that people confirmed or took back adds one to
 * them. Example: a match by amount alone has 0.96, as if 192 of 200 had been right; after three corrections it has 192 of 203, 0.946, and
 * under a threshold of 0.95 it is proposed to a person until confirmations have made up for it. Experience lowers a confidence and
 * restores it; above what the evidence can carry it never raises it.
 */
public record Experience(Map<Kind, Count> byKind) {

    /** How many matches of its kind the matcher's own confidence stands for. */
    public static final int STRENGTH = 200;

    /** Nobody has decided anything yet. */
    public static final Experience NONE = new Experience(Map.of());

    /** Matches of one kind that people have confirmed, and that they have found wrong. */
    public record Count(long right, long wrong) {

        public Count {
            if (right < 0 || wrong < 0) {
                throw new IllegalArgumentException("%d right and %d wrong".formatted(right, wrong));
            }
        }
    }

    public Experience {
        byKind = Map.copyOf(byKind);
    }

    /**
     * The kind by which a match stands or falls: the weakest of its evidence, leaving aside who the payer is; that the amount fits counts
     * only where nothing else does. Empty where there is none.
     */
    public static Optional<Kind> decidingKind(List<Evidence> evidence) {
        List<Kind> kinds = evidence.stream()
                .map(Evidence::kind)
                .filter(kind -> !tellsThePayer(kind))
                .toList();
        return kinds.stream()
                .filter(kind -> kind != Kind.AMOUNT)
                .max(Comparator.naturalOrder())
                .or(() -> kinds.stream().findFirst());
    }

    /** The confidence after what people have shown. */
    public double calibrated(Kind kind, double confidence) {
        Count count = byKind.getOrDefault(kind, new Count(0, 0));
        double seen = (confidence * STRENGTH + count.right()) / (STRENGTH + count.right() + count.wrong());
        return count.wrong() == 0 ? confidence : Math.min(confidence, seen);
    }

    /** The explanation with the confidence that experience leaves it, and the reason where that is less. */
    Explanation weighed(Explanation explanation) {
        Optional<Kind> kind = decidingKind(explanation.evidence());
        if (kind.isEmpty()) {
            return explanation;
        }
        double calibrated = calibrated(kind.get(), explanation.confidence());
        if (calibrated == explanation.confidence()) {
            return explanation;
        }
        Count count = byKind.getOrDefault(kind.get(), new Count(0, 0));
        List<Evidence> evidence = new ArrayList<>(explanation.evidence());
        evidence.add(Evidence.of(
                Kind.EXPERIENCE,
                null,
                "People have found %d matches of this kind wrong, and confirmed %d"
                        .formatted(count.wrong(), count.right())));
        return new Explanation(explanation.shares(), explanation.differences(), calibrated, evidence);
    }

    /** With what a further decision has shown. */
    public Experience and(Kind kind, Lesson lesson) {
        Map<Kind, Count> more = new EnumMap<>(Kind.class);
        more.putAll(byKind);
        Count before = byKind.getOrDefault(kind, new Count(0, 0));
        more.put(
                kind,
                switch (lesson) {
                    case RIGHT -> new Count(before.right() + 1, before.wrong());
                    case WRONG -> new Count(before.right(), before.wrong() + 1);
                });
        return new Experience(more);
    }

    /** What a person's decision says about a match. */
    public enum Lesson {
        RIGHT,
        WRONG
    }

    private static boolean tellsThePayer(Kind kind) {
        return switch (kind) {
            case VIRTUAL_ACCOUNT, PAYER_ACCOUNT, CUSTOMER_NUMBER, PAYER_NAME, EXPERIENCE, AMBIGUOUS, NOTHING_FOUND ->
                true;
            case STRUCTURED_REFERENCE,
                    LETTER_REFERENCE,
                    REMITTANCE_LINE,
                    DOCUMENT_NUMBER,
                    NUMBER_REJOINED,
                    NUMBER_SHORTENED,
                    NUMBER_IN_SERIES,
                    NUMBER_MISTYPED,
                    NUMBER_CUT,
                    AMOUNT,
                    CASH_DISCOUNT,
                    BANK_CHARGE,
                    DEDUCTION,
                    EXCHANGE_DIFFERENCE,
                    WITHIN_TOLERANCE,
                    CREDIT_NOTE_TAKEN,
                    TOGETHER_WITH_OTHER_PAYMENTS,
                    PART_PAYMENT,
                    OVERPAYMENT -> false;
        };
    }
}
