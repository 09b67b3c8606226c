package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What an account's credits would pay, were they set off: per currency, what fell due first is paid first, by the credits that came first.
 * So an item that two letters speak of is paid by the same credit in both, and no credit is counted twice.
 *
 * <p>As much of the credits as is disputed, promised or to be given up in the currency pays nothing: it may be what the one waits for, or what
 * keeps the other. It is taken from the credits that came last.
 *
 * <p>Example: 500.00 fell due in March and 700.00 in April, and 600.00 lies on account. All of March's is paid and 100.00 of April's, so
 * that a letter about April's asks for 600.00. Of 100.00 more that is disputed, 100.00 of the credit is kept for it.
 */
public final class SetOff {

    /** Nothing is set off. */
    public static final SetOff NONE = new SetOff(List.of());

    private final List<Part> parts;
    private final Map<ItemId, Long> covered = new HashMap<>();

    /** So much of an item is paid by a credit, in minor units, above nothing. */
    private record Part(ItemId item, OpenItem credit, long minor) {}

    private SetOff(List<Part> parts) {
        this.parts = List.copyOf(parts);
        for (Part part : parts) {
            covered.merge(part.item(), part.minor(), Math::addExact);
        }
    }

    /** Of all that may be chased, due or not. */
    static SetOff of(Standing standing) {
        if (standing.credits().isEmpty()) {
            return NONE;
        }
        List<Part> parts = new ArrayList<>();
        for (CurrencyStanding sums : standing.currencies()) {
            if (sums.credits().isPositive()) {
                add(standing, sums.currency(), parts);
            }
        }
        return new SetOff(parts);
    }

    private static void add(Standing standing, Currency currency, List<Part> parts) {
        List<ItemStanding> items = standing.items().stream()
                .filter(item -> item.currency().equals(currency))
                .toList();
        List<OpenItem> credits = standing.credits().stream()
                .filter(credit -> credit.open().currency().equals(currency))
                .toList();
        long free = 0;
        for (OpenItem credit : credits) {
            free = Math.subtractExact(free, credit.open().minor());
        }
        for (ItemStanding item : items) {
            free = Math.subtractExact(free, item.item().open().minor() - item.chaseableMinor());
        }
        int next = 0;
        long used = 0;
        for (ItemStanding item : items) {
            long owed = item.chaseableMinor();
            while (owed > 0 && free > 0) {
                OpenItem credit = credits.get(next);
                long part = Math.min(Math.min(owed, free), -credit.open().minor() - used);
                parts.add(new Part(item.item().id(), credit, part));
                owed -= part;
                free -= part;
                used += part;
                if (used == -credit.open().minor()) {
                    next++;
                    used = 0;
                }
            }
        }
    }

    /** How much of an item is paid, in minor units. */
    public long coveredMinor(ItemId item) {
        return covered.getOrDefault(item, 0L);
    }

    /** What is left to be asked for of an item; zero where all of it is paid. */
    Money left(ItemStanding item) {
        return Money.ofMinor(item.chaseableMinor() - coveredMinor(item.item().id()), item.currency());
    }

    /** The credits that pay these items, with that much of each as its open amount; the first that came first. */
    public List<OpenItem> creditsFor(Set<ItemId> items) {
        Map<OpenItem, Long> taken = new LinkedHashMap<>();
        for (Part part : parts) {
            if (items.contains(part.item())) {
                taken.merge(part.credit(), part.minor(), Math::addExact);
            }
        }
        return taken.entrySet().stream()
                .map(entry -> entry.getKey()
                        .withOpen(Money.ofMinor(
                                -entry.getValue(), entry.getKey().open().currency())))
                .toList();
    }
}
