package org.quittance.core.collections;

import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * One rung of a strategy.
 *
 * <p>{@code notice-1: NOTICE_1, 5 days after due, at least 5 days after the item's last step}. An item that enters the ledger long
 * overdue starts on the first rung and climbs by the waits; it skips none but the reminder before due.
 *
 * @param id names the step within its strategy
 * @param daysFromDue the earliest day, counted from the item's due date; negative is before it
 * @param waitDays the least number of days since the item's previous step, and between repetitions
 * @param level the rung, ascending through the strategy; an item's level is the highest that it was sent
 * @param minimum what the items due for this step must sum to; amounts of other currencies are weighed by the policy's yardstick
 * @param enclosure what goes with its message; without meaning for what is not written
 * @param dispatch how its letter travels; without meaning for what is no letter
 * @param condition for which accounts it is; for others it is passed over
 * @param approval who must approve its message before it may leave; nobody for what is no message
 * @param owner who does it; without meaning for what the night sends
 */
public record Step(
        String id,
        Action action,
        int daysFromDue,
        int waitDays,
        int level,
        Money minimum,
        Execution execution,
        Repetition repetition,
        Enclosure enclosure,
        Dispatch dispatch,
        StepCondition condition,
        Approval approval,
        StepOwner owner) {

    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(repetition, "repetition");
        Objects.requireNonNull(enclosure, "enclosure");
        Objects.requireNonNull(dispatch, "dispatch");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(owner, "owner");
    }

    /** A step that is yet to be described: what is left out of it is as customary for its action. */
    public static StepDraft draft(String id, Action action, Money minimum) {
        return new StepDraft(id, action, minimum);
    }

    /** The same step where everything is approved as soon as it is due. */
    Step withoutApproval() {
        return approval.isNeeded()
                ? new Step(
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
                        Approval.NONE,
                        owner)
                : this;
    }

    /** Whose its message is to send where a person does: the owner's, and the collector's where the night would have sent it. */
    public StepOwner sender() {
        return switch (execution) {
            case BY_HAND -> owner;
            case AUTOMATIC -> StepOwner.COLLECTOR;
        };
    }

    boolean isReminder() {
        return action == Action.REMINDER_BEFORE_DUE;
    }

    boolean isMessage() {
        return action.isMessage();
    }
}
