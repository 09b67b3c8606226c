package org.quittance.cash;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.Decision;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * One way to divide a payment, as it was proposed and still stands.
 *
 * @param currency of the items
 * @param exchange as what the payment would count, where that is another currency than its own; null where it is not
 */
public record Proposal(
        List<Item> items, Currency currency, @Nullable Exchanged exchange) {

    public Proposal {
        items = List.copyOf(items);
    }

    /** As what the payment would count, and why, in words. */
    public record Exchanged(Money counts, String told) {}

    /** An item that the proposal pays, and what it leaves of it. */
    public record Item(
            long itemId,
            long accountId,
            String customer,
            String document,
            LocalDate dueDate,
            long openMinor,
            long amountMinor,
            List<Decision.Difference> differences) {

        public Item {
            differences = List.copyOf(differences);
        }

        /** What of the item the proposal accounts for: paid, given up or deducted. */
        long takenMinor() {
            return amountMinor
                    + differences.stream()
                            .mapToLong(Decision.Difference::amountMinor)
                            .sum();
        }
    }

    /**
     * A name by which a page asks for this very proposal: of what it pays and leaves. Where proposals have changed since the page was shown,
     * no other has its name.
     */
    public String key() {
        String content = items.stream()
                .map(item -> item.itemId() + "=" + item.amountMinor()
                        + item.differences().stream()
                                .map(one -> one.kind().name() + one.amountMinor())
                                .sorted()
                                .collect(Collectors.joining("+", "-", "")))
                .sorted()
                .collect(Collectors.joining(";"));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public Money money(long minor) {
        return Money.ofMinor(minor, currency);
    }

    /** What the proposal would leave of a payment of which so much is to be divided. */
    public Money rest(Money open) {
        return (exchange == null ? open : exchange.counts()).minus(money(totalMinor()));
    }

    public long totalMinor() {
        return items.stream().mapToLong(Item::amountMinor).sum();
    }

    /** The proposal as a person's wish; what it leaves goes on account with the largest part. */
    public Assignments.Wish wish() {
        return new Assignments.Wish(
                items.stream()
                        .map(item -> new Decision.Line(ItemId.of(item.itemId()), item.amountMinor()))
                        .toList(),
                items.stream().flatMap(item -> item.differences().stream()).toList(),
                Map.of(),
                null,
                exchange == null ? null : exchange.counts());
    }
}
