package org.quittance.web.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.Approver;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.agreement.SettlementLetters;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.collections.agreement.Settlements;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
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
    private final AuthorityBook authorities;
    private final BusinessClock clock;

    SettlementsController(
            Settlements settlements, SettlementLetters letters, AuthorityBook authorities, BusinessClock clock) {
        this.settlements = settlements;
        this.letters = letters;
        this.authorities = authorities;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "ALL") AgreementsShown show, Viewer viewer) {
        Approver approver = authorities.approver(viewer);
        return Page.of(
                "agreements/settlements",
                "Settlements",
                new SettlementsView(
                        settlements.all(viewer).stream()
                                .filter(settlement -> isShown(settlement, show, approver))
                                .toList(),
                        show));
    }

    private static boolean isShown(SettlementView settlement, AgreementsShown show, Approver approver) {
        return switch (show) {
            case ALL -> true;
            case TO_APPROVE ->
                settlement.state() == SettlementView.State.PROPOSED
                        && approver.withheld(settlement.givenUp(), RequestDecision.APPROVED)
                                .isEmpty();
            case TO_SEND -> settlement.isToBeSent();
        };
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
        return page(visible(id, viewer), Problems.none(), viewer);
    }

    @GetMapping("/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id, Viewer viewer) {
        if (!visible(id, viewer).wasApproved()) {
            throw PageRefused.conflict("The offer is not approved. Its letter is written once it is.");
        }
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

    /** The letter for whoever posts it or hands it over: from now on the customer has the offer. */
    @PostMapping("/{id}/letters")
    ResponseEntity<byte[]> take(@PathVariable long id, Viewer viewer) {
        visible(id, viewer);
        return letters.take(id, viewer)
                .map(pdf -> file(id, pdf))
                .orElseThrow(() -> PageRefused.conflict(
                        "Settlement S" + id + " does not stand, so there is nothing to send. Open it again."));
    }

    private static ResponseEntity<byte[]> file(long id, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("settlement-S" + id + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/{id}/messages")
    Answer send(@PathVariable long id, Viewer viewer) {
        SettlementView settlement = visible(id, viewer);
        return switch (letters.send(id, viewer)) {
            case AgreementOutcome.Done(long message) ->
                Redirect.to("/outbox/" + message)
                        .saying(
                                "The offer is queued; it leaves in ten seconds, or as soon as the rules of contact let it, unless you call it back.");
            case AgreementOutcome.Refused(String sentence) ->
                page(settlement, Problems.at("letter", sentence), viewer).refused();
        };
    }

    @PostMapping("/{id}/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam RequestDecision decision,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        Said said = new Said(
                settlements.decide(id, decision, words, viewer),
                "decision",
                switch (decision) {
                    case APPROVED -> "The offer is approved and stands. Send it to the customer.";
                    case REFUSED -> "The offer is refused; all of it stays owed.";
                });
        return answer(said, visible(id, viewer), viewer);
    }

    @PostMapping("/{id}/withdrawal")
    Answer withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        Said said = new Said(
                settlements.withdraw(id, reason, viewer),
                "reason",
                "The offer is withdrawn; the whole claim stands again.");
        return answer(said, visible(id, viewer), viewer);
    }

    /** What became of a wish, at which field a refusal stands, and what is said where it is done. */
    private record Said(AgreementOutcome outcome, String field, String done) {}

    private Answer answer(Said said, SettlementView settlement, Viewer viewer) {
        return switch (said.outcome()) {
            case AgreementOutcome.Done(long id) -> Redirect.to(PATH + "/" + id).saying(said.done());
            case AgreementOutcome.Refused(String sentence) ->
                page(settlement, Problems.at(said.field(), sentence), viewer).refused();
        };
    }

    private SettlementView visible(long id, Viewer viewer) {
        return settlements.one(id, viewer).orElseThrow(() -> notFound(id));
    }

    private static PageRefused notFound(long id) {
        return PageRefused.notFound("There is no settlement S" + id + " in your portfolios.");
    }

    private Page page(SettlementView settlement, Problems problems, Viewer viewer) {
        Approver approver = authorities.approver(viewer);
        Discretion.Wish givenUp = settlement.givenUp();
        return Page.of(
                "agreements/settlement",
                "Settlement " + settlement.number(),
                new SettlementPageView(
                        settlement,
                        approver.needs(givenUp),
                        approver.withheld(givenUp, RequestDecision.APPROVED)
                                .map(Authority.Withheld::sentence)
                                .orElse(null),
                        approver.withheld(givenUp, RequestDecision.REFUSED).isEmpty(),
                        problems));
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
