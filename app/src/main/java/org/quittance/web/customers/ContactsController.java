package org.quittance.web.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Consents;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.Customers;
import org.quittance.platform.BusinessClock;
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
    private final Consents consents;
    private final BusinessClock clock;

    ContactsController(CustomerPages pages, Customers customers, Consents consents, BusinessClock clock) {
        this.pages = pages;
        this.customers = customers;
        this.consents = consents;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/contacts/new")
    Page form(@PathVariable long id, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        return page(view(customer, null, ContactForm.empty(customer), Problems.none()));
    }

    @PostMapping("/customers/{id}/contacts")
    Answer add(@PathVariable long id, ContactForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(view(customer, null, form, problems)).refused();
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

    @PostMapping("/customers/{id}/contacts/{contactId}/removal")
    Redirect remove(@PathVariable long id, @PathVariable long contactId, Viewer viewer) {
        CustomerView.Contact contact = existing(pages.visible(id, viewer), contactId);
        customers.removeContact(contactId, viewer.login());
        return Redirect.to("/customers/" + id)
                .saying(contact.name() + " is removed. What was said with them stays on the timeline.");
    }

    /** Notes what the person has said about being called and written to. */
    @PostMapping("/customers/{id}/contacts/{contactId}/consents")
    Answer consent(@PathVariable long id, @PathVariable long contactId, ConsentForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        CustomerView.Contact contact = existing(customer, contactId);
        Optional<LocalDate> day = form.day();
        if (day.isEmpty()) {
            return consentRefused(
                    customer,
                    contact,
                    form,
                    Problems.at("on", "Give the day on which it was said, such as 2026-07-01."));
        }
        Consents.Draft draft = new Consents.Draft(
                CustomerId.of(id), contactId, form.medium(), form.word(), day.get(), form.how(), null);
        return switch (consents.note(draft, viewer.login())) {
            case DONE ->
                Redirect.to("/customers/%d/contacts/%d".formatted(id, contactId))
                        .saying("Noted: %s, %s."
                                .formatted(
                                        form.medium().label(),
                                        form.word().label().toLowerCase(Locale.ROOT)));
            case NEEDS_HOW ->
                consentRefused(customer, contact, form, Problems.at("how", Consents.Outcome.NEEDS_HOW.sentence()));
            case NOT_YET ->
                consentRefused(customer, contact, form, Problems.at("on", Consents.Outcome.NOT_YET.sentence()));
            case NO_SUCH_CONTACT -> throw PageRefused.notFound(Consents.Outcome.NO_SUCH_CONTACT.sentence());
        };
    }

    private Answer consentRefused(
            CustomerView customer, CustomerView.Contact contact, ConsentForm form, Problems problems) {
        return page(new ContactPageView(
                        customer.id(),
                        customer.name(),
                        contact.id(),
                        ContactForm.of(contact),
                        saidBy(customer, contact.id()),
                        form,
                        problems))
                .refused();
    }

    private ContactPageView view(CustomerView customer, @Nullable Long contactId, ContactForm form, Problems problems) {
        return new ContactPageView(
                customer.id(),
                customer.name(),
                contactId,
                form,
                contactId == null ? List.of() : saidBy(customer, contactId),
                ConsentForm.empty(clock.today()),
                problems);
    }

    private List<Consents.Noted> saidBy(CustomerView customer, long contactId) {
        String mobile = existing(customer, contactId).mobile();
        return consents.of(CustomerId.of(customer.id())).stream()
                .filter(noted -> noted.concerns(contactId, mobile))
                .toList();
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
