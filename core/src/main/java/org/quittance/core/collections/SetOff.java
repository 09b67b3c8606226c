package org.quittance.core.collections;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What an account's credits would pay, were they set off: per currency, each credit first pays what it names; what is left of them pays what fell
 * due first, by the credits that came first. So an item that two letters speak of is paid by the same credit in both, and no credit is counted
 * twice.
 *
 * <p>As much of the credit notes as is disputed or to be given up in the currency pays nothing: they may be what the one or the other waits for. It
 * is taken from those that name what is disputed, then from those that came last. Money on account pays all the same: of a promise that it belongs
 * to, so much less is still promised.
 *
 * <p>Example: 500.00 fell due in March and 700.00 in April, and there are credit notes of 600.00 that name neither. All of March's is paid and 100.00
 * of April's, so that a letter about April's asks for 600.00. Where 100.00 of it is disputed, 100.00 of the credit notes is kept for that.
 */
public final class SetOff {

    /** Nothing is set off. */
    public static final SetOff NONE = new SetOff(List.of(), List.of());

    private final List<Part> parts;
    private final List<Money> kept;
    private final Map<ItemId, Long> covered = new HashMap<>();

    /** So much of an item is paid by a credit, in minor units, above nothing. */
    private record Part(ItemId item, OpenItem credit, long minor) {}

    private SetOff(List<Part> parts, List<Money> kept) {
        this.parts = List.copyOf(parts);
        this.kept = List.copyOf(kept);
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
        List<Money> kept = new ArrayList<>();
        for (CurrencyStanding sums : standing.currencies()) {
            if (sums.credits().isPositive()) {
                Account account = Account.of(standing, sums.currency());
                long[] free = account.free();
                Money keeps =
                        sums.credits().minus(Money.ofMinor(LongStream.of(free).sum(), sums.currency()));
                if (keeps.isPositive()) {
                    kept.add(keeps);
                }
                pay(account, free, parts);
            }
        }
        return new SetOff(parts, kept);
    }

    private static void pay(Account account, long[] free, List<Part> parts) {
        long[] owed =
                account.items().stream().mapToLong(ItemStanding::chaseableMinor).toArray();
        for (int credit = 0; credit < free.length && !account.named().isEmpty(); credit++) {
            for (int item = 0; item < owed.length; item++) {
                if (account.names(credit, item)) {
                    account.pay(credit, item, free, owed, parts);
                }
            }
        }
        int first = 0;
        for (int item = 0; item < owed.length; item++) {
            for (int credit = first; credit < free.length && owed[item] > 0; credit++) {
                account.pay(credit, item, free, owed, parts);
                first = free[first] == 0 ? first + 1 : first;
            }
        }
    }

    /**
     * An account in one currency: its items, what fell due first first, and its credits, what came first first.
     *
     * @param named the items that a credit names, by the credit
     */
    private record Account(List<ItemStanding> items, List<OpenItem> credits, Map<ItemId, Set<ItemId>> named) {

        static Account of(Standing standing, Currency currency) {
            return new Account(
                    standing.items().stream()
                            .filter(item -> item.currency().equals(currency))
                            .toList(),
                    standing.credits().stream()
                            .filter(credit -> credit.open().currency().equals(currency))
                            .toList(),
                    standing.namings().stream()
                            .collect(Collectors.groupingBy(
                                    CreditNaming::credit,
                                    Collectors.mapping(CreditNaming::debit, Collectors.toSet()))));
        }

        boolean names(int credit, int item) {
            return named.getOrDefault(credits.get(credit).id(), Set.of())
                    .contains(items.get(item).item().id());
        }

        void pay(int credit, int item, long[] free, long[] owed, List<Part> parts) {
            long part = Math.min(free[credit], owed[item]);
            if (part > 0) {
                parts.add(new Part(items.get(item).item().id(), credits.get(credit), part));
                free[credit] -= part;
                owed[item] -= part;
            }
        }

        /** What each credit may pay: all of it, but for what is kept of credit notes. */
        long[] free() {
            long[] free =
                    credits.stream().mapToLong(credit -> -credit.open().minor()).toArray();
            long kept = 0;
            for (int item = 0; item < items.size(); item++) {
                long rest = items.get(item).disputedMinor() + items.get(item).forgoneMinor();
                for (int credit = 0; credit < free.length && rest > 0; credit++) {
                    rest -= names(credit, item) ? keep(credit, rest, free) : 0;
                }
                kept = Math.addExact(kept, rest);
            }
            for (int credit = free.length - 1; credit >= 0; credit--) {
                kept -= keep(credit, kept, free);
            }
            return free;
        }

        private long keep(int credit, long wanted, long[] free) {
            long part = credits.get(credit).kind() == ItemKind.PAYMENT ? 0 : Math.min(wanted, free[credit]);
            free[credit] -= part;
            return part;
        }
    }

    /** What of the credit notes pays nothing, because of what is disputed or to be given up; by currency, where there is any. */
    public List<Money> kept() {
        return kept;
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
