package org.quittance.ledger;

/**
 * Somebody to talk to. Of one customer, a name and a role are one person.
 *
 * @param doNotContact they asked not to be written to or called
 */
public record ContactDraft(
        long customerId,
        String name,
        ContactRole role,
        String email,
        String phone,
        String language,
        boolean doNotContact) {

    public ContactDraft {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A contact of customer " + customerId + " without a name");
        }
    }
}
