package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/** Says whether the due date of an item may be changed to another day. */
public final class DueDateRule {

    private static final int YEARS_AHEAD = 3;

    private DueDateRule() {}

    /**
     * An item as it stands.
     *
     * @param open signed: a debit is positive
     * @param changedOn the business date of the last change of its due date; null before the first
     */
    public record Standing(
            LocalDate documentDate,
            LocalDate dueDate,
            Money original,
            Money open,
            @Nullable LocalDate changedOn) {}

    /** Empty where it may. */
    public static Optional<DueDateRefusal> refusal(Standing item, LocalDate wished, LocalDate businessDate) {
        if (item.original().minor() <= 0) {
            return Optional.of(DueDateRefusal.NOT_OWED);
        }
        if (item.open().minor() == 0) {
            return Optional.of(DueDateRefusal.SETTLED);
        }
        if (wished.equals(item.dueDate())) {
            return Optional.of(DueDateRefusal.CHANGES_NOTHING);
        }
        if (wished.isBefore(item.documentDate())) {
            return Optional.of(DueDateRefusal.BEFORE_THE_DOCUMENT);
        }
        if (wished.isAfter(businessDate.plusYears(YEARS_AHEAD))) {
            return Optional.of(DueDateRefusal.TOO_FAR);
        }
        return item.changedOn() != null && businessDate.isBefore(item.changedOn())
                ? Optional.of(DueDateRefusal.BEFORE_THE_LAST_CHANGE)
                : Optional.empty();
    }
}
