package org.quittance.web.customers;

import java.util.Optional;
import org.quittance.collections.behaviour.AccountBehaviour;
import org.quittance.collections.behaviour.Behaviours;
import org.quittance.collections.decision.PaymentPolicies;
import org.quittance.collections.decision.PaymentPolicies.Refusal;
import org.quittance.core.collections.PaymentPolicy;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The payment policy of its own by which a customer's account pays: shown beside what it really does, set and ended. */
@Controller
@RequestMapping("/customers/{id}/accounts/{account}/payment-policy")
class PoliciesController {

    private final CustomerPages pages;
    private final PaymentPolicies policies;
    private final Behaviours behaviours;
    private final BusinessClock clock;

    PoliciesController(CustomerPages pages, PaymentPolicies policies, Behaviours behaviours, BusinessClock clock) {
        this.pages = pages;
        this.policies = policies;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @GetMapping
    Page policy(@PathVariable long id, @PathVariable long account, Viewer viewer) {
        PolicyForm form = PolicyForm.of(policies.of(account), clock.today());
        return page(pages.visible(id, viewer), account, form, Problems.none(), viewer);
    }

    @PostMapping
    Answer set(@PathVariable long id, @PathVariable long account, PolicyForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        Problems problems = form.problems();
        if (!problems.isEmpty()) {
            return page(customer, account, form, problems, viewer).refused();
        }
        Optional<Refusal> refusal = policies.set(account, form.policy(), viewer);
        return refusal.isEmpty()
                ? Redirect.to("/customers/" + id).saying("Steps wait for the day on which they pay, from now on.")
                : page(customer, account, form, problem(refusal.get()), viewer).refused();
    }

    @PostMapping("/end")
    Answer end(@PathVariable long id, @PathVariable long account, @RequestParam String reason, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        PolicyForm form = PolicyForm.of(policies.of(account), clock.today());
        if (reason.isBlank()) {
            return page(customer, account, form, Problems.at("ended", "Say why it ends."), viewer)
                    .refused();
        }
        Optional<Refusal> refusal = policies.end(account, reason, viewer);
        return refusal.isEmpty()
                ? Redirect.to("/customers/" + id).saying("The account is asked by its terms again.")
                : page(customer, account, form, problem(refusal.get()), viewer).refused();
    }

    private static Problems problem(Refusal refusal) {
        return Problems.at(
                switch (refusal) {
                    case OVER_ALREADY, TOO_FAR_AHEAD -> "until";
                    case NOTHING_SET -> "ended";
                    case NOT_FOUND, NEEDS_A_LEAD -> "policy";
                },
                refusal.sentence());
    }

    private Page page(CustomerView customer, long accountId, PolicyForm form, Problems problems, Viewer viewer) {
        CustomerView.Account account = customer.accounts().stream()
                .filter(each -> each.id() == accountId)
                .findFirst()
                .orElseThrow(
                        () -> PageRefused.notFound("There is no such account of this customer in your portfolios."));
        PaymentPolicy policy = policies.of(accountId).orElse(null);
        return Page.of(
                "customers/policy",
                "Payment policy of " + customer.name(),
                new PolicyView(
                        customer,
                        account,
                        policy,
                        behaviours.ofCustomer(viewer, customer.id()).stream()
                                .filter(each -> each.accountId() == accountId)
                                .map(AccountBehaviour::behaviour)
                                .findFirst()
                                .orElse(null),
                        policies.history(accountId),
                        form,
                        problems));
    }
}
