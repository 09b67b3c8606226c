package org.quittance.web.strategies;

import org.quittance.core.collections.Action;
import org.quittance.core.collections.Approval;
import org.quittance.core.collections.BrokenPromise;
import org.quittance.core.collections.Dispatch;
import org.quittance.core.collections.Enclosure;
import org.quittance.core.collections.Execution;
import org.quittance.core.collections.Repetition;
import org.quittance.core.collections.Step;
import org.quittance.core.collections.StepCondition;
import org.quittance.core.collections.StepOwner;

/** One step as it was typed. */
public record StepForm(
        String action,
        String days,
        String waitDays,
        String minimum,
        String execution,
        String repetition,
        String enclosure,
        String dispatch,
        String approval,
        String owner,
        ConditionForm condition) {

    /** For which accounts the step is, as typed; segments are separated by commas, and what is empty asks for nothing. */
    public record ConditionForm(
            String segments,
            String overdueFrom,
            String overdueBelow,
            String oldestFrom,
            String oldestTo,
            String beyondFrom,
            String beyondTo,
            String brokenPromise) {

        static final ConditionForm NONE = new ConditionForm("", "", "", "", "", "", "", BrokenPromise.EITHER.name());

        static ConditionForm of(StepCondition condition) {
            StrategyForm.AudienceForm accounts = StrategyForm.AudienceForm.of(condition.accounts());
            return new ConditionForm(
                    accounts.segments(),
                    accounts.overdueFrom(),
                    accounts.overdueBelow(),
                    accounts.oldestFrom(),
                    accounts.oldestTo(),
                    accounts.beyondFrom(),
                    accounts.beyondTo(),
                    condition.brokenPromise().name());
        }

        /** Whether anything is asked, so that the page shows it unfolded. */
        public boolean isAny() {
            return !equals(NONE);
        }
    }

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
                Dispatch.CUSTOMARY.name(),
                Approval.NONE.name(),
                StepOwner.COLLECTOR.name(),
                ConditionForm.NONE);
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
                step.dispatch().name(),
                step.approval().name(),
                step.owner().name(),
                ConditionForm.of(step.condition()));
    }
}
