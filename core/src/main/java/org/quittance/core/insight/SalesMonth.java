package org.quittance.core.insight;

import java.time.YearMonth;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * The credit sales of one month, net of credit notes.
 *
 * @param days how many days the month counts; a company that counts months of 30 days says 30
 */
public record SalesMonth(YearMonth month, Money sales, int days) {

    public SalesMonth {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(sales, "sales");
        if (days < 1) {
            throw new IllegalArgumentException("%s of %d days".formatted(month, days));
        }
    }

    /** A month with its days of the calendar. */
    public static SalesMonth of(YearMonth month, Money sales) {
        return new SalesMonth(month, sales, month.lengthOfMonth());
    }
}
