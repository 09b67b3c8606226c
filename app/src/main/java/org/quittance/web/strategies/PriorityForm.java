package org.quittance.web.strategies;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quittance.core.collections.PriorityFactor;
import org.quittance.core.collections.PriorityWeights;
import org.quittance.core.collections.Weight;
import org.quittance.web.page.Problems;

/**
 * Weights as typed.
 *
 * @param texts what was typed, by field: {@code after}, {@code reason}, and two fields for each fact
 */
public record PriorityForm(Map<String, String> texts) {

    private static final int MOST = 1_000;

    public PriorityForm {
        texts = Map.copyOf(texts);
    }

    static PriorityForm of(int after, PriorityWeights weights) {
        Map<String, String> texts = new HashMap<>();
        texts.put("after", Integer.toString(after));
        for (PriorityFactor factor : PriorityFactor.values()) {
            texts.put(points(factor), Integer.toString(weights.of(factor).points()));
            texts.put(most(factor), Integer.toString(weights.of(factor).most()));
        }
        return new PriorityForm(texts);
    }

    /** The name of the field of a fact's points. */
    public static String points(PriorityFactor factor) {
        return factor.name() + "-points";
    }

    /** The name of the field of a fact's ceiling. */
    public static String most(PriorityFactor factor) {
        return factor.name() + "-most";
    }

    /** What stands in a field; empty where nothing does. */
    public String text(String field) {
        return texts.getOrDefault(field, "").strip();
    }

    int afterVersion() {
        return whole("after").orElse(0);
    }

    /** What is wrong, by field; empty where {@link #weights} can be asked. */
    Problems problems() {
        Problems problems = Problems.none();
        for (PriorityFactor factor : PriorityFactor.values()) {
            for (String field : new String[] {points(factor), most(factor)}) {
                if (whole(field).filter(value -> value <= MOST).isEmpty()) {
                    problems = problems.and(field, "Give whole points, from 0 to 1000.");
                }
            }
        }
        for (PriorityFactor factor : problems.isEmpty() ? PriorityFactor.values() : new PriorityFactor[0]) {
            if (whole(points(factor)).orElseThrow() > whole(most(factor)).orElseThrow()) {
                problems = problems.and(
                        most(factor), "That is less than the points for one. Give at least as many, or fewer points.");
            }
        }
        return problems;
    }

    /** Asked only where there are no problems. */
    PriorityWeights weights() {
        Map<PriorityFactor, Weight> weights = new EnumMap<>(PriorityFactor.class);
        for (PriorityFactor factor : PriorityFactor.values()) {
            weights.put(
                    factor,
                    new Weight(
                            whole(points(factor)).orElseThrow(),
                            whole(most(factor)).orElseThrow()));
        }
        return PriorityWeights.of(weights);
    }

    private Optional<Integer> whole(String field) {
        return text(field).matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(text(field))) : Optional.empty();
    }
}
