package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.RequestReader;
import org.quittance.cash.RequestReader.LimitLine;
import org.quittance.cash.RequestReader.RequestLine;
import org.quittance.cash.Requests;
import org.quittance.core.cash.Deed;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Refunds, transfers and write-offs: asked for by one, decided by another. */
@Controller
class RequestsController {

    private static final int ANSWERED = 100;
    private static final List<Column> REFUND_COLUMNS = List.of(
            Column.text("Request"),
            Column.text("Entity"),
            Column.text("Customer"),
            Column.text("Payee"),
            Column.text("Payee's account"),
            Column.text("Currency"),
            Column.money("Amount"),
            Column.text("Reason"),
            Column.text("Asked by"),
            Column.text("Approved by"),
            Column.date("Approved on"));

    private final Requests requests;
    private final RequestReader reader;
    private final BusinessClock clock;

    RequestsController(Requests requests, RequestReader reader, BusinessClock clock) {
        this.requests = requests;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/cash/requests")
    Page requests(Viewer viewer) {
        return Page.of(
                "cash/requests",
                "Requests",
                new RequestsView(
                        reader.waiting(viewer),
                        reader.waitingThatTheyHandled(viewer),
                        reader.answered(viewer, ANSWERED),
                        reader.limits()));
    }

    /** Asks for a refund, a transfer or a write-off of an item, whole or in part. */
    @PostMapping("/cash/requests")
    Answer ask(
            @RequestParam Deed deed,
            @RequestParam long item,
            @RequestParam String currency,
            @RequestParam String amount,
            @RequestParam @Nullable Long to,
            @RequestParam String reason,
            Viewer viewer) {
        Optional<Money> asked = Typed.currency(currency).flatMap(known -> Typed.amount(amount, known));
        if (asked.isEmpty()) {
            return Redirect.to("/cash/requests")
                    .refusing(amount + " is not an amount. Type digits, with a point before the decimals.");
        }
        return answer(requests.ask(
                new Requests.Draft(deed, ItemId.of(item), asked.get(), to == null ? null : AccountId.of(to), reason),
                viewer));
    }

    @PostMapping("/cash/requests/{id}/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam Requests.Decision decision,
            @RequestParam String reason,
            Viewer viewer) {
        boolean isVisible = reader.waiting(viewer).stream().anyMatch(line -> line.id() == id)
                || reader.answered(viewer, Integer.MAX_VALUE).stream().anyMatch(line -> line.id() == id);
        if (!isVisible) {
            throw PageRefused.notFound("There is no request R" + id + " in your portfolios.");
        }
        return answer(requests.decide(id, decision, reason, viewer));
    }

    /** What the treasury pays: the refunds that are approved. */
    @GetMapping("/cash/requests/refunds/export")
    void refunds(@RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("approved refunds " + clock.today(), REFUND_COLUMNS)
                .to(
                        response,
                        format,
                        reader.approvedRefunds(viewer).stream()
                                .map(RequestsController::refund)
                                .toList());
    }

    /** The manager says what a role may do alone, and what it may approve. */
    @PostMapping("/cash/requests/limits")
    Answer limit(
            @RequestParam Role role,
            @RequestParam Deed deed,
            @RequestParam String currency,
            @RequestParam(defaultValue = "0") String alone,
            @RequestParam(defaultValue = "0") String approve,
            Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets limits.");
        }
        Optional<Currency> known = Typed.currency(currency);
        Optional<Money> aloneMoney = known.flatMap(code -> Typed.amount(alone, code));
        Optional<Money> approveMoney = known.flatMap(code -> Typed.amount(approve, code));
        if (aloneMoney.isEmpty() || approveMoney.isEmpty()) {
            return Redirect.to("/cash/requests").refusing("A limit is an amount in a currency such as EUR.");
        }
        if (aloneMoney.get().isNegative()
                || approveMoney.get().isNegative()
                || (role == Role.CASH && !approveMoney.get().isZero())
                || (deed != Deed.WRITE_OFF && !aloneMoney.get().isZero())) {
            return Redirect.to("/cash/requests")
                    .refusing("Whoever applies cash approves nothing, and a refund or a transfer always takes two.");
        }
        reader.setLimit(
                new LimitLine(
                        role.name(),
                        deed,
                        aloneMoney.get().currency().getCurrencyCode(),
                        aloneMoney.get().minor(),
                        approveMoney.get().minor()),
                viewer);
        return Redirect.to("/cash/requests").saying("The limit is set.");
    }

    private static Answer answer(DeskOutcome outcome) {
        return switch (outcome) {
            case DeskOutcome.Done(String sentence) ->
                Redirect.to("/cash/requests").saying(sentence);
            case DeskOutcome.Refused refused -> Redirect.to("/cash/requests").refusing(refused.sentence());
            case DeskOutcome.TakenAlready taken ->
                Redirect.to("/cash/requests").refusing(taken.actor() + " has decided about this request already.");
        };
    }

    private static List<Value> refund(RequestLine line) {
        RequestReader.Answer answer = line.answer();
        return List.of(
                Value.of("R" + line.id()),
                Value.of(line.entityCode()),
                Value.of(line.customer()),
                Value.of(line.payeeName()),
                Value.of(line.payeeAccount()),
                Value.of(line.amount().currency().getCurrencyCode()),
                Value.of(line.amount()),
                Value.of(line.reason()),
                Value.of(line.askedBy()),
                answer == null ? Value.blank() : Value.of(answer.actor()),
                answer == null ? Value.blank() : Value.of(answer.on()));
    }
}
