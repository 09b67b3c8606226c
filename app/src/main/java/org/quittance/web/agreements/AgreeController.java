package org.quittance.web.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.MassPromise;
import org.quittance.collections.agreement.MassPromises;
import org.quittance.collections.agreement.Plans;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.PromiseList;
import org.quittance.collections.agreement.SettlementWish;
import org.quittance.collections.agreement.Settlements;
import org.quittance.collections.contact.Presences;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.customers.ColleaguesView;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agrees on chosen items of one customer: one promise for all of them, or a plan to repay them. */
@Controller
class AgreeController {

    private static final int DAYS_TO_PAY = 7;

    private final LedgerReader reader;
    private final MassPromises promises;
    private final PromiseList promiseList;
    private final Plans plans;
    private final Settlements settlements;
    private final AuthorityBook authorities;
    private final Presences presences;
    private final BusinessClock clock;

    AgreeController(
            LedgerReader reader,
            MassPromises promises,
            PromiseList promiseList,
            Plans plans,
            Settlements settlements,
            AuthorityBook authorities,
            Presences presences,
            BusinessClock clock) {
        this.reader = reader;
        this.promises = promises;
        this.promiseList = promiseList;
        this.plans = plans;
        this.settlements = settlements;
        this.authorities = authorities;
        this.presences = presences;
        this.clock = clock;
    }

    /** What was marked on the customer's page is chosen already. */
    @GetMapping("/customers/{id}/agreement")
    Page form(@PathVariable long id, @RequestParam @Nullable List<Long> item, Viewer viewer) {
        return page(id, AgreementForm.about(item), Problems.none(), viewer);
    }

    /** The same with what the chosen items come to; nothing is kept. */
    @PostMapping("/customers/{id}/agreement")
    Page chosen(@PathVariable long id, AgreementForm form, SettlementForm terms, Viewer viewer) {
        return page(id, form, terms, Problems.none(), viewer).orFragment("agreements/chosen");
    }

    @PostMapping("/customers/{id}/promises")
    Answer promise(@PathVariable long id, AgreementForm form, Viewer viewer) {
        visible(id, viewer);
        LocalDate due = form.due() == null ? clock.today().plusDays(DAYS_TO_PAY) : form.due();
        List<ItemId> items = form.items().stream().map(ItemId::of).toList();
        MassPromise promise = new MassPromise(
                items,
                due,
                form.contact(),
                Typed.text(form.note()),
                form.repeat() == null ? PromiseDraft.Repeat.ASK : form.repeat());
        return switch (promises.note(promise, viewer)) {
            case MassPromises.Outcome.Refused(String sentence) ->
                page(id, form, Problems.at("due", sentence), viewer).refused();
            case MassPromises.Outcome.Asked(String sentence) ->
                page(id, form, Problems.at("repeat", sentence), viewer).refused();
            case MassPromises.Outcome.Noted _ ->
                Redirect.to("/customers/" + id)
                        .saying(
                                items.size() == 1
                                        ? "The item is promised."
                                        : "%d items are promised.".formatted(items.size()));
        };
    }

    @PostMapping("/customers/{id}/plans")
    Answer propose(@PathVariable long id, AgreementForm form, Viewer viewer) {
        visible(id, viewer);
        return switch (PlanForms.read(form, clock.today())) {
            case PlanForms.Read.Unreadable(String field, String sentence) ->
                page(id, form, Problems.at(field, sentence), viewer).refused();
            case PlanForms.Read.Wish(var wish) ->
                switch (plans.propose(wish, viewer)) {
                    case AgreementOutcome.Refused(String sentence) ->
                        page(id, form, Problems.at("count", sentence), viewer).refused();
                    case AgreementOutcome.Done(long plan) ->
                        Redirect.to("/agreements/plans/" + plan)
                                .saying("The plan is proposed; somebody else approves it.");
                };
        };
    }

    @PostMapping("/customers/{id}/settlements")
    Answer settle(@PathVariable long id, AgreementForm form, SettlementForm terms, Viewer viewer) {
        visible(id, viewer);
        Optional<BigDecimal> offer = offer(terms);
        LocalDate payBy = terms.payBy();
        if (offer.isEmpty() || payBy == null) {
            return page(
                            id,
                            form,
                            terms,
                            Problems.at(
                                    "offer", "Enter what we take, such as 1234.50, and the day by which it is paid."),
                            viewer)
                    .refused();
        }
        SettlementWish wish = new SettlementWish(
                form.items().stream().map(ItemId::of).toList(), offer.get(), payBy, Typed.text(form.note()));
        return switch (settlements.offer(wish, viewer)) {
            case AgreementOutcome.Refused(String sentence) ->
                page(id, form, terms, Problems.at("offer", sentence), viewer).refused();
            case AgreementOutcome.Done(long settlement) ->
                Redirect.to(SettlementsController.PATH + "/" + settlement)
                        .saying("The offer is kept. Once it stands, send it to the customer.");
        };
    }

    /** In the currency of the items, which decides how many decimals there may be. */
    private static Optional<BigDecimal> offer(SettlementForm terms) {
        return Typed.number(Typed.text(terms.offer())).filter(offer -> offer.signum() >= 0);
    }

    private Page page(long id, AgreementForm form, Problems problems, Viewer viewer) {
        return page(id, form, SettlementForm.empty(), problems, viewer);
    }

    private Page page(long id, AgreementForm form, SettlementForm settlement, Problems problems, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        List<ItemLine> items = reader.openItems(viewer, id, clock.today()).stream()
                .filter(item -> item.openMinor() > 0)
                .toList();
        return Page.of(
                "agreements/agree",
                "Agree with " + customer.name(),
                new AgreementView(
                        customer,
                        items,
                        promiseList.credibility(viewer, id),
                        form,
                        settlement,
                        new AgreementView.Concedable(authorities.plans().sentence(), authorities.givingUp(viewer)),
                        new ColleaguesView(id, presences.open(id, viewer)),
                        problems));
    }

    private CustomerView visible(long id, Viewer viewer) {
        return reader.customer(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no customer " + id + " in your portfolios."));
    }
}
