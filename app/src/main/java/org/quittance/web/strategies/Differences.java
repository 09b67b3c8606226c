package org.quittance.web.strategies;

import java.util.ArrayList;
import java.util.List;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Step;

/** What one version of a strategy says otherwise than another, a sentence for each difference. */
final class Differences {

    private Differences() {}

    static List<String> of(StrategyContent before, StrategyContent after, Wording words) {
        List<String> found = new ArrayList<>();
        differ("Name", before.name(), after.name(), found);
        differ("What it is meant for", before.purpose(), after.purpose(), found);
        differ("Place in the order", Integer.toString(before.place()), Integer.toString(after.place()), found);
        differ(
                "Whom it is for",
                String.join("; ", words.audience(before.audience())),
                String.join("; ", words.audience(after.audience())),
                found);
        differ("Credits", before.credits().inShort(), after.credits().inShort(), found);
        int steps = Math.max(before.steps().size(), after.steps().size());
        for (int i = 0; i < steps; i++) {
            differ("Step %d".formatted(i + 1), step(before.steps(), i, words), step(after.steps(), i, words), found);
        }
        return found;
    }

    private static String step(List<Step> ladder, int index, Wording words) {
        if (index >= ladder.size()) {
            return "";
        }
        Step step = ladder.get(index);
        return "%s: %s".formatted(words.when(step), words.what(ladder, step));
    }

    private static void differ(String what, String before, String after, List<String> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            found.add("%s is new: %s.".formatted(what, after));
        } else if (after.isEmpty()) {
            found.add("%s is taken away: %s.".formatted(what, before));
        } else {
            found.add("%s was: %s. Now: %s.".formatted(what, before, after));
        }
    }
}
