package org.quittance.web.customers;

import java.util.Set;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AccountChoice;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.MoveOutcome.Moved;
import org.quittance.ledger.MoveOutcome.Refused;
import org.quittance.ledger.PortfolioMoves;
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

/** Shows in which portfolios a customer's accounts have lain, and moves one. */
@Controller
class AccountPortfoliosController {

    private final CustomerPages pages;
    private final PortfolioMoves moves;
    private final People people;

    AccountPortfoliosController(CustomerPages pages, PortfolioMoves moves, People people) {
        this.pages = pages;
        this.moves = moves;
        this.people = people;
    }

    @GetMapping("/customers/{id}/portfolios")
    Page history(@PathVariable long id, Viewer viewer) {
        return page(pages.visible(id, viewer), "", Problems.none(), viewer);
    }

    @PostMapping("/customers/{id}/portfolios/moves")
    Answer move(
            @PathVariable long id,
            @RequestParam long account,
            @RequestParam(defaultValue = "0") long portfolio,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        if (!ParticularsView.isFor(viewer)) {
            throw PageRefused.forbidden("Team leads and managers move accounts; ask one of them.");
        }
        CustomerView customer = pages.visible(id, viewer);
        CustomerView.Account moved = customer.accounts().stream()
                .filter(each -> each.id() == account)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound(
                        "%s has no account %d in your portfolios.".formatted(customer.name(), account)));
        return switch (moves.byHand(new AccountChoice.Ticked(Set.of(account)), portfolio, reason, viewer)) {
            case Moved _ ->
                Redirect.to(pages.isVisible(id, viewer) ? "/customers/%d/portfolios".formatted(id) : "/customers")
                        .saying("%s %s went to another portfolio, and with it its place on the worklists."
                                .formatted(moved.entityCode(), moved.number()));
            case Refused(var why) ->
                page(customer, reason, Problems.at("account" + account, why.sentence()), viewer)
                        .refused();
        };
    }

    private Page page(CustomerView customer, String reason, Problems problems, Viewer viewer) {
        return Page.of(
                "customers/portfolios",
                customer.name(),
                new PortfoliosView(
                        customer, moves.ofCustomer(customer.id(), viewer), people.portfolios(), reason, problems));
    }
}
