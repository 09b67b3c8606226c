package org.quittance.collections.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * An account of a roll-out, and what came of it.
 *
 * @param heldOut whether it was held out of the version
 * @param enteredOn when it was first decided about under the roll-out
 * @param crossedOn when another share took it to the other side, from when on nothing counts any more; null where none has
 * @param overdue what was overdue then, in the currency of its entity
 * @param contacts messages and calls since
 * @param cash what was received since, in the currency of its entity
 */
public record RolloutLine(
        long accountId,
        String accountNumber,
        String entityCode,
        long customerId,
        String customerName,
        boolean heldOut,
        LocalDate enteredOn,
        @Nullable LocalDate crossedOn,
        Money overdue,
        long contacts,
        Money cash) {}
