package org.quittance.web.cash;

import org.quittance.cash.PaymentReader;
import org.quittance.cash.PaymentView;
import org.quittance.collections.reminder.PaymentQuestions;
import org.quittance.core.ledger.ItemId;
import org.quittance.identity.Viewer;
import org.quittance.web.page.Answer;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks the payer what a payment is for. */
@Controller
class QuestionsController {

    private final PaymentReader payments;
    private final PaymentQuestions questions;

    QuestionsController(PaymentReader payments, PaymentQuestions questions) {
        this.payments = payments;
        this.questions = questions;
    }

    @PostMapping("/cash/payments/{id}/credits/{credit}/questions")
    Answer ask(@PathVariable long id, @PathVariable long credit, Viewer viewer) {
        boolean isOfPayment = payments.payment(id, viewer)
                .map(PaymentView::assigned)
                .filter(assigned -> assigned.stream().anyMatch(one -> one.itemId() == credit))
                .isPresent();
        if (!isOfPayment) {
            throw PageRefused.notFound("Payment P" + id + " has no such credit.");
        }
        PaymentQuestions.Outcome outcome = questions.ask(ItemId.of(credit), viewer);
        Redirect back = Redirect.to("/cash/payments/" + id);
        return outcome == PaymentQuestions.Outcome.QUEUED
                ? back.saying(outcome.sentence())
                : back.refusing(outcome.sentence());
    }
}
