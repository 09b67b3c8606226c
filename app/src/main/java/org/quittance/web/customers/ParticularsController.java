package org.quittance.web.customers;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.Sentences;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.Customers;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes what is known of a customer, and the terms and limit of its accounts. The audit trail keeps what was. */
@Controller
class ParticularsController {

    private final CustomerPages pages;
    private final Customers customers;
    private final CustomerTraits traits;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ParticularsController(
            CustomerPages pages,
            Customers customers,
            CustomerTraits traits,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.customers = customers;
        this.traits = traits;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/customers/{id}/particulars")
    Page particulars(@PathVariable long id, Viewer viewer) {
        CustomerView customer = changeable(id, viewer);
        return page(new Typing(ParticularsForm.of(customer), noTrait(), null), customer, Problems.none(), viewer);
    }

    @PostMapping("/customers/{id}/particulars")
    Answer change(@PathVariable long id, ParticularsForm form, Viewer viewer) {
        CustomerView customer = changeable(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(new Typing(form, noTrait(), null), customer, problems, viewer)
                    .refused();
        }
        customers.change(id, form.particulars(), viewer.login());
        return Redirect.to("/customers/" + id).saying(form.name() + " is changed.");
    }

    @PostMapping("/customers/{id}/particulars/trait")
    Answer noteTrait(@PathVariable long id, TraitForm form, Viewer viewer) {
        CustomerView customer = changeable(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(new Typing(ParticularsForm.of(customer), form, null), customer, problems, viewer)
                    .refused();
        }
        traits.note(id, form.kind().orElseThrow(), form.day().orElseThrow(), form.traitReason(), viewer.login());
        return Redirect.to("/customers/" + id)
                .saying("%s is kept as %s from %s."
                        .formatted(
                                customer.name(),
                                form.kind().orElseThrow().label().toLowerCase(Locale.ROOT),
                                Sentences.day(form.day().orElseThrow())));
    }

    @PostMapping("/customers/{id}/particulars/account")
    Answer changeAccount(@PathVariable long id, AccountForm form, Viewer viewer) {
        CustomerView customer = changeable(id, viewer);
        CustomerView.Account account = customer.accounts().stream()
                .filter(each -> each.id() == form.account())
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound(
                        "%s has no account %d in your portfolios.".formatted(customer.name(), form.account())));
        Problems problems = form.problems(account);
        String holder = customers
                .holders(account.entityId(), List.of(form.virtualAccount()))
                .get(form.virtualAccount());
        if (holder != null && !holder.equals(account.number())) {
            problems = problems.and(
                    "virtual" + account.id(), "Customer %s has this account number already.".formatted(holder));
        }
        if (!problems.isEmpty()) {
            return page(new Typing(ParticularsForm.of(customer), noTrait(), form), customer, problems, viewer)
                    .refused();
        }
        transaction.executeWithoutResult(_ -> record(account, form, viewer));
        return Redirect.to("/customers/" + id)
                .saying("Account %s %s is changed.".formatted(account.entityCode(), account.number()));
    }

    /** Only what differs is a change. */
    private void record(CustomerView.Account account, AccountForm form, Viewer viewer) {
        if (form.terms() != account.termsDays()) {
            customers.changeTerms(account.id(), form.terms(), viewer.login());
        }
        Long limit = form.limitMinor(account);
        if (viewer.is(Role.MANAGER) && !Objects.equals(limit, account.limitMinor())) {
            customers.changeLimit(account.id(), limit, viewer.login());
        }
        if (!Objects.equals(form.discount(), account.discount())
                || !form.virtualAccount().equals(account.virtualAccount())) {
            customers.arrange(account.id(), form.discount(), form.virtualAccount(), viewer.login());
        }
    }

    private CustomerView changeable(long id, Viewer viewer) {
        if (!ParticularsView.isFor(viewer)) {
            throw PageRefused.forbidden("Team leads and managers change customers; ask one of them.");
        }
        return pages.visible(id, viewer);
    }

    /** What stands in the forms of the page. */
    private record Typing(
            ParticularsForm form, TraitForm trait, @Nullable AccountForm account) {}

    private TraitForm noTrait() {
        return new TraitForm("", clock.today().toString(), "");
    }

    private Page page(Typing typing, CustomerView customer, Problems problems, Viewer viewer) {
        return Page.of(
                "customers/particulars",
                customer.name(),
                new ParticularsView(
                        customer,
                        typing.form(),
                        traits.of(customer.id()),
                        typing.trait(),
                        typing.account(),
                        viewer.is(Role.MANAGER),
                        problems));
    }
}
