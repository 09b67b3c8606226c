package org.quittance.web.cash;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quittance.cash.CreditDesk;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.OpenCredit;
import org.quittance.cash.OwedDebit;
import org.quittance.disputes.DisputeList;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Applies a credit that is no money of the bank to what its account owes. */
@Controller
@RequestMapping("/cash/credits/{id}")
class OpenCreditsController {

    private final CreditDesk desk;
    private final DisputeList disputes;

    OpenCreditsController(CreditDesk desk, DisputeList disputes) {
        this.desk = desk;
        this.disputes = disputes;
    }

    /** Money of the bank is applied where its payment is. */
    @GetMapping
    Answer credit(@PathVariable long id, Viewer viewer) {
        Optional<Long> payment = desk.paymentOf(id);
        return payment.isPresent()
                ? Redirect.to("/cash/payments/%d/credits/%d".formatted(payment.get(), id))
                : page(open(id), Map.of(), Problems.none(), viewer);
    }

    @PostMapping("/applications")
    Answer apply(@PathVariable long id, @RequestParam Map<String, String> form, Viewer viewer) {
        OpenCredit credit = open(id);
        Currency currency = credit.open().currency();
        DivisionForm division = DivisionForm.of(form);
        Optional<String> unreadable = division.unreadable(currency);
        if (unreadable.isPresent()) {
            Problems problems = Problems.at("desk", PaymentController.notAnAmount(unreadable.get(), currency));
            return page(credit, division.items(), problems, viewer).refused();
        }
        return switch (desk.apply(id, division.lines(currency), viewer)) {
            case DeskOutcome.Done(String sentence) ->
                Redirect.to("/items/" + id).saying(sentence);
            case DeskOutcome.Refused refused ->
                page(credit, division.items(), Problems.at("desk", refused.sentence()), viewer)
                        .refused();
            case DeskOutcome.TakenAlready(String actor, var _) ->
                page(credit, division.items(), Problems.at("desk", actor + " was quicker. Look again."), viewer)
                        .refused();
        };
    }

    private Page page(OpenCredit credit, Map<Long, String> typed, Problems problems, Viewer viewer) {
        List<OwedDebit> owed = desk.owed(credit);
        return Page.of(
                "cash/openCredit",
                "Apply " + credit.document(),
                new OpenCreditView(
                        credit,
                        owed,
                        typed,
                        disputes.ofItems(
                                viewer, owed.stream().map(OwedDebit::itemId).toList()),
                        problems));
    }

    private OpenCredit open(long id) {
        return desk.credit(id)
                .orElseThrow(() -> PageRefused.notFound("There is no credit " + id + " of which something is left."));
    }
}
