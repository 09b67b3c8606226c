package org.quittance.core.agreement;

import java.time.LocalDate;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * One payment of a plan.
 *
 * @param number from 1
 * @param amount more than zero
 */
public record Instalment(int number, LocalDate dueOn, Money amount) {

    public Instalment {
        Objects.requireNonNull(dueOn, "dueOn");
        if (number < 1 || !amount.isPositive()) {
            throw new IllegalArgumentException("Instalment %d of %s".formatted(number, amount));
        }
    }
}
