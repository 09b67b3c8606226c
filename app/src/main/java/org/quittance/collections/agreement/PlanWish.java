package org.quittance.collections.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.quittance.core.agreement.Interval;
import org.quittance.core.ledger.ItemId;

/**
 * A repayment plan as somebody wants to propose it.
 *
 * @param items of one account and one currency
 * @param percent of interest a year for the time that the plan gives; zero for none
 * @param fee in major units, added to the debt; zero for none
 */
public record PlanWish(List<ItemId> items, Instalments instalments, BigDecimal percent, BigDecimal fee, String note) {

    /** How it is to be repaid. */
    public sealed interface Instalments {
        record Equal(int count, LocalDate first, Interval interval) implements Instalments {}

        /** As agreed one by one; they repay the debt with its interest and fee. */
        record OneByOne(List<Part> parts) implements Instalments {
            public OneByOne {
                parts = List.copyOf(parts);
            }
        }
    }

    /** A day and an amount in major units. */
    public record Part(LocalDate dueOn, BigDecimal amount) {}

    public PlanWish {
        items = items.stream().distinct().toList();
    }
}
