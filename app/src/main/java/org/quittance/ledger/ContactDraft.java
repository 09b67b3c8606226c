package org.quittance.ledger;

import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.PhoneNumber;

/**
 * Somebody to talk to. Of one customer, a name and a role are one person.
 *
 * @param phone as it was typed or came
 * @param doNotContact they asked not to be written to or called
 * @param mobile to which text messages go; null where none is known
 * @param employerEmail we know that their employer has given them the e-mail address
 */
public record ContactDraft(
        long customerId,
        String name,
        ContactRole role,
        String email,
        String phone,
        String language,
        boolean doNotContact,
        @Nullable PhoneNumber mobile,
        boolean employerEmail) {

    /** Somebody whose mobile number is not known, with an e-mail address of their own, as far as we know. */
    public ContactDraft(
            long customerId,
            String name,
            ContactRole role,
            String email,
            String phone,
            String language,
            boolean doNotContact) {
        this(customerId, name, role, email, phone, language, doNotContact, null, false);
    }

    public ContactDraft {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A contact of customer " + customerId + " without a name");
        }
    }
}
