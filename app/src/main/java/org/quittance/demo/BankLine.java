package org.quittance.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A movement as the bank will report it.
 *
 * @param minor signed: money received is positive
 * @param counterparty who paid or was paid, as the bank writes it
 * @param text what the payment is for, in the payer's lines
 * @param reference the bank's own
 * @param parts the transactions of a batch, which sum to the movement; empty for a single one
 */
record BankLine(
        Kind kind,
        long minor,
        String counterparty,
        String counterpartyAccount,
        List<String> text,
        String reference,
        List<BankLine> parts) {

    BankLine {
        text = List.copyOf(text);
        parts = List.copyOf(parts);
        if (!parts.isEmpty() && parts.stream().mapToLong(BankLine::minor).sum() != minor) {
            throw new IllegalArgumentException("The parts of " + reference + " do not sum to " + minor);
        }
    }

    /** What the movement is to the bank. */
    enum Kind {
        RECEIVED,
        /** A direct debit that the payer's bank sent back. */
        RETURNED,
        CHARGE,
        PAID_OUT
    }

    BankLine withReference(String other) {
        return new BankLine(kind, minor, counterparty, counterpartyAccount, text, other, parts);
    }

    BankLine withMinor(long other) {
        return new BankLine(kind, other, counterparty, counterpartyAccount, text, reference, parts);
    }

    BankLine paidBy(String name, String account) {
        return new BankLine(kind, minor, name, account, text, reference, parts);
    }

    /** The same after a bank on the way has taken its charges, and said so at the end of the text. */
    BankLine lessCharges(long charges) {
        List<String> told = new ArrayList<>(text);
        told.set(told.size() - 1, told.getLast() + " less bank charges");
        return new BankLine(kind, minor - charges, counterparty, counterpartyAccount, told, reference, parts);
    }
}
