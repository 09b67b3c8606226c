package org.quittance.web.customers;

import org.quittance.correspondence.TextWishes;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.Customers;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps whom one talks to at a customer. */
@Controller
class ContactsController {

    private final CustomerPages pages;
    private final Customers customers;
    private final TextWishes wishes;

    ContactsController(CustomerPages pages, Customers customers, TextWishes wishes) {
        this.pages = pages;
        this.customers = customers;
        this.wishes = wishes;
    }

    @GetMapping("/customers/{id}/contacts/new")
    Page form(@PathVariable long id, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        return page(new ContactPageView(id, customer.name(), null, ContactForm.empty(customer), null, Problems.none()));
    }

    @PostMapping("/customers/{id}/contacts")
    Answer add(@PathVariable long id, ContactForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(new ContactPageView(id, customer.name(), null, form, null, problems))
                    .refused();
        }
        customers.addContact(form.draft(id), viewer.login());
        return Redirect.to("/customers/" + id).saying(form.name() + " is added.");
    }

    @GetMapping("/customers/{id}/contacts/{contactId}")
    Page contact(@PathVariable long id, @PathVariable long contactId, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        ContactForm form = ContactForm.of(existing(customer, contactId));
        return page(view(customer, contactId, form, Problems.none()));
    }

    @PostMapping("/customers/{id}/contacts/{contactId}")
    Answer change(@PathVariable long id, @PathVariable long contactId, ContactForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        existing(customer, contactId);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(view(customer, contactId, form, problems)).refused();
        }
        customers.changeContact(contactId, form.draft(id), viewer.login());
        return Redirect.to("/customers/" + id).saying(form.name() + " is changed.");
    }

    private ContactPageView view(CustomerView customer, long contactId, ContactForm form, Problems problems) {
        return new ContactPageView(
                customer.id(),
                customer.name(),
                contactId,
                form,
                wishes.ofContact(contactId).orElse(null),
                problems);
    }

    /** Notes whether the person wants text messages. */
    @PostMapping("/customers/{id}/contacts/{contactId}/text-messages")
    Answer wish(
            @PathVariable long id,
            @PathVariable long contactId,
            @RequestParam TextWishes.Wish wish,
            @RequestParam String words,
            Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        CustomerView.Contact contact = existing(customer, contactId);
        if (words.isBlank()) {
            return page(view(
                            customer,
                            contactId,
                            ContactForm.of(contact),
                            Problems.at("words", "Say how you know; whoever asks later reads it here.")))
                    .refused();
        }
        wishes.note(contactId, wish, words.strip(), viewer.login());
        return Redirect.to("/customers/%d/contacts/%d".formatted(id, contactId))
                .saying(
                        switch (wish) {
                            case NONE -> contact.name() + " gets no more text messages.";
                            case WANTED -> contact.name() + " may get text messages again.";
                        });
    }

    @PostMapping("/customers/{id}/contacts/{contactId}/removal")
    Redirect remove(@PathVariable long id, @PathVariable long contactId, Viewer viewer) {
        CustomerView.Contact contact = existing(pages.visible(id, viewer), contactId);
        customers.removeContact(contactId, viewer.login());
        return Redirect.to("/customers/" + id)
                .saying(contact.name() + " is removed. What was said with them stays on the timeline.");
    }

    private static CustomerView.Contact existing(CustomerView customer, long contactId) {
        return customer.contacts().stream()
                .filter(contact -> contact.id() == contactId)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound(
                        "%s has no contact %d. Somebody may have removed it.".formatted(customer.name(), contactId)));
    }

    private static Page page(ContactPageView view) {
        return Page.of(
                "customers/contact",
                view.contactId() == null ? "Add a contact" : view.form().name(),
                view);
    }
}
