package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.quittance.cash.BankAccounts;
import org.quittance.cash.CashApplication;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.HandReceipts;
import org.quittance.cash.HandReceipts.Acceptance;
import org.quittance.cash.HandReceipts.Means;
import org.quittance.cash.HandRefusal;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
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

/** Money that is accepted before the bank reports it. No field takes the number of a card, and a text that has one is refused. */
@Controller
class HandReceiptsController {

    private final HandReceipts receipts;
    private final CashApplication cash;
    private final BankAccounts accounts;
    private final BusinessClock clock;

    HandReceiptsController(HandReceipts receipts, CashApplication cash, BankAccounts accounts, BusinessClock clock) {
        this.receipts = receipts;
        this.cash = cash;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The form as it was typed. */
    record Form(
            long bankAccount,
            Means means,
            String amount,
            LocalDate receivedOn,
            String payer,
            String reference,
            String note) {}

    @GetMapping("/cash/receipts/new")
    Page form() {
        return page(new HandReceiptView.Typed(0, Means.CHEQUE, "", clock.today(), "", "", ""), Problems.none());
    }

    @PostMapping("/cash/receipts")
    Answer accept(Form form, Viewer viewer) {
        Optional<Currency> currency = accounts.all().stream()
                .filter(account -> account.id() == form.bankAccount())
                .map(account -> Currency.getInstance(account.currency()))
                .findFirst();
        Optional<Money> amount = currency.flatMap(code -> Typed.amount(form.amount(), code));
        if (amount.isEmpty()) {
            return refused(form, currency.isEmpty() ? HandRefusal.NO_SUCH_BANK_ACCOUNT : HandRefusal.NOT_AN_AMOUNT);
        }
        Acceptance acceptance = receipts.accept(
                new HandReceipts.Draft(
                        form.bankAccount(),
                        form.means(),
                        amount.get(),
                        form.receivedOn(),
                        form.payer(),
                        form.reference(),
                        form.note()),
                viewer);
        return switch (acceptance) {
            case Acceptance.Accepted(long payment) ->
                Redirect.to("/cash/payments/" + payment).saying(said(cash.applyByHand(payment, viewer.login())));
            case Acceptance.Refused refused -> refused(form, refused.reason());
        };
    }

    private static String said(CashApplication.Applied applied) {
        if (applied.applied() > 0) {
            return "The money is accepted, and pays what it names.";
        }
        if (applied.onAccount() > 0) {
            return "The money is accepted and stands on the customer's account. Say what it is for.";
        }
        return applied.proposed() > 0
                ? "The money is accepted. Look at what is proposed for it."
                : "The money is accepted. Say what it is for.";
    }

    /** Says that a line of the bank is what was entered by hand. */
    @PostMapping("/cash/payments/{id}/bank-line")
    Answer join(@PathVariable long id, @RequestParam long line, Viewer viewer) {
        return switch (receipts.join(id, line, viewer)) {
            case DeskOutcome.Done(String sentence) ->
                Redirect.to("/cash/payments/" + line).saying(sentence);
            case DeskOutcome.Refused refused ->
                Redirect.to("/cash/payments/" + id).refusing(refused.sentence());
            case DeskOutcome.TakenAlready taken ->
                Redirect.to("/cash/payments/" + id).refusing(taken.actor() + " has joined them already.");
        };
    }

    /** What was typed comes back, except where it may be the number of a card: that goes nowhere. */
    private Page refused(Form form, HandRefusal reason) {
        boolean isCard = reason == HandRefusal.CARD_NUMBER;
        return page(
                        new HandReceiptView.Typed(
                                form.bankAccount(),
                                form.means(),
                                form.amount(),
                                form.receivedOn(),
                                isCard ? "" : form.payer(),
                                isCard ? "" : form.reference(),
                                isCard ? "" : form.note()),
                        Problems.at(field(reason), reason.sentence()))
                .refused();
    }

    private static String field(HandRefusal reason) {
        return switch (reason) {
            case CARD_NUMBER -> "reference";
            case NO_SUCH_BANK_ACCOUNT, NOT_AN_AMOUNT, NOT_THE_SAME -> "amount";
            case NO_PAYER -> "payer";
            case NOT_YET -> "receivedOn";
        };
    }

    private Page page(HandReceiptView.Typed typed, Problems problems) {
        return Page.of("cash/receipt", "Accept a payment", new HandReceiptView(typed, accounts.all(), problems));
    }
}
