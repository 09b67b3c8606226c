package org.quittance.web.customers;

import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.TextWishes;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.ContactRole;
import org.quittance.web.page.Problems;

/**
 * The form for a contact.
 *
 * @param contactId null for one to be added
 * @param optOut that the person wants no text messages; null where nothing is said against them
 */
public record ContactPageView(
        long customerId,
        String customerName,
        @Nullable Long contactId,
        ContactForm form,
        TextWishes.@Nullable OptOut optOut,
        Problems problems) {

    public String action() {
        String all = "/customers/" + customerId + "/contacts";
        return contactId == null ? all : all + "/" + contactId;
    }

    public ContactRole[] roles() {
        return ContactRole.values();
    }

    public Language[] languages() {
        return Language.values();
    }
}
