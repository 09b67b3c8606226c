package org.quittance.formats.extract;

import java.util.List;
import java.util.Set;

/** What the lines of an extract are, and which columns it takes to tell. */
public enum Content {
    OPEN_ITEMS("Open items"),
    PAYMENTS("Payments"),
    CUSTOMERS("Customers"),
    /** What payments are for, line by line; the money comes with a bank statement. */
    ADVICES("Remittance advices"),
    /** What one sum of a card processor is made of; the money comes with a bank statement. */
    SETTLEMENTS("Settlement report");

    private final String label;

    Content(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Groups of fields; of each group at least one has a column. */
    public List<Set<Field>> needs() {
        return switch (this) {
            case OPEN_ITEMS ->
                List.of(
                        Set.of(Field.CUSTOMER_NUMBER, Field.CUSTOMER_NAME),
                        Set.of(Field.DOCUMENT, Field.BILLING_DOCUMENT),
                        Set.of(
                                Field.ORIGINAL_AMOUNT,
                                Field.OPEN_AMOUNT,
                                Field.LOCAL_AMOUNT,
                                Field.NET_AMOUNT,
                                Field.DEBIT_AMOUNT),
                        Set.of(Field.DOCUMENT_DATE, Field.POSTING_DATE, Field.DUE_DATE, Field.BASELINE_DATE));
            case PAYMENTS ->
                List.of(
                        Set.of(Field.ORIGINAL_AMOUNT, Field.CREDIT_AMOUNT),
                        Set.of(Field.VALUE_DATE, Field.POSTING_DATE),
                        Set.of(Field.PAYER_NAME, Field.PAYER_ACCOUNT, Field.REMITTANCE_TEXT));
            case CUSTOMERS -> List.of(Set.of(Field.CUSTOMER_NUMBER), Set.of(Field.CUSTOMER_NAME));
            case ADVICES ->
                List.of(
                        Set.of(Field.DOCUMENT),
                        Set.of(Field.ORIGINAL_AMOUNT),
                        Set.of(Field.REFERENCE, Field.VALUE_DATE));
            case SETTLEMENTS ->
                List.of(
                        Set.of(Field.TRANSACTION, Field.DOCUMENT),
                        Set.of(Field.ORIGINAL_AMOUNT, Field.NET_AMOUNT, Field.CREDIT_AMOUNT),
                        Set.of(Field.FEE, Field.DOCUMENT_TYPE));
        };
    }

    public boolean isTold(Set<Field> fields) {
        return needs().stream().allMatch(group -> group.stream().anyMatch(fields::contains));
    }
}
