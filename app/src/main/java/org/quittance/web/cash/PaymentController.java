package org.quittance.web.cash;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.AdviceReader;
import org.quittance.cash.CashDesk;
import org.quittance.cash.CashUndo;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.DeskRefusal;
import org.quittance.cash.Exchanges;
import org.quittance.cash.HandReceipts;
import org.quittance.cash.ItemSearch;
import org.quittance.cash.Leeways;
import org.quittance.cash.Parking;
import org.quittance.cash.PaymentReader;
import org.quittance.cash.PaymentView;
import org.quittance.cash.SettlementReader;
import org.quittance.cash.StaleItems;
import org.quittance.core.cash.Assignments;
import org.quittance.core.cash.UndoReason;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.cash.PaymentPageView.Taken;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One payment: assigned by hand, applied from on account, taken back, put off. */
@Controller
class PaymentController {

    private static final int PARKED_DAYS = 7;
    private static final int CREDIT_ITEMS = 300;

    private final PaymentReader payments;
    private final CashDesk desk;
    private final CashUndo undo;
    private final Parking parking;
    private final ItemSearch search;
    private final HandReceipts receipts;
    private final AdviceReader advices;
    private final SettlementReader settlements;
    private final DivisionPage divisions;
    private final People people;
    private final BusinessClock clock;

    PaymentController(
            PaymentReader payments,
            CashDesk desk,
            CashUndo undo,
            Parking parking,
            ItemSearch search,
            HandReceipts receipts,
            AdviceReader advices,
            SettlementReader settlements,
            Leeways leeways,
            Exchanges exchanges,
            People people,
            BusinessClock clock) {
        this.payments = payments;
        this.desk = desk;
        this.undo = undo;
        this.parking = parking;
        this.search = search;
        this.receipts = receipts;
        this.advices = advices;
        this.settlements = settlements;
        this.divisions = new DivisionPage(search, leeways, exchanges);
        this.people = people;
        this.clock = clock;
    }

    /** The payment, with the division that the address has put together so far. */
    @GetMapping("/cash/payments/{id}")
    Page payment(@PathVariable long id, @RequestParam Map<String, String> form, Viewer viewer) {
        return page(view(id, viewer), form, Problems.none(), null, viewer);
    }

    /** Assigns by hand: amounts for items of whatever customers, and what is left on account. */
    @PostMapping("/cash/payments/{id}/assignment")
    Answer assign(@PathVariable long id, @RequestParam Map<String, String> form, Viewer viewer) {
        PaymentView view = view(id, viewer);
        DivisionForm division = DivisionForm.of(form);
        return switch (divisions.divided(view, division.credited())) {
            case DivisionPage.Divided.Unknown _ ->
                page(view, form, Problems.none(), null, viewer).refused();
            case DivisionPage.Divided.Known(Money money) -> assign(view, money, division, form, viewer);
        };
    }

    private Answer assign(
            PaymentView view, Money money, DivisionForm division, Map<String, String> form, Viewer viewer) {
        Optional<String> unreadable = division.unreadable(money.currency());
        if (unreadable.isPresent()) {
            Problems problems = Problems.at("desk", notAnAmount(unreadable.get(), money.currency()));
            return page(view, form, problems, null, viewer).refused();
        }
        Assignments.Wish wish = division.wish(
                money, view.line().amount().currency(), divisions.open(view, money.currency(), division, viewer));
        return answer(attempt(() -> desk.assign(view.line().id(), wish, viewer)), view, form, "/cash", viewer);
    }

    /** What lies on account, with the open items of its account, to be applied to them. */
    @GetMapping("/cash/payments/{id}/credits/{credit}")
    Page credit(@PathVariable long id, @PathVariable long credit, Viewer viewer) {
        return creditPage(view(id, viewer), credit, DivisionForm.of(Map.of()), Problems.none(), viewer);
    }

    private Page creditPage(PaymentView view, long credit, DivisionForm division, Problems problems, Viewer viewer) {
        PaymentView.Assigned assigned = credit(view, credit);
        Currency currency = assigned.open().currency();
        ItemSearch.Where where = new ItemSearch.Where(view.line().entityId(), currency);
        return Page.of(
                "cash/credit",
                "Apply P" + view.line().id(),
                new CreditPageView(
                        view,
                        assigned,
                        divisions.picks(
                                view,
                                search.itemsOf(viewer, where, assigned.accountId(), CREDIT_ITEMS),
                                currency,
                                division,
                                viewer),
                        problems));
    }

    private static PaymentView.Assigned credit(PaymentView view, long credit) {
        return view.assigned().stream()
                .filter(one -> one.itemId() == credit)
                .findFirst()
                .orElseThrow(
                        () -> PageRefused.notFound("Payment P" + view.line().id() + " has no such credit."));
    }

