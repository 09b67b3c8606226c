package org.quittance.core.cash;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;

/**
 * One reason for a match, as a person reads it.
 *
 * <p>Example: kind DOCUMENT_NUMBER, characters 4 to 14 of the remittance text, item 17, "4711000815 in the text is invoice
 * 4711000815".
 *
 * @param start where in the remittance text it stands; equal to {@code end} where it does not come from the text
 * @param end the first character after it
 * @param item the item that it speaks for; null where it speaks for none alone
 */
public record Evidence(
        Kind kind, int start, int end, @Nullable ItemId item, String sentence) {

    /** What sort of evidence, strongest first. */
    public enum Kind {
        STRUCTURED_REFERENCE,
        /** The reference of a letter of ours, which stands for the items that it listed. */
        LETTER_REFERENCE,
        REMITTANCE_LINE,
        DOCUMENT_NUMBER,
        /** The number was wrapped or spaced, or stood in one run with others. */
        NUMBER_REJOINED,
        /** Prefix or leading zeros are missing. */
        NUMBER_SHORTENED,
        /** An ending in a list whose first number is whole, or a number inside a range. */
        NUMBER_IN_SERIES,
        /** One typing error. */
        NUMBER_MISTYPED,
        /** Only the beginning or the end of the number is there. */
        NUMBER_CUT,
        /** The money was sent to an account number that only one customer has been given. */
        VIRTUAL_ACCOUNT,
        PAYER_ACCOUNT,
        CUSTOMER_NUMBER,
        PAYER_NAME,
        AMOUNT,
        /** Less by what the terms of payment let the payer take. */
        CASH_DISCOUNT,
        /** Less by what the bank says that it kept. */
        BANK_CHARGE,
        /** Less by an amount that the text names. */
        DEDUCTION,
        /** Less by what a change of currency may have cost. */
        EXCHANGE_DIFFERENCE,
        WITHIN_TOLERANCE,
        CREDIT_NOTE_TAKEN,
        TOGETHER_WITH_OTHER_PAYMENTS,
        PART_PAYMENT,
        OVERPAYMENT,
        /** Speaks against: people have found matches of this kind wrong. */
        EXPERIENCE,
        /** Speaks against: something else fits as well. */
        AMBIGUOUS,
        /** Speaks against: nothing was found. */
        NOTHING_FOUND
    }

    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("characters %d to %d".formatted(start, end));
        }
    }

    static Evidence of(Kind kind, @Nullable ItemId item, String sentence) {
        return new Evidence(kind, 0, 0, item, sentence);
    }
}
