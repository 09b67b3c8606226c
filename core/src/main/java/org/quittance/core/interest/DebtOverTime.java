package org.quittance.core.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * What was owed of one document from day to day.
 *
 * <p>Example: 5,000.00 due on 1 March, 2,000.00 of it paid on 26 April: 5,000.00 bears interest from 2 March to 26 April, and 3,000.00 from the
 * day after. The day of a payment still bears interest on what was owed before it, as the days of a claim are counted to and including the day of
 * payment.
 *
 * @param dueDate the last day on which it was not late
 * @param original what the document was for
 * @param changes of what was open, the earliest first
 */
public record DebtOverTime(LocalDate dueDate, Money original, List<Change> changes) {

    /**
     * One change of what was open.
     *
     * @param on the business day on which it counts: of a payment the day on which the money came
     * @param delta below zero for what was paid, credited or given up
     */
    public record Change(LocalDate on, Money delta) {

        public Change {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(delta, "delta");
        }
    }

    /** Days on which the same was owed. */
    record Balance(LocalDate from, LocalDate to, Money amount) {}

    public DebtOverTime {
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(original, "original");
        changes = changes.stream().sorted(Comparator.comparing(Change::on)).toList();
    }

    /** Of which nothing was paid yet. */
    public static DebtOverTime unchanged(Money debt, LocalDate dueDate) {
        return new DebtOverTime(dueDate, debt, List.of());
    }

    /** What was owed from the first to the last day, in order and without gaps; days on which nothing was are among it. */
    List<Balance> balances(LocalDate first, LocalDate last) {
        List<Balance> balances = new ArrayList<>();
        Money owed = original;
        LocalDate from = first;
        for (Change change : changes) {
            LocalDate counts = change.on().plusDays(1);
            if (counts.isAfter(from) && !counts.isAfter(last)) {
                balances.add(new Balance(from, change.on(), owed));
                from = counts;
            }
            if (!counts.isAfter(last)) {
                owed = owed.plus(change.delta());
            }
        }
        balances.add(new Balance(from, last, owed));
        return balances;
    }
}
