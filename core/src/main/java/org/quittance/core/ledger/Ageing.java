package org.quittance.core.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * Open debt by currency and by how long it is past due.
 *
 * <p>Example: an invoice of 100.00 that is 17 days past due and an on-account payment of 20.00 age as 1-30: 100.00, credits: -20.00,
 * total 80.00. Invariant: a line's bands and credits sum to its total, which is the sum of the items' open amounts; currencies
 * stand on lines of their own.
 *
 * @param lines one per currency with an item, by currency code
 */
public record Ageing(LocalDate asOf, AgeingBands bands, CreditAgeing credits, List<Line> lines) {

    public Ageing {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(bands, "bands");
        Objects.requireNonNull(credits, "credits");
        lines = List.copyOf(lines);
    }

    /**
     * The ageing of one currency.
     *
     * @param perBand the open amount in each of the bands, in their order
     * @param apart the credits that are listed apart; zero where they are aged by their own due date
     */
    public record Line(Currency currency, List<Money> perBand, Money apart, Money total) {

        public Line {
            perBand = List.copyOf(perBand);
            Money sum = perBand.stream().reduce(apart, Money::plus);
            if (!sum.equals(total)) {
                throw new IllegalArgumentException("Bands and credits of %s are not %s".formatted(sum, total));
            }
        }

        /** Everything that is at least one day past due. */
        public Money overdue() {
            return perBand.stream().skip(1).reduce(Money.zero(currency), Money::plus);
        }
    }

    /** Ages the items with credits listed apart. */
    public static Ageing of(Collection<OpenItem> items, LocalDate asOf, AgeingBands bands) {
        return of(items, asOf, bands, CreditAgeing.LISTED_APART);
    }

    /** Ages the items as they stand; the caller has picked what was open at the date. */
    public static Ageing of(Collection<OpenItem> items, LocalDate asOf, AgeingBands bands, CreditAgeing credits) {
        Map<Currency, Sums> sums = new LinkedHashMap<>();
        for (OpenItem item : items) {
            sums.computeIfAbsent(item.open().currency(), _ -> new Sums(bands.size()))
                    .add(item, asOf, bands, credits);
        }
        List<Line> lines = new ArrayList<>(sums.size());
        sums.forEach((currency, sum) -> lines.add(sum.line(currency)));
        lines.sort(Comparator.comparing(line -> line.currency().getCurrencyCode()));
        return new Ageing(asOf, bands, credits, lines);
    }

    /** The running sums of one currency in minor units. */
    private static final class Sums {

        private final long[] perBand;
        private long apart;
        private long total;

        private Sums(int bands) {
            perBand = new long[bands];
        }

        private void add(OpenItem item, LocalDate asOf, AgeingBands bands, CreditAgeing credits) {
            long open = item.open().minor();
            total = Math.addExact(total, open);
            if (!item.isDebit() && credits == CreditAgeing.LISTED_APART) {
                apart = Math.addExact(apart, open);
                return;
            }
            int band = bands.indexOf(item.daysPastDue(asOf));
            perBand[band] = Math.addExact(perBand[band], open);
        }

        private Line line(Currency currency) {
            List<Money> amounts = new ArrayList<>(perBand.length);
            for (long minor : perBand) {
                amounts.add(Money.ofMinor(minor, currency));
            }
            return new Line(currency, amounts, Money.ofMinor(apart, currency), Money.ofMinor(total, currency));
        }
    }
}
