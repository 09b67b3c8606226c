package org.quittance.web.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.CashUndo;
import org.quittance.cash.DifferenceReader;
import org.quittance.collections.decision.InForceList;
import org.quittance.copies.Copies;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.PostingKind;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeList;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.DueDates;
import org.quittance.ledger.ItemView;
import org.quittance.ledger.Ledger;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.PostingContext;
import org.quittance.ledger.PostingOutcome;
import org.quittance.platform.BusinessClock;
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

@Controller
class ItemsController {

    private final LedgerReader reader;
    private final Ledger ledger;
    private final DueDates dueDates;
    private final BusinessClock clock;
    private final CashUndo undo;
    private final DifferenceReader differences;
    private final InForceList inForce;
    private final DisputeList disputes;
    private final Copies copies;

    ItemsController(
            LedgerReader reader,
            Ledger ledger,
            DueDates dueDates,
            BusinessClock clock,
            CashUndo undo,
            DifferenceReader differences,
            InForceList inForce,
            DisputeList disputes,
            Copies copies) {
        this.copies = copies;
        this.inForce = inForce;
        this.disputes = disputes;
        this.undo = undo;
        this.differences = differences;
        this.reader = reader;
        this.ledger = ledger;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    @GetMapping("/items/{id}")
    Page item(
            @PathVariable long id,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            Viewer viewer) {
        PointOfView from = new PointOfView(asOf == null ? clock.today() : asOf, knownAt);
        ItemView item = visible(id, viewer);
        long open = reader.openMinor(viewer, item.item(), from.asOf(), from.knownAt());
        return page(item, from, open, Problems.none(), viewer);
    }

    /** Takes an allocation of the item back; the item and its counterpart are open again by that much. */
    @PostMapping("/items/{id}/reversals")
    Answer reverse(@PathVariable long id, @RequestParam long allocation, @RequestParam String reason, Viewer viewer) {
        ItemView item = visible(id, viewer);
        requireAnyOf(viewer, Role.CASH, Role.TEAM_LEAD, Role.MANAGER);
        if (item.entries().stream().noneMatch(entry -> Objects.equals(entry.reversible(), allocation))) {
            throw PageRefused.conflict("This allocation has been reversed already.");
        }
        Optional<Long> payment = undo.paymentOf(allocation);
        if (payment.isPresent()) {
            // There the reason is chosen that the false-match rate counts.
            return Redirect.to("/cash/payments/" + payment.get())
                    .refusing("This was applied for payment P%d: take it back here.".formatted(payment.get()));
        }
        if (reason.isBlank()) {
            return again(item, Problems.at("reason-" + allocation, "Say why it is reversed."), viewer)
                    .refused();
        }
        PostingOutcome outcome =
                ledger.reverse(allocation, new PostingContext(clock.today(), reason.strip(), viewer.login()));
        return answer(outcome, item, new Said("reason-" + allocation, "The allocation is reversed."), viewer);
    }

    /** Corrects what is open of the item, with a reason. */
    @PostMapping("/items/{id}/adjustments")
    Answer adjust(@PathVariable long id, @RequestParam String amount, @RequestParam String reason, Viewer viewer) {
        ItemView item = visible(id, viewer);
        requireAnyOf(viewer, Role.TEAM_LEAD, Role.MANAGER);
        if (reason.isBlank()) {
            return again(item, Problems.at("reason", "Say why the amount is corrected."), viewer)
                    .refused();
        }
        Currency currency = Currency.getInstance(item.item().currency());
        Optional<Money> delta = Typed.amount(amount, currency);
        if (delta.isEmpty()) {
            return again(item, Problems.at("amount", amount + " is not an amount of " + currency + "."), viewer)
                    .refused();
        }
        PostingOutcome outcome = ledger.adjust(
                ItemId.of(id),
                PostingKind.ADJUSTMENT,
                delta.get(),
                new PostingContext(clock.today(), reason.strip(), viewer.login()));
        return answer(outcome, item, new Said("amount", "The correction is posted."), viewer);
    }

    /** Changes the day by which the item is due, with a reason. */
    @PostMapping("/items/{id}/due-dates")
    Answer due(@PathVariable long id, @RequestParam @Nullable LocalDate due, @RequestParam String why, Viewer viewer) {
        ItemView item = visible(id, viewer);
        requireAnyOf(viewer, Role.TEAM_LEAD, Role.MANAGER);
        if (due == null || why.isBlank()) {
            return again(
                            item,
                            due == null
                                    ? Problems.at("due", "Give the day by which it is due.")
                                    : Problems.at("why", "Say why it is due on another day."),
                            viewer)
                    .refused();
        }
        return dueDates.change(ItemId.of(id), due, new PostingContext(clock.today(), why.strip(), viewer.login()))
                .<Answer>map(refusal -> again(item, Problems.at("due", refusal.sentence() + "."), viewer)
                        .refused())
                .orElseGet(() -> Redirect.to("/items/" + id).saying("The due date is changed."));
    }

    /** Where the form says what is wrong, and what is said when it is done. */
    private record Said(String field, String done) {}

    private Answer answer(PostingOutcome outcome, ItemView item, Said said, Viewer viewer) {
        return switch (outcome) {
            case PostingOutcome.Posted _ ->
                Redirect.to("/items/" + item.item().id()).saying(said.done());
            case PostingOutcome.Refused refused ->
                again(item, Problems.at(said.field(), refused.sentence() + "."), viewer)
                        .refused();
        };
    }

    private ItemView visible(long id, Viewer viewer) {
        return reader.item(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no item " + id + " in your portfolios."));
    }

    private static void requireAnyOf(Viewer viewer, Role... roles) {
        if (!viewer.isAny(roles)) {
            throw PageRefused.forbidden("Your roles do not let you post.");
        }
    }

    /** The page with a form that was refused, as all of it is known now. */
    private Page again(ItemView item, Problems problems, Viewer viewer) {
        return page(item, PointOfView.now(clock.today()), item.item().openMinor(), problems, viewer);
    }

    private Page page(ItemView item, PointOfView from, long openMinor, Problems problems, Viewer viewer) {
        return Page.of(
                "customers/item",
                item.item().kind().label() + " " + item.item().document(),
                new ItemPageView(
                        item,
                        from,
                        openMinor,
                        inForce.ofAccount(item.item().accountId(), from.asOf()),
                        differences.ofItem(item.item().id(), viewer),
                        disputes.ofItems(viewer, List.of(item.item().id()))
                                .getOrDefault(item.item().id(), List.of()),
                        copies.ofItem(item.item().id()),
                        problems));
    }
}
