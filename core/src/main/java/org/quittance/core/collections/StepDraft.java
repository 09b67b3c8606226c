package org.quittance.core.collections;

import org.quittance.core.money.Money;

/**
 * The way to make a {@link Step}: what is not said is as customary for its action.
 *
 * <p>A message goes out by itself in the text named as the step; everything else is done by a person. A step is taken once, of every account,
 * without copies, and its letter travels as the customer is reached.
 *
 * <p>Example: {@code Step.draft("notice-1", NOTICE_1, none).placed(5, 5, 2).enclosure(COPIES).step()}.
 */
public final class StepDraft {

    private final String id;
    private final Action action;
    private final Money minimum;
    private int daysFromDue = 1;
    private int waitDays;
    private int level = 1;
    private Execution execution;
    private Repetition repetition = Repetition.ONCE;
    private Enclosure enclosure = Enclosure.NOTHING;
    private Dispatch dispatch = Dispatch.CUSTOMARY;
    private StepCondition condition = StepCondition.NONE;
    private Approval approval = Approval.NONE;
    private StepOwner owner = StepOwner.COLLECTOR;

    StepDraft(String id, Action action, Money minimum) {
        this.id = id;
        this.action = action;
        this.minimum = minimum;
        this.execution = action.isMessage() ? Execution.AUTOMATIC : Execution.BY_HAND;
    }

    /** When it is due, and on which rung of its strategy. */
    public StepDraft placed(int daysFromDue, int waitDays, int level) {
        this.daysFromDue = daysFromDue;
        this.waitDays = waitDays;
        this.level = level;
        return this;
    }

    public StepDraft execution(Execution execution) {
        this.execution = execution;
        return this;
    }

    public StepDraft repetition(Repetition repetition) {
        this.repetition = repetition;
        return this;
    }

    public StepDraft enclosure(Enclosure enclosure) {
        this.enclosure = enclosure;
        return this;
    }

    public StepDraft dispatch(Dispatch dispatch) {
        this.dispatch = dispatch;
        return this;
    }

    public StepDraft condition(StepCondition condition) {
        this.condition = condition;
        return this;
    }

    public StepDraft approval(Approval approval) {
        this.approval = approval;
        return this;
    }

    public StepDraft owner(StepOwner owner) {
        this.owner = owner;
        return this;
    }

    public Step step() {
        return new Step(
                id,
                action,
                daysFromDue,
                waitDays,
                level,
                minimum,
                execution,
                repetition,
                enclosure,
                dispatch,
                condition,
                approval,
                owner);
    }
}
