package org.quittance.collections;

import java.util.List;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.Strategy;
import org.quittance.core.money.Money;

/** A strategy as it is kept: JSON that a person can read and another version can still load. */
record StrategyDocument(String name, List<StepDocument> steps) {

    StrategyDocument {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param minimum in decimals: {@code 25.00}
     */
    record StepDocument(
            String id,
            Action action,
            int daysFromDue,
            int waitDays,
            int level,
            String template,
            String minimum,
            String currency,
            Execution execution,
            Repetition repetition) {

        static StepDocument of(Step step) {
            return new StepDocument(
                    step.id(),
                    step.action(),
                    step.daysFromDue(),
                    step.waitDays(),
                    step.level(),
                    step.template(),
                    step.minimum().toDecimal().toPlainString(),
                    step.minimum().currency().getCurrencyCode(),
                    step.execution(),
                    step.repetition());
        }

        Step step() {
            return new Step(
                    id,
                    action,
                    daysFromDue,
                    waitDays,
                    level,
                    template,
                    Money.of(minimum, currency),
                    execution,
                    repetition);
        }
    }

    static StrategyDocument of(String name, List<Step> steps) {
        return new StrategyDocument(name, steps.stream().map(StepDocument::of).toList());
    }

    Strategy strategy(int version) {
        return new Strategy(
                name, version, steps.stream().map(StepDocument::step).toList());
    }
}
