package org.quittance.web.team;

import java.util.List;
import java.util.Set;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AccountChoice;
import org.quittance.ledger.AccountList;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.MoveOutcome.Moved;
import org.quittance.ledger.MoveOutcome.Refused;
import org.quittance.ledger.PortfolioMoves;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lists accounts with their portfolios, and moves those that are ticked, or all that were found. */
@Controller
class AccountsController {

    private static final String PATH = "/team/accounts";
    private static final int ROWS_SHOWN = 100;

    private final AccountList accounts;
    private final PortfolioMoves moves;
    private final People people;
    private final LegalEntities entities;

    AccountsController(AccountList accounts, PortfolioMoves moves, People people, LegalEntities entities) {
        this.accounts = accounts;
        this.moves = moves;
        this.people = people;
        this.entities = entities;
    }

    @GetMapping(PATH)
    Page list(AccountsForm form, Viewer viewer) {
        return page(form, Problems.none(), viewer);
    }

    @PostMapping(PATH + "/moves")
    Answer move(AccountsForm form, Viewer viewer) {
        AccountChoice choice = Boolean.TRUE.equals(form.all())
                ? new AccountChoice.Matching(form.filter())
                : new AccountChoice.Ticked(form.account() == null ? Set.of() : form.account());
        long to = form.to() == null ? 0 : form.to();
        String reason = form.reason() == null ? "" : form.reason();
        return switch (moves.byHand(choice, to, reason, viewer)) {
            case Moved(int moved) ->
                Redirect.to(form.query(PATH).url())
                        .saying("%s went to another portfolio; the worklists have followed."
                                .formatted(moved == 1 ? "1 account" : "%,d accounts".formatted(moved)));
            case Refused(var why) ->
                page(form, Problems.at("move", why.sentence()), viewer).refused();
        };
    }

    private Page page(AccountsForm form, Problems problems, Viewer viewer) {
        List<AccountList.Row> rows = accounts.rows(viewer, form.filter(), form.start(), ROWS_SHOWN + 1);
        return Page.of(
                "team/accounts",
                "Accounts and portfolios",
                new AccountsView(
                        form.filter(),
                        rows.stream().limit(ROWS_SHOWN).toList(),
                        accounts.count(viewer, form.filter()),
                        people.portfolios(),
                        entities.all(),
                        Pager.of(form.query(PATH), form.start(), ROWS_SHOWN, rows.size()),
                        form.reason() == null ? "" : form.reason(),
                        problems));
    }
}
