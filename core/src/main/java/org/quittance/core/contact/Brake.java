package org.quittance.core.contact;

import java.util.List;
import java.util.Optional;

/**
 * What stops a run that would contact far more customers than usual: a wrong import, a wrong date, a wrong strategy shows itself so.
 *
 * <p>{@code new Brake(3, 10, 50)}: usual is the median of the last ten days on which something was sent; a run of more than three times
 * that, and of more than fifty customers, waits for a person. Before anything was ever sent nothing is usual, and the number alone counts.
 *
 * @param timesUsual at least 2
 * @param sendingDays how many days on which something was sent are looked back on
 * @param freeCustomers so many are never too many
 */
public record Brake(int timesUsual, int sendingDays, int freeCustomers) {

    public Brake {
        if (timesUsual < 2 || sendingDays < 1 || freeCustomers < 0) {
            throw new IllegalArgumentException("A brake at %d times the usual of %d days and %d customers"
                    .formatted(timesUsual, sendingDays, freeCustomers));
        }
    }

    /**
     * Why a run must wait.
     *
     * @param usual the median; 0 where nothing was sent on a day before
     */
    public record Stop(int customers, int usual, int most) {

        public String sentence() {
            return usual == 0
                    ? "%d customers would be written to; nothing was sent on any day before, and %d are let go without asking"
                            .formatted(customers, most)
                    : "%d customers would be written to; %d are usual, and %d are let go without asking"
                            .formatted(customers, usual, most);
        }
    }

    /**
     * Whether a run must wait.
     *
     * @param earlier how many customers were written to on each day on which something was sent, the latest first
     */
    public Optional<Stop> ask(int customers, List<Integer> earlier) {
        int usual = median(earlier.stream().limit(sendingDays).sorted().toList());
        int most = Math.max(freeCustomers, Math.multiplyExact(usual, timesUsual));
        return customers > most ? Optional.of(new Stop(customers, usual, most)) : Optional.empty();
    }

    /** Of an even number the higher of the two in the middle. */
    private static int median(List<Integer> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
