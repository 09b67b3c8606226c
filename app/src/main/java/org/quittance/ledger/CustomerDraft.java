package org.quittance.ledger;

/**
 * A customer as a file tells of it. What is empty is not told, and leaves what is known as it is.
 *
 * @param customerMaster the numbering to which the number belongs
 */
public record CustomerDraft(String customerMaster, String number, CustomerParticulars particulars) {

    public CustomerDraft {
        if (number.isBlank()) {
            throw new IllegalArgumentException("A customer without a number: " + particulars.name());
        }
    }
}
