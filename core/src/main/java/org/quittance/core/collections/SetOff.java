package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What an account's credits would pay, were they set off: per currency, what fell due first is paid first, by the credits that came first.
 * So an item that two letters speak of is paid by the same credit in both, and no credit is counted twice.
 *
 * <p>As much of the credit notes as is disputed or to be given up in the currency pays nothing: they may be what the one or the other waits for. It
 * is taken from those that came last. Money on account pays all the same: of a promise that it belongs to, so much less is still promised.
 *
 * <p>Example: 500.00 fell due in March and 700.00 in April, and there are credit notes of 600.00. All of March's is paid and 100.00 of April's, so
 * that a letter about April's asks for 600.00. Where 100.00 of it is disputed, 100.00 of the credit notes is kept for that.
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
        List<ItemStanding> items = in(standing, currency);
        List<OpenItem> credits = credits(standing, currency);
        long[] free = free(credits, items);
        int next = 0;
        for (ItemStanding item : items) {
            long owed = item.chaseableMinor();
            while (owed > 0 && next < free.length) {
                long part = Math.min(owed, free[next]);
                if (part > 0) {
                    parts.add(new Part(item.item().id(), credits.get(next), part));
                    owed -= part;
                    free[next] -= part;
                }
                if (free[next] == 0) {
                    next++;
                }
            }
        }
    }

    private static List<ItemStanding> in(Standing standing, Currency currency) {
        return standing.items().stream()
                .filter(item -> item.currency().equals(currency))
                .toList();
    }

    private static List<OpenItem> credits(Standing standing, Currency currency) {
        return standing.credits().stream()
                .filter(credit -> credit.open().currency().equals(currency))
                .toList();
    }

    /** What each credit may pay: all of it, but for what is kept of the credit notes that came last. */
    private static long[] free(List<OpenItem> credits, List<ItemStanding> items) {
        long kept = 0;
        for (ItemStanding item : items) {
            kept = Math.addExact(kept, item.disputedMinor() + item.forgoneMinor());
        }
        long[] free = new long[credits.size()];
        for (int i = free.length - 1; i >= 0; i--) {
            long open = -credits.get(i).open().minor();
            long part = credits.get(i).kind() == ItemKind.PAYMENT ? 0 : Math.min(kept, open);
            free[i] = open - part;
            kept -= part;
        }
        return free;
    }

    /** What of the credit notes in a currency pays nothing, because of what is disputed or to be given up. */
    private static Money kept(Standing standing, Currency currency) {
        List<ItemStanding> items = in(standing, currency);
        List<OpenItem> credits = credits(standing, currency);
        long all = 0;
        for (OpenItem credit : credits) {
            all = Math.subtractExact(all, credit.open().minor());
        }
        return Money.ofMinor(all - LongStream.of(free(credits, items)).sum(), currency);
    }

    /** The same by currency, where there is any. */
    static List<Money> kept(Standing standing) {
        return standing.currencies().stream()
                .filter(sums -> sums.credits().isPositive())
                .map(sums -> kept(standing, sums.currency()))
                .filter(Money::isPositive)
                .toList();
    }

    /** How much of an item is paid, in minor units. */
    public long coveredMinor(ItemId item) {
        return covered.getOrDefault(item, 0L);
    }

    /** What is left to be asked for of an item; zero where all of it is paid. */
    public Money left(ItemStanding item) {
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
