package org.quittance.correspondence.letter;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What is open on one account in one currency.
 *
 * <p>Invariant: at least one item, all of one account and one currency, the longest due first. What stands beside them is to the credit of the
 * same account in the same currency.
 *
 * @param entity the legal entity that is owed, as the customer knows it
 * @param account the account number as the customer knows it
 * @param beside credits of the account in the currency that are listed beside the items and are in no sum, those first that came first
 */
public record Section(
        String entity, String account, PaymentDetails payTo, List<OpenItem> items, List<OpenItem> beside) {

    private static final Comparator<OpenItem> LONGEST_DUE_FIRST = Comparator.comparing(OpenItem::dueDate)
            .thenComparing(OpenItem::documentDate)
            .thenComparing(OpenItem::document)
            .thenComparingLong(item -> item.id().value());

    /** One that lists nothing beside its items. */
    public Section(String entity, String account, PaymentDetails payTo, List<OpenItem> items) {
        this(entity, account, payTo, items, List.of());
    }

    public Section {
        requireNonNull(entity, "entity");
        requireNonNull(account, "account");
        requireNonNull(payTo, "payTo");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("account " + account + " has nothing to list");
        }
        items = items.stream().sorted(LONGEST_DUE_FIRST).toList();
        beside = beside.stream().sorted(LONGEST_DUE_FIRST).toList();
        OpenItem first = items.getFirst();
        if (beside.stream().anyMatch(OpenItem::isDebit)) {
            throw new IllegalArgumentException("account " + account + " has a debit beside its items");
        }
        for (OpenItem item : Stream.concat(items.stream(), beside.stream()).toList()) {
            if (!item.account().equals(first.account())
                    || !item.open().currency().equals(first.open().currency())) {
                throw new IllegalArgumentException("%s and %s belong to different accounts or currencies"
                        .formatted(first.document(), item.document()));
            }
        }
    }

    /** The same with credits beside the items. */
    public Section listing(List<OpenItem> credits) {
        return new Section(entity, account, payTo, items, credits);
    }

    public Currency currency() {
        return items.getFirst().open().currency();
    }

    /** Everything listed, credits taken off. */
    public Money total() {
        return items.stream().map(OpenItem::open).reduce(Money.zero(currency()), Money::plus);
    }

    /** The debits past due at the date; credits are not taken off. */
    public Money overdue(LocalDate asOf) {
        return items.stream()
                .filter(item -> item.isDebit() && item.daysPastDue(asOf) > 0)
                .map(OpenItem::open)
                .reduce(Money.zero(currency()), Money::plus);
    }

    /** The same with fewer items; empty where none is left. */
    Optional<Section> with(Predicate<OpenItem> which) {
        List<OpenItem> left = items.stream().filter(which).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Section(entity, account, payTo, left, beside));
    }
}
