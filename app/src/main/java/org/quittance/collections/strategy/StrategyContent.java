package org.quittance.collections.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.Strategies;
import org.quittance.core.collections.StrategyProblem;

/**
 * What one version of a strategy says.
 *
 * @param code names the strategy through all its versions: {@code slow-mid-size}
 * @param purpose why the company has it, in its own words
 * @param place its place in the order in which strategies are asked, the lowest first
 * @param credits what its messages do with what lies on account
 */
public record StrategyContent(
        String code,
        String name,
        String purpose,
        int place,
        Audience audience,
        List<Step> steps,
        CreditsInLetters credits) {

    /** The strategy that takes whatever no other is for. */
    public static final String STANDARD = "standard";

    public static final int LAST_PLACE = 10_000;

    private static final Set<String> RESERVED = Set.of("new", "files", "drafts", "trials");

    /** One whose messages leave credits out. */
    public StrategyContent(String code, String name, String purpose, int place, Audience audience, List<Step> steps) {
        this(code, name, purpose, place, audience, steps, CreditsInLetters.LEFT_OUT);
    }

    public StrategyContent {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(credits, "credits");
        steps = List.copyOf(steps);
    }

    public boolean isStandard() {
        return code.equals(STANDARD);
    }

    /** Whether the night sends something under it that nobody looks at before. */
    public boolean sendsByItself() {
        return steps.stream().anyMatch(step -> step.execution() == Execution.AUTOMATIC);
    }

    /** Whether it can be the code of a strategy: it stands in addresses, beside the words that name other pages there. */
    public static boolean isCode(String text) {
        return text.matches("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?") && !RESERVED.contains(text);
    }

    /** A place behind all that are taken, with room before it: 40 after 10, 20 and 33; where there is none, the first that is free. */
    public static int nextPlace(Set<Integer> taken) {
        int last = taken.stream()
                .filter(place -> place < LAST_PLACE)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int next = (last / 10 + 1) * 10;
        return next < LAST_PLACE
                ? next
                : IntStream.range(1, LAST_PLACE)
                        .filter(place -> !taken.contains(place))
                        .findFirst()
                        .orElse(1);
    }

    /** Everything that is wrong with it; empty when it can be kept. */
    public List<StrategyProblem> problems() {
        List<StrategyProblem> problems = new ArrayList<>(Strategies.problems(name, steps));
        problems.addAll(Strategies.problems(audience));
        if (isStandard() && !audience.isEveryone()) {
            problems.add(new StrategyProblem(StrategyProblem.Kind.LAST_IS_FOR_EVERYONE, ""));
        }
        if (!isStandard() && (place < 1 || place >= LAST_PLACE)) {
            problems.add(new StrategyProblem(StrategyProblem.Kind.NO_PLACE, ""));
        }
        return List.copyOf(problems);
    }
}
