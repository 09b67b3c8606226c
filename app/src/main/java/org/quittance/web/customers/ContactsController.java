package org.quittance.web.customers;

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

/** Keeps whom one talks to at a customer. */
@Controller
class ContactsController {

    private final CustomerPages pages;
    private final Customers customers;

    ContactsController(CustomerPages pages, Customers customers) {
        this.pages = pages;
        this.customers = customers;
    }

    @GetMapping("/customers/{id}/contacts/new")
    Page form(@PathVariable long id, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        return page(new ContactPageView(id, customer.name(), null, ContactForm.empty(customer), Problems.none()));
    }

    @PostMapping("/customers/{id}/contacts")
    Answer add(@PathVariable long id, ContactForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(new ContactPageView(id, customer.name(), null, form, problems))
                    .refused();
        }
        customers.addContact(form.draft(id), viewer.login());
        return Redirect.to("/customers/" + id).saying(form.name() + " is added.");
    }

    @GetMapping("/customers/{id}/contacts/{contactId}")
    Page contact(@PathVariable long id, @PathVariable long contactId, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        ContactForm form = ContactForm.of(existing(customer, contactId));
        return page(new ContactPageView(id, customer.name(), contactId, form, Problems.none()));
    }

    @PostMapping("/customers/{id}/contacts/{contactId}")
    Answer change(@PathVariable long id, @PathVariable long contactId, ContactForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        existing(customer, contactId);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(new ContactPageView(id, customer.name(), contactId, form, problems))
                    .refused();
        }
        customers.changeContact(contactId, form.draft(id), viewer.login());
        return Redirect.to("/customers/" + id).saying(form.name() + " is changed.");
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
