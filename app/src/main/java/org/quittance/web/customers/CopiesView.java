package org.quittance.web.customers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.reminder.CopiesDraft;
import org.quittance.collections.reminder.EnclosedCopy;
import org.quittance.core.money.Money;
import org.quittance.ledger.ItemLine;

/** The copies that would be sent, and to whom. */
public record CopiesView(long customerId, String customerName, CopiesDraft.Ready draft) {

    /** What is sent in how many mails, and how much it is. */
    public String summary() {
        int mails = draft.parts().mails().size();
        long bytes = draft.parts().mails().stream()
                .flatMap(List::stream)
                .mapToLong(EnclosedCopy::sizeBytes)
                .sum();
        return "%d %s, %,d KB%s"
                .formatted(
                        draft.count(),
                        draft.count() == 1 ? "PDF" : "PDFs",
                        Math.max(1, bytes / 1000),
                        mails > 1 ? ", in %d mails because of their size".formatted(mails) : "");
    }

    public boolean canBeSent() {
        return draft.count() > 0;
    }

    /** Whether the copy of an item is larger than a mail may be. */
    public boolean isTooLarge(ItemLine item) {
        return tooLarge().contains(item.id());
    }

    public String missing() {
        return draft.missing().stream().map(ItemLine::document).collect(Collectors.joining(", "));
    }

    public Money amount(ItemLine item) {
        return Money.ofMinor(item.originalMinor(), item.currency());
    }

    private Set<Long> tooLarge() {
        return draft.parts().tooLarge().stream().map(EnclosedCopy::itemId).collect(Collectors.toSet());
    }
}
