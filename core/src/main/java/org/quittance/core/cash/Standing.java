package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.cash.CandidateIndex.Book;
import org.quittance.core.ledger.ItemId;

/**
 * The items as they stand in the course of a run: what payments have taken so far, laid over the index, and what they have shown
 * about their payers.
 */
final class Standing {

    private static final int CONTRADICTED = -3;

    final CandidateIndex index;
    private final Map<Integer, Long> openNow = new HashMap<>();
    private final Map<Integer, List<Integer>> touchedOf = new HashMap<>();
    private final Map<String, Integer> learnedAccounts = new HashMap<>();
    private final Map<String, Integer> learnedNames = new HashMap<>();
    private int lessons;

    Standing(CandidateIndex index) {
        this.index = index;
    }

    long open(int position) {
        Long now = openNow.get(position);
        return now == null ? index.open(position) : now;
    }

    /** Takes from an item; never more than is open, never across zero. */
    void take(int position, long amountMinor) {
        long before = open(position);
        long after = before - amountMinor;
        if (Long.signum(amountMinor) != Long.signum(before) || Long.signum(after) == -Long.signum(before)) {
            throw new IllegalStateException("item %s has %d open, %d was taken"
                    .formatted(index.item(position).item(), before, amountMinor));
        }
        if (openNow.put(position, after) == null) {
            touchedOf
                    .computeIfAbsent(index.customerOf(position), _ -> new ArrayList<>())
                    .add(position);
        }
    }

    /** The items of a book that are open with an amount between the two now; ascending. */
    List<Integer> withAmount(Book book, long least, long most) {
        List<Integer> found = new ArrayList<>(1);
        if (book.from() == book.to()) {
            return found;
        }
        Book then = index.withAmount(book, least, most);
        for (int position = then.from(); position < then.to(); position++) {
            if (!openNow.containsKey(position)) {
                found.add(position);
            }
        }
        for (int position : touchedOf.getOrDefault(index.customerOf(book.from()), List.of())) {
            long now = open(position);
            if (now != 0 && now >= least && now <= most && position >= book.from() && position < book.to()) {
                found.add(position);
            }
        }
        found.sort(null);
        return found;
    }

    /** The same in several books, one after the other. */
    List<Integer> withAmount(List<Book> books, long least, long most) {
        if (books.size() == 1) {
            return withAmount(books.getFirst(), least, most);
        }
        List<Integer> found = new ArrayList<>();
        books.forEach(book -> found.addAll(withAmount(book, least, most)));
        return found;
    }

    int customerPayingFrom(String bankAccount) {
        int known = index.customerPayingFrom(bankAccount);
        return known >= 0 ? known : learned(learnedAccounts, bankAccount);
    }

    int customerNamed(String name) {
        int known = index.customerNamed(name);
        return known >= 0 ? known : learned(learnedNames, name);
    }

    /** How often something was learned: whoever keeps an answer about a payer asks again when this has changed. */
    int lessons() {
        return lessons;
    }

    /** Whether an earlier payment of the run has taken a part of the item and left the rest. */
    boolean isPartPaid(int position) {
        return openNow.containsKey(position) && open(position) != 0;
    }

    /** Remembers who paid, from a payment whose items are beyond doubt. Master data is not called in question. */
    void learn(Payment payment, int customer) {
        boolean account = index.customerPayingFrom(payment.payerAccount()) < 0
                && remember(learnedAccounts, payment.payerAccount(), customer);
        boolean name =
                index.customerNamed(payment.payerName()) < 0 && remember(learnedNames, payment.payerName(), customer);
        if (account || name) {
            lessons++;
        }
    }

    /** What is open now of each item that was touched. */
    Map<ItemId, Long> changes() {
        Map<ItemId, Long> changes = new TreeMap<>(Comparator.comparingLong(ItemId::value));
        openNow.forEach((position, open) -> changes.put(index.item(position).item(), open));
        return changes;
    }

    /** Whether that was news. Whoever has paid for two customers is known as neither. */
    private static boolean remember(Map<String, Integer> map, String text, int customer) {
        String key = ReferenceKey.of(text);
        if (key.isEmpty()) {
            return false;
        }
        Integer before = map.get(key);
        int after = before == null || before == customer ? customer : CONTRADICTED;
        map.put(key, after);
        return before == null || before != after;
    }

    private static int learned(Map<String, Integer> map, String text) {
        int customer = map.isEmpty()
                ? CandidateIndex.UNKNOWN
                : map.getOrDefault(ReferenceKey.of(text), CandidateIndex.UNKNOWN);
        return customer == CONTRADICTED ? CandidateIndex.UNKNOWN : customer;
    }
}
