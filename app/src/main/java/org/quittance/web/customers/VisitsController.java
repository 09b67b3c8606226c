package org.quittance.web.customers;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.call.VisitLog;
import org.quittance.collections.call.VisitLogged;
import org.quittance.collections.call.VisitReport;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes visits, meetings and hospitality. */
@Controller
class VisitsController {

    private final CustomerPages pages;
    private final VisitLog visits;
    private final BusinessClock clock;

    VisitsController(CustomerPages pages, VisitLog visits, BusinessClock clock) {
        this.pages = pages;
        this.visits = visits;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/visits/new")
    Page form(@PathVariable long id, @RequestParam @Nullable Long account, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        String currency = customer.accounts().stream()
                .map(CustomerView.Account::entityCurrency)
                .findFirst()
                .orElse("");
        return page(customer, VisitForm.about(account, clock.today(), currency), Problems.none());
    }

    @PostMapping("/customers/{id}/visits")
    Answer log(@PathVariable long id, VisitForm form, Viewer viewer) {
        CustomerView customer = pages.visible(id, viewer);
        VisitReport.Kind kind = form.kind();
        VisitReport.Result result = form.result();
        Problems problems = Problems.none();
        if (kind == null) {
            problems = problems.and("kind", "Say what it was.");
        }
        if (result == null) {
            problems = problems.and("result", "Say what came of it.");
        }
        Optional<Money> cost = cost(form);
        if (cost.isEmpty() && !Typed.text(form.cost()).isEmpty()) {
            problems = problems.and(
                    "cost",
                    "\"%s\" is no amount of a currency. Write 48.50, and EUR beside it, or leave it empty."
                            .formatted(Typed.text(form.cost())));
        }
        if (kind == null || result == null || !problems.isEmpty()) {
            return page(customer, form, problems).refused();
        }
        VisitReport report = new VisitReport(
                id,
                form.account() == null ? Set.of() : Set.of(form.account()),
                kind,
                form.on() == null ? clock.today() : form.on(),
                result,
                form.contact(),
                Typed.text(form.met()),
                Typed.text(form.note()),
                cost.orElse(null),
                form.followUp() == null ? null : new FollowUp(form.followUp(), result.label()));
        return switch (visits.log(report, viewer)) {
            case VisitLogged.Logged _ -> Redirect.to("/customers/" + id).saying(noted(result));
            case VisitLogged.Refused(VisitLogged.Part part, String sentence) ->
                page(customer, form, Problems.at(field(part), sentence)).refused();
        };
    }

    private static String noted(VisitReport.Result result) {
        return switch (result) {
            case AGREED ->
                "The visit is noted. Keep what they promised as a promise or a plan, so that it is followed.";
            case DISPUTES ->
                "The visit is noted. Open the item that they dispute, and say there how much of it: nobody asks for that then.";
            case REFUSES, TALKED -> "The visit is noted.";
            case NOBODY_THERE -> "It is noted that nobody was there; the visit is still to be made.";
        };
    }

    /** More than nothing, in a currency; empty where it is not that. */
    private static Optional<Money> cost(VisitForm form) {
        Optional<Currency> currency = Typed.currency(Typed.text(form.currency()));
        return currency.flatMap(each -> Typed.amount(Typed.text(form.cost()), each))
                .filter(Money::isPositive);
    }

    private static String field(VisitLogged.Part part) {
        return switch (part) {
            case ACCOUNTS -> "account";
            case DAY -> "on";
            case FOLLOW_UP -> "followUp";
        };
    }

    private static Page page(CustomerView customer, VisitForm form, Problems problems) {
        return Page.of("customers/visit", "Visit to " + customer.name(), new VisitFormView(customer, form, problems));
    }
}
