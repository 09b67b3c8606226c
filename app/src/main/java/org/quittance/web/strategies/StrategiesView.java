package org.quittance.web.strategies;

import java.util.List;
import java.util.Optional;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.web.page.Problems;

/** The list of strategies in the order in which they are asked. */
public record StrategiesView(List<Line> lines, Problems problems) {

    public StrategiesView {
        lines = List.copyOf(lines);
    }

    /**
     * One strategy.
     *
     * @param newest its newest version, whatever became of it
     * @param live the version that is or will be live, if there is one
     */
    public record Line(StrategyKept newest, Optional<StrategyKept> live) {

        static Line of(List<StrategyKept> newestFirst) {
            return new Line(
                    newestFirst.getFirst(),
                    newestFirst.stream().filter(kept -> !kept.isDraft()).findFirst());
        }

        public boolean hasDraft() {
            return newest.isDraft();
        }
    }
}
