package org.quittance.ledger;

import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Trait;

/**
 * A customer as a file tells of it. What is empty is not told, and leaves what is known as it is.
 *
 * @param customerMaster the numbering to which the number belongs
 * @param trait null where the file does not tell it
 */
public record CustomerDraft(
        String customerMaster,
        String number,
        CustomerParticulars particulars,
        @Nullable Trait trait) {

    /** One of whom no trait is told. */
    public CustomerDraft(String customerMaster, String number, CustomerParticulars particulars) {
        this(customerMaster, number, particulars, null);
    }

    public CustomerDraft {
        if (number.isBlank()) {
            throw new IllegalArgumentException("A customer without a number: " + particulars.name());
        }
    }
}
