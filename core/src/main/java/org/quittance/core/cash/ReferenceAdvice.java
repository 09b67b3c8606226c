package org.quittance.core.cash;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What a payer would have to change so that their payments apply without a person.
 *
 * <p>A payer is named from {@value #PAYMENTS_AT_LEAST} payments on of which at least half took a person. The commonest trouble decides what
 * they are asked for; of equally common ones, the one that is named first in {@link Evidence.Kind}.
 */
public final class ReferenceAdvice {

    static final int PAYMENTS_AT_LEAST = 3;

    private ReferenceAdvice() {}

    /**
     * How somebody's payments came.
     *
     * @param payments all of them
     * @param byHand how many took a person, by the strongest evidence that there was
     */
    public record Payer(long payments, Map<Evidence.Kind, Long> byHand) {

        public Payer {
            byHand = Map.copyOf(byHand);
        }
    }

    /** One sentence to the payer; empty where they are not to be troubled. */
    public static Optional<String> of(Payer payer) {
        long troubled =
                payer.byHand().values().stream().mapToLong(Long::longValue).sum();
        if (payer.payments() < PAYMENTS_AT_LEAST || 2 * troubled < payer.payments()) {
            return Optional.empty();
        }
        return payer.byHand().entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry<Evidence.Kind, Long>::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(commonest -> sentence(commonest.getKey()));
    }

    private static String sentence(Evidence.Kind kind) {
        return switch (kind) {
            case NUMBER_SHORTENED, NUMBER_IN_SERIES ->
                "Quote the whole invoice number, with its prefix and leading zeros.";
            case NUMBER_MISTYPED -> "Copy the invoice number instead of typing it.";
            case NUMBER_CUT, NUMBER_REJOINED ->
                "Put the invoice number first, or into the structured reference: the bank cuts or wraps the text.";
            case CASH_DISCOUNT -> "Take discount within the terms, and say of which invoices.";
            case BANK_CHARGE, EXCHANGE_DIFFERENCE -> "Send the invoice's currency, with all charges on your side.";
            case PART_PAYMENT, DEDUCTION -> "Say for each invoice how much is paid and why the rest is not.";
            case OVERPAYMENT, WITHIN_TOLERANCE -> "Pay the amount of the invoices named, or name what else is paid.";
            case CREDIT_NOTE_TAKEN -> "Name the credit notes that are taken off.";
            case TOGETHER_WITH_OTHER_PAYMENTS -> "Pay an invoice in one sum, or say which part each payment is.";
            case NOTHING_FOUND -> "Quote an invoice or customer number: the text has neither.";
            case EXPERIENCE, AMBIGUOUS, AMOUNT, PAYER_NAME, PAYER_ACCOUNT, CUSTOMER_NUMBER, VIRTUAL_ACCOUNT ->
                "Quote the invoice numbers: payer and amount alone fit several invoices.";
            case STRUCTURED_REFERENCE, LETTER_REFERENCE, REMITTANCE_LINE, DOCUMENT_NUMBER ->
                "Quote every invoice that is paid, each with its amount.";
        };
    }
}
