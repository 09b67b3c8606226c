package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * The overdue items that a single page has room for: as many of the oldest as of the largest, so that neither an old remainder nor a large
 * invoice goes unseen.
 *
 * @param shown the longest overdue first
 * @param more how many overdue items are left out
 * @param moreAmounts what is open of those, per currency, by code
 */
public record OverdueExcerpt(List<OpenItem> shown, int more, List<Money> moreAmounts) {

    private static final Comparator<OpenItem> BY_AGE = Comparator.comparing(OpenItem::dueDate)
            .thenComparingLong(item -> item.id().value());
    private static final Comparator<OpenItem> BY_AMOUNT =
            Comparator.comparingLong((OpenItem item) -> -item.open().minor()).thenComparing(BY_AGE);

    public OverdueExcerpt {
        shown = List.copyOf(shown);
        moreAmounts = List.copyOf(moreAmounts);
    }

    /** Picks at most so many of the debits that are overdue on the day. */
    public static OverdueExcerpt of(Collection<OpenItem> items, LocalDate asOf, int most) {
        List<OpenItem> byAge = items.stream()
                .filter(item -> item.isDebit() && item.daysPastDue(asOf) > 0)
                .sorted(BY_AGE)
                .toList();
        Set<OpenItem> picked = new LinkedHashSet<>(byAge.subList(0, Math.min(byAge.size(), (most + 1) / 2)));
        byAge.stream()
                .sorted(BY_AMOUNT)
                .filter(item -> !picked.contains(item))
                .limit((long) most - picked.size())
                .forEach(picked::add);
        List<OpenItem> left =
                byAge.stream().filter(item -> !picked.contains(item)).toList();
        Map<String, Money> sums = new TreeMap<>();
        left.forEach(item -> sums.merge(item.open().currency().getCurrencyCode(), item.open(), Money::plus));
        return new OverdueExcerpt(picked.stream().sorted(BY_AGE).toList(), left.size(), List.copyOf(sums.values()));
    }
}
