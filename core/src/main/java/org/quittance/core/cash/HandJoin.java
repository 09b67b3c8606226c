package org.quittance.core.cash;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quittance.core.money.Money;

/**
 * Decides which money that was accepted by hand a bank's line is.
 *
 * <p>The amount is the same to the last unit, and the line names the reference (the cheque's number), or, where neither of them has one, the
 * payer. Two that are equally good are none: a person joins them.
 */
public final class HandJoin {

    private static final int SHORTEST_REFERENCE = 4;

    private HandJoin() {}

    /** Money that was accepted by hand and is not yet at the bank. */
    public record Receipt(long id, Money amount, String reference, String payerName) {}

    /** A bank's line that nobody has decided about. */
    public record BankLine(Money amount, String payerName, String text) {}

    public static Optional<Receipt> decide(List<Receipt> receipts, BankLine line) {
        List<Receipt> same = receipts.stream()
                .filter(receipt -> receipt.amount().equals(line.amount()))
                .toList();
        String text = plain(line.text());
        List<Receipt> named = same.stream()
                .filter(receipt -> plain(receipt.reference()).length() >= SHORTEST_REFERENCE
                        && text.contains(plain(receipt.reference())))
                .toList();
        if (!named.isEmpty()) {
            return only(named);
        }
        String payer = plain(line.payerName());
        return payer.isEmpty()
                ? Optional.empty()
                : only(same.stream()
                        .filter(receipt -> plain(receipt.payerName()).equals(payer))
                        .toList());
    }

    private static Optional<Receipt> only(List<Receipt> receipts) {
        return receipts.size() == 1 ? Optional.of(receipts.getFirst()) : Optional.empty();
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