    /** Applies what lies on account to items of the same account. */
    @PostMapping("/cash/payments/{id}/applications")
    Answer apply(
            @PathVariable long id, @RequestParam long credit, @RequestParam Map<String, String> form, Viewer viewer) {
        PaymentView view = view(id, viewer);
        Currency currency = credit(view, credit).open().currency();
        DivisionForm division = DivisionForm.of(form);
        Optional<String> unreadable = division.unreadable(currency);
        if (unreadable.isPresent()) {
            Problems problems = Problems.at("desk", notAnAmount(unreadable.get(), currency));
            return creditPage(view, credit, division, problems, viewer).refused();
        }
        Map<Long, Money> open = divisions.open(view, currency, division, viewer);
        DeskOutcome outcome = attempt(() -> desk.apply(
                id, ItemId.of(credit), division.lines(currency), division.differences(currency, open), viewer));
        return outcome instanceof DeskOutcome.Refused refused
                ? creditPage(view, credit, division, Problems.at("desk", refused.sentence()), viewer)
                        .refused()
                : answer(outcome, view, Map.of(), "/cash/payments/" + id, viewer);
    }

    /** Takes one line back, or every line where none is named. */
    @PostMapping("/cash/payments/{id}/reversals")
    Answer reverse(
            @PathVariable long id,
            @RequestParam @Nullable Long allocation,
            @RequestParam UndoReason reason,
            @RequestParam String note,
            Viewer viewer) {
        PaymentView view = view(id, viewer);
        CashUndo.Why why = new CashUndo.Why(reason, note);
        DeskOutcome outcome = attempt(() -> allocation == null
                ? undo.reverseApplication(id, why, viewer)
                : undo.reverseLine(id, allocation, why, viewer));
        return answer(outcome, view, Map.of(), "/cash/payments/" + id, viewer);
    }

    /** Takes the payment back from an account: to nobody, or to another account. */
    @PostMapping("/cash/payments/{id}/retractions")
    Answer takeBack(
            @PathVariable long id,
            @RequestParam long credit,
            @RequestParam @Nullable Long to,
            @RequestParam UndoReason reason,
            @RequestParam String note,
            Viewer viewer) {
        PaymentView view = view(id, viewer);
        credit(view, credit);
        DeskOutcome outcome = attempt(() -> undo.takeBack(
                id, ItemId.of(credit), new CashUndo.Why(reason, note), to == null ? null : AccountId.of(to), viewer));
        return answer(outcome, view, Map.of(), "/cash/payments/" + id, viewer);
    }

    /** Puts the payment off until a day, with somebody who looks after it. */
    @PostMapping("/cash/payments/{id}/parkings")
    Answer park(
            @PathVariable long id,
            @RequestParam String owner,
            @RequestParam LocalDate until,
            @RequestParam String nextStep,
            Viewer viewer) {
        PaymentView view = view(id, viewer);
        return answer(parking.park(id, owner, until, nextStep, viewer), view, Map.of(), "/cash", viewer);
    }

    private static DeskOutcome attempt(Supplier<DeskOutcome> deed) {
        try {
            return deed.get();
        } catch (StaleItems _) {
            return new DeskOutcome.Refused(DeskRefusal.NO_LONGER_OPEN, DeskRefusal.NO_LONGER_OPEN.sentence());
        }
    }

    private Answer answer(DeskOutcome outcome, PaymentView view, Map<String, String> form, String onTo, Viewer viewer) {
        return switch (outcome) {
            case DeskOutcome.Done(String sentence) -> Redirect.to(onTo).saying(sentence);
            case DeskOutcome.Refused refused ->
                page(view, form, Problems.at("desk", refused.sentence()), null, viewer)
                        .refused();
            case DeskOutcome.TakenAlready(String actor, var at) ->
                page(view(view.line().id(), viewer), Map.of(), Problems.none(), new Taken(actor, at), viewer)
                        .withStatus(HttpStatus.CONFLICT);
        };
    }

    static String notAnAmount(String text, Currency currency) {
        return "%s is not an amount of %s. Type digits, with a point before the decimals.".formatted(text, currency);
    }

    private Page page(
            PaymentView view, Map<String, String> form, Problems problems, @Nullable Taken taken, Viewer viewer) {
        DivisionPage.Divided divided =
                divisions.divided(view, DivisionForm.of(form).credited());
        Money toAssign = switch (divided) {
            case DivisionPage.Divided.Known(Money money) -> money;
            case DivisionPage.Divided.Unknown _ ->
                Money.ofMinor(
                        view.money().unidentifiedMinor(), view.line().amount().currency());
        };
        Problems all = divided instanceof DivisionPage.Divided.Unknown(String sentence)
                ? Problems.at("desk", sentence)
                : problems;
        return Page.of(
                "cash/payment",
                "Payment P" + view.line().id(),
                new PaymentPageView(
                        view,
                        divisions.of(view, toAssign, form, viewer),
                        QueueController.cashPeople(people.all()),
                        clock.today().plusDays(PARKED_DAYS),
                        receipts.couldBe(view.line().id()),
                        advices.ofPayment(view.line().id()),
                        settlements.tieOf(view.line().id()).orElse(null),
                        all,
                        taken));
    }

    private PaymentView view(long id, Viewer viewer) {
        return payments.payment(id, viewer).orElseThrow(() -> PageRefused.notFound("There is no payment P" + id + "."));
    }
}
