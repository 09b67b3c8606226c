package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.ledger.AccountId;

/**
 * Another step than the strategy proposes, chosen by a person: a call in the place of a letter, another level of notice.
 *
 * <p>Example: {@code amira} chose {@code call} in the place of {@code notice-2} on 3 May. It stands for as long as the strategy would propose
 * that same step, until the chosen one is taken, and for {@value #HOLDS_DAYS} days at most: a choice about today's case is none about next
 * quarter's. Whether anything may be sent, the contact gate decides as ever.
 *
 * @param step the id of a step of the account's strategy
 * @param insteadOf the id of the step that was proposed
 */
public record ChosenStep(AccountId account, String step, String insteadOf, LocalDate on, String by, String why) {

    public static final int HOLDS_DAYS = 14;

    public ChosenStep {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(insteadOf, "insteadOf");
        Objects.requireNonNull(on, "on");
        if (by.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("Another step is chosen by somebody, and for a reason");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(on) && day.isBefore(on.plusDays(HOLDS_DAYS));
    }
}
