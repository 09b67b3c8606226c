package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that a trial would have done about an account.
 *
 * @param under the version that asked for it
 * @param owner whose work it would have been; without meaning for what goes by itself
 * @param items how many items it would have been about
 * @param done by whom
 */
public record Touch(LocalDate on, Action action, StrategyId under, StepOwner owner, int items, Done done) {

    /**
     * By whom.
     *
     * @param byHand whether a person would have done it
     * @param approval whose word it would have needed before
     */
    public record Done(boolean byHand, Approval approval) {

        static final Done BY_HAND = new Done(true, Approval.NONE);
    }

    public Touch {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(under, "under");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(done, "done");
    }
}
