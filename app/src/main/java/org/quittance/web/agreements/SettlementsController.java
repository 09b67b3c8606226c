package org.quittance.web.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.agreement.SettlementLetters;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.collections.agreement.Settlements;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settlement offers: what waits, stands, was kept or broke. */
@Controller
@RequestMapping(SettlementsController.PATH)
class SettlementsController {

    static final String PATH = "/agreements/settlements";

    private static final List<Column> COLUMNS = List.of(
            Column.text("Settlement"),
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("State"),
            Column.text("Currency"),
            Column.money("Owed"),
            Column.money("Offer"),
            Column.money("Given up"),
            Column.money("Came in time"),
            Column.date("Offered on"),
            Column.date("Pay by"),
            Column.text("Offered by"),
            Column.text("Decided by"),
            Column.text("Why"));

    private final Settlements settlements;
    private final SettlementLetters letters;
    private final BusinessClock clock;

    SettlementsController(Settlements settlements, SettlementLetters letters, BusinessClock clock) {
        this.settlements = settlements;
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping
    Page list(Viewer viewer) {
        return Page.of("agreements/settlements", "Settlements", new SettlementsView(settlements.all(viewer)));
    }

    @GetMapping("/export")
    void export(@RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("settlements " + clock.today(), COLUMNS)
                .to(
                        response,
                        format,
                        settlements.all(viewer).stream()
                                .map(SettlementsController::row)
                                .toList());
    }

    @GetMapping("/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        return page(visible(id, viewer), Problems.none());
    }

    @GetMapping("/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id, Viewer viewer) {
        return letters.pdf(id, viewer)
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename("settlement-S" + id + ".pdf")
                                        .build()
                                        .toString())
                        .body(pdf))
                .orElseThrow(() -> notFound(id));
    }

    @PostMapping("/{id}/messages")
    Answer send(@PathVariable long id, Viewer viewer) {
        SettlementView settlement = visible(id, viewer);
        return switch (letters.send(id, viewer)) {
            case AgreementOutcome.Done(long message) ->
                Redirect.to("/outbox/" + message)
                        .saying("The offer is queued; it leaves in ten seconds unless you call it back.");
            case AgreementOutcome.Refused(String sentence) ->
                page(settlement, Problems.at("letter", sentence)).refused();
        };
    }

    @PostMapping("/{id}/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam RequestDecision decision,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        return answer(
                settlements.decide(id, decision, words, viewer),
                visible(id, viewer),
                "decision",
                switch (decision) {
                    case APPROVED -> "The offer is approved and stands. Send it to the customer.";
                    case REFUSED -> "The offer is refused; all of it stays owed.";
                });
    }

    @PostMapping("/{id}/withdrawal")
    Answer withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return answer(
                settlements.withdraw(id, reason, viewer),
                visible(id, viewer),
                "reason",
                "The offer is withdrawn; the whole claim stands again.");
    }

    private Answer answer(AgreementOutcome outcome, SettlementView settlement, String field, String done) {
        return switch (outcome) {
            case AgreementOutcome.Done(long id) -> Redirect.to(PATH + "/" + id).saying(done);
            case AgreementOutcome.Refused(String sentence) ->
                page(settlement, Problems.at(field, sentence)).refused();
        };
    }

    private SettlementView visible(long id, Viewer viewer) {
        return settlements.one(id, viewer).orElseThrow(() -> notFound(id));
    }

    private static PageRefused notFound(long id) {
        return PageRefused.notFound("There is no settlement S" + id + " in your portfolios.");
    }

    private Page page(SettlementView settlement, Problems problems) {
        return Page.of(
                "agreements/settlement",
                "Settlement " + settlement.number(),
                new SettlementPageView(settlement, settlements.needs(settlement), problems));
    }

    private static List<Value> row(SettlementView settlement) {
        String decidedBy = settlement.decidedBy();
        return List.of(
                Value.of(settlement.number()),
                Value.of(settlement.debtor().customerName()),
                Value.of(settlement.debtor().entityCode()),
                Value.of(settlement.state().label()),
                Value.of(settlement.terms().owed().currency().getCurrencyCode()),
                Value.of(settlement.terms().owed()),
                Value.of(settlement.terms().offer()),
                Value.of(settlement.terms().discount()),
                Value.of(settlement.came()),
                Value.of(settlement.terms().offeredOn()),
                Value.of(settlement.payBy()),
                Value.of(settlement.offeredBy()),
                decidedBy == null ? Value.blank() : Value.of(decidedBy),
                Value.of(settlement.reason()));
    }
}
