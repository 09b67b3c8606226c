package org.quittance.web.today;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quittance.core.money.Money;
import org.quittance.ledger.ItemLine;

/**
 * What can be disputed in a call: what the customer owes and nobody has disputed yet, the oldest first.
 *
 * @param more how many more items there are than the card shows
 */
public record CallDispute(List<Item> items, int more) {

    private static final int SHOWN = 50;

    /**
     * An item that is owed.
     *
     * @param rest what of it nobody has disputed yet
     */
    public record Item(ItemLine line, Money rest) {}

    public CallDispute {
        items = List.copyOf(items);
    }

    /**
     * Of the customer's open items.
     *
     * @param leftOut what of the items is disputed already
     */
    static CallDispute of(List<ItemLine> open, Map<Long, Money> leftOut) {
        List<Item> owed = open.stream()
                .map(line -> {
                    Money amount = Money.ofMinor(line.openMinor(), line.currency());
                    Money disputed = leftOut.get(line.id());
                    return new Item(line, disputed == null ? amount : amount.minus(disputed));
                })
                .filter(item -> item.rest().isPositive())
                .sorted(Comparator.comparing((Item item) -> item.line().dueDate())
                        .thenComparingLong(item -> item.line().id()))
                .toList();
        return new CallDispute(owed.stream().limit(SHOWN).toList(), Math.max(0, owed.size() - SHOWN));
    }

    /** Whether an item is marked: as somebody has left it, and the only one before that. */
    public boolean isMarked(Item item, CallSaid said) {
        return said.saysWhatIsDisputed() ? said.items().contains(item.line().id()) : items.size() == 1;
    }
}
