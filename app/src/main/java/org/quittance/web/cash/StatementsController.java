package org.quittance.web.cash;

import org.quittance.cash.CashApplication;
import org.quittance.cash.CashReader;
import org.quittance.cash.Returns;
import org.quittance.cash.SettlementApplication;
import org.quittance.cash.StatementBook;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The statements that came, what became of their lines, and those that are held. */
@Controller
class StatementsController {

    private static final int SHOWN = 100;

    private final CashReader reader;
    private final StatementBook book;
    private final CashApplication application;
    private final Returns returns;
    private final SettlementApplication settlements;

    StatementsController(
            CashReader reader,
            StatementBook book,
            CashApplication application,
            Returns returns,
            SettlementApplication settlements) {
        this.settlements = settlements;
        this.reader = reader;
        this.book = book;
        this.application = application;
        this.returns = returns;
    }

    @GetMapping("/cash/statements")
    Page statements() {
        return Page.of(
                "cash/statements", "Statements", new StatementsView(reader.statements(SHOWN), reader.outgoing(SHOWN)));
    }

    @GetMapping("/cash/statements/{id}")
    Page statement(@PathVariable long id) {
        return Page.of(
                "cash/statement",
                "Statement",
                new PaymentListView("Statement " + id, "The statement has no booked lines.", reader.ofStatement(id)));
    }

    @PostMapping("/cash/statements/{id}/release")
    Answer release(@PathVariable long id, @RequestParam String reason, Viewer viewer) {
        if (reason.isBlank()) {
            return Redirect.to("/cash/statements")
                    .refusing("Say why the statement may be applied although it does not close.");
        }
        book.release(id, reason.strip(), viewer.login());
        application.apply(id, viewer.login());
        returns.settle(id, viewer.login());
        settlements.apply(viewer.login());
        return Redirect.to("/cash/statements").saying("The statement is released and its payments are applied.");
    }
}
