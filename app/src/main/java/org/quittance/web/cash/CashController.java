package org.quittance.web.cash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AccountChoice;
import org.quittance.cash.CashApplication;
import org.quittance.cash.CashDesk;
import org.quittance.cash.CashReader;
import org.quittance.cash.StatementBook;
import org.quittance.core.cash.Decision;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
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

@Controller
class CashController {

    private static final int SHOWN = 100;
    private static final int CHOICES = 20;
    private static final int ITEMS = 300;

    private final CashReader reader;
    private final CashDesk desk;
    private final AccountChoice accounts;
    private final StatementBook book;
    private final CashApplication application;

    CashController(
            CashReader reader, CashDesk desk, AccountChoice accounts, StatementBook book, CashApplication application) {
        this.reader = reader;
        this.desk = desk;
        this.accounts = accounts;
        this.book = book;
        this.application = application;
    }

    @GetMapping("/cash")
    Page cash(Viewer viewer) {
        return Page.of(
                "cash/cash",
                "Cash",
                new CashView(
                        reader.certificates(),
                        reader.queue(SHOWN),
                        reader.onAccount(viewer, SHOWN),
                        reader.outgoing(SHOWN),
                        reader.statements(SHOWN)));
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
            return Redirect.to("/cash").refusing("Say why the statement may be applied although it does not close.");
        }
        book.release(id, reason.strip(), viewer.login());
        while (application.applyNext(id, viewer.login()).left() > 0) {
            // Some hundred payments at a time, each batch in its own transaction.
        }
        return Redirect.to("/cash").saying("The statement is released and its payments are applied.");
    }

    @GetMapping("/cash/payments/{id}")
    Page payment(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam @Nullable Long account,
            Viewer viewer) {
        return page(id, words, account, Problems.none(), viewer);
    }

    /** Accepts a proposal as it stands. */
    @PostMapping("/cash/payments/{id}/proposals/{alternative}")
    Answer accept(@PathVariable long id, @PathVariable int alternative, Viewer viewer) {
        CashReader.PaymentView view = view(id);
        if (alternative >= view.proposals().size()) {
            throw PageRefused.conflict("The proposal no longer stands: something it would pay has been settled.");
        }
        List<CashReader.ProposedItem> items = view.proposals().get(alternative).items();
        List<Decision.Line> lines = items.stream()
                .map(item -> new Decision.Line(ItemId.of(item.itemId()), item.amountMinor()))
                .toList();
        long shown = items.getFirst().accountId();
        return answer(desk.accept(id, lines, viewer.login()), id, shown, viewer);
    }

    /** Assigns by hand: to an account, and the amounts typed for its items; what is left stays on account. */
    @PostMapping("/cash/payments/{id}/assignment")
    Answer assign(
            @PathVariable long id, @RequestParam long account, @RequestParam Map<String, String> form, Viewer viewer) {
        Currency currency = view(id).line().amount().currency();
        List<Decision.Line> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : form.entrySet()) {
            if (!entry.getKey().startsWith("item-") || entry.getValue().isBlank()) {
                continue;
            }
            Money amount;
            try {
                amount = Money.of(new BigDecimal(entry.getValue().strip().replace(",", "")), currency);
            } catch (NumberFormatException | ArithmeticException e) {
                return page(
                                id,
                                "",
                                account,
                                Problems.at("amount", entry.getValue() + " is not an amount of " + currency + "."),
                                viewer)
                        .refused();
            }
            if (!amount.isZero()) {
                lines.add(new Decision.Line(
                        ItemId.of(Long.parseLong(entry.getKey().substring("item-".length()))), amount.minor()));
            }
        }
        return answer(desk.assign(id, AccountId.of(account), lines, viewer.login()), id, account, viewer);
    }

    private Answer answer(CashDesk.Assignment assignment, long id, long account, Viewer viewer) {
        return switch (assignment) {
            case DONE -> Redirect.to("/cash").saying(assignment.sentence());
            case TAKEN_ALREADY -> throw PageRefused.conflict(assignment.sentence());
            case NOT_RECEIVED, WRONG_ENTITY, WRONG_CURRENCY, NOT_OF_THE_ACCOUNT, MORE_THAN_OPEN, MORE_THAN_PAID ->
                page(id, "", account, Problems.at("amount", assignment.sentence()), viewer)
                        .refused();
        };
    }

    private Page page(long id, String words, @Nullable Long account, Problems problems, Viewer viewer) {
        CashReader.PaymentView view = view(id);
        String looked = words.isBlank() && account == null ? view.line().payerName() : words;
        AccountChoice.Choice chosen =
                account == null ? null : accounts.byId(viewer, account).orElse(null);
        return Page.of(
                "cash/payment",
                "Payment P" + id,
                new PaymentPageView(
                        view,
                        looked,
                        accounts.search(viewer, view.line().entityId(), looked, CHOICES),
                        chosen,
                        chosen == null
                                ? List.of()
                                : accounts.openItems(
                                        chosen.accountId(),
                                        view.line().amount().currency().getCurrencyCode(),
                                        ITEMS),
                        problems));
    }

    private CashReader.PaymentView view(long id) {
        return reader.payment(id).orElseThrow(() -> PageRefused.notFound("There is no payment P" + id + "."));
    }
}
