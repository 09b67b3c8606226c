package org.quittance.web.strategies;

import org.quittance.core.collections.Action;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;

/** One step as it was typed. */
public record StepForm(
        String action,
        String days,
        String waitDays,
        String minimum,
        String execution,
        String repetition,
        String enclosure,
        String dispatch) {

    /** What a new row proposes. */
    static StepForm call() {
        return new StepForm(
                Action.CALL.name(),
                "",
                "5",
                "0",
                Execution.BY_HAND.name(),
                Repetition.ONCE.name(),
                Enclosure.NOTHING.name(),
                Dispatch.CUSTOMARY.name());
    }

    static StepForm of(Step step) {
        return new StepForm(
                step.action().name(),
                Integer.toString(step.daysFromDue()),
                Integer.toString(step.waitDays()),
                step.minimum().toDecimal().toPlainString(),
                step.execution().name(),
                step.repetition().name(),
                step.enclosure().name(),
                step.dispatch().name());
    }
}
