package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/** The receipts of an account, with what of each no promise has counted yet. */
final class ReceiptTill {

    /** Receipts that name their item come before those on account; two that are equal in all may stand either way. */
    private static final Comparator<Receipt> BY_DAY = Comparator.comparing(Receipt::on)
            .thenComparingLong(ReceiptTill::itemNumber)
            .thenComparing(receipt -> receipt.amount().currency().getCurrencyCode())
            .thenComparingLong(receipt -> receipt.amount().minor());

    private final List<Receipt> receipts;
    private final long[] leftMinor;

    ReceiptTill(List<Receipt> receipts) {
        this.receipts = new ArrayList<>(receipts);
        this.receipts.sort(BY_DAY);
        this.leftMinor = this.receipts.stream()
                .mapToLong(receipt -> receipt.amount().minor())
                .toArray();
    }

    /** Takes up to the amount out of the receipts from the one day to the other that count for the promise. */
    Money take(Promise promise, Money most, LocalDate from, LocalDate to) {
        long taken = 0;
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (counts(receipt, promise)
                    && !receipt.on().isBefore(from)
                    && !receipt.on().isAfter(to)) {
                long part = Math.min(leftMinor[i], most.minor() - taken);
                leftMinor[i] -= part;
                taken += part;
            }
        }
        return Money.ofMinor(taken, most.currency());
    }

    private static boolean counts(Receipt receipt, Promise promise) {
        return receipt.amount().currency().equals(promise.amount().currency())
                && (receipt.settles() == null || promise.covers(receipt.settles()));
    }

    private static long itemNumber(Receipt receipt) {
        ItemId settles = receipt.settles();
        return settles == null ? Long.MAX_VALUE : settles.value();
    }
}
