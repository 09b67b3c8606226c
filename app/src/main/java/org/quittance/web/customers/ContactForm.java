package org.quittance.web.customers;

import org.jspecify.annotations.Nullable;
import org.quittance.core.contact.PhoneNumber;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.Language;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * What the form for a contact sends, tidied up.
 *
 * @param employerEmail ticked when we know that the employer has given the address
 * @param doNotContact ticked when the person asked not to be written to or called
 * @param mobile to which text messages go; may be empty
 */
public record ContactForm(
        String name,
        ContactRole role,
        String email,
        String phone,
        Language language,
        @Nullable Boolean doNotContact,
        String mobile,
        @Nullable Boolean employerEmail) {

    /** What was left out of the form is absent. */
    public ContactForm(
            @Nullable String name,
            @Nullable ContactRole role,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Language language,
            @Nullable Boolean doNotContact,
            @Nullable String mobile,
            @Nullable Boolean employerEmail) {
        this.name = Typed.text(name);
        this.role = role == null ? ContactRole.ACCOUNTS_PAYABLE : role;
        this.email = Typed.text(email);
        this.phone = Typed.text(phone);
        this.language = language == null ? Language.ENGLISH : language;
        this.employerEmail = Boolean.TRUE.equals(employerEmail);
        this.doNotContact = Boolean.TRUE.equals(doNotContact);
        this.mobile = Typed.text(mobile);
    }

    static ContactForm empty(CustomerView customer) {
        return new ContactForm("", null, "", "", Language.ofCode(customer.language()), false, "", false);
    }

    static ContactForm of(CustomerView.Contact contact) {
        return new ContactForm(
                contact.name(),
                ContactRole.valueOf(contact.role()),
                contact.email(),
                contact.phone(),
                Language.ofCode(contact.language()),
                contact.doNotContact(),
                contact.mobile(),
                contact.employerEmail());
    }

    Problems problems() {
        Problems problems = Problems.none();
        if (name.isEmpty()) {
            problems = problems.and("name", "Write the name of the person, or of the office that reads the mail.");
        }
        if (!mobile.isEmpty() && PhoneNumber.parse(mobile).isEmpty()) {
            problems = problems.and(
                    "mobile",
                    "%s is no number with its country code. Write it like +44 7700 900123, or leave it empty."
                            .formatted(mobile));
        }
        return email.isEmpty() || MailAddress.parse(email, name).isPresent()
                ? problems
                : problems.and("email", email + " is no e-mail address. Write it like jana@printer.example.");
    }

    public boolean isNotToBeContacted() {
        return Boolean.TRUE.equals(doNotContact);
    }

    public boolean isEmployerEmail() {
        return Boolean.TRUE.equals(employerEmail);
    }

    ContactDraft draft(long customerId) {
        return new ContactDraft(
                customerId,
                name,
                role,
                email,
                phone,
                language.code(),
                isNotToBeContacted(),
                PhoneNumber.parse(mobile).orElse(null),
                isEmployerEmail());
    }
}
