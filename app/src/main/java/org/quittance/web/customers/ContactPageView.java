package org.quittance.web.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.Consent;
import org.quittance.core.contact.Medium;
import org.quittance.correspondence.Consents;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.ContactRole;
import org.quittance.web.page.Problems;

/**
 * The form for a contact.
 *
 * @param contactId null for one to be added
 * @param consents what the person has said about being contacted, the last first
 * @param consentForm what was typed of another such word
 */
public record ContactPageView(
        long customerId,
        String customerName,
        @Nullable Long contactId,
        ContactForm form,
        List<Consents.Noted> consents,
        ConsentForm consentForm,
        Problems problems) {

    public ContactPageView {
        consents = List.copyOf(consents);
    }

    public String action() {
        String all = "/customers/" + customerId + "/contacts";
        return contactId == null ? all : all + "/" + contactId;
    }

    public ContactRole[] roles() {
        return ContactRole.values();
    }

    public Medium[] media() {
        return Medium.values();
    }

    public Consent.Word[] words() {
        return Consent.Word.values();
    }

    public Language[] languages() {
        return Language.values();
    }
}
