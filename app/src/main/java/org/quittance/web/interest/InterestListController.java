package org.quittance.web.interest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.Approver;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.RequestDecision;
import org.quittance.collections.interest.InterestClaim;
import org.quittance.collections.interest.InterestClaims;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.collections.interest.InterestWaiver.State;
import org.quittance.collections.interest.InterestWaivers;
import org.quittance.core.agreement.Authority;
import org.quittance.core.agreement.Discretion;
import org.quittance.core.money.Money;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was claimed and given up, over all accounts; where somebody else decides about a waiver. */
@Controller
@RequestMapping(InterestListController.PATH)
class InterestListController {

    static final String PATH = "/agreements/interest";

    private static final List<Column> COLUMNS = List.of(
            Column.text("Notice"),
            Column.text("Customer"),
            Column.text("Entity"),
            Column.date("As at"),
            Column.date("Pay by"),
            Column.text("Sent"),
            Column.text("By"),
            Column.text("Document"),
            Column.date("Due date"),
            Column.text("Currency"),
            Column.money("Open"),
            Column.money("Interest"),
            Column.money("Compensation"),
            Column.money("Given up"),
            Column.money("Claimed"));

    private final InterestClaims claims;
    private final InterestWaivers waivers;
    private final AuthorityBook authorities;
    private final BusinessClock clock;

    InterestListController(
            InterestClaims claims, InterestWaivers waivers, AuthorityBook authorities, BusinessClock clock) {
        this.claims = claims;
        this.waivers = waivers;
        this.authorities = authorities;
        this.clock = clock;
    }

    @GetMapping
    Page list(Viewer viewer) {
        return page(Problems.none(), viewer);
    }

    @GetMapping("/export")
    void export(@RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<List<Value>> rows = new ArrayList<>();
        for (InterestClaim claim : claims.all(viewer)) {
            claim.lines().forEach(line -> rows.add(row(claim, line)));
        }
        new TableExport("interest claimed " + clock.today(), COLUMNS).to(response, format, rows);
    }

    /** A notice with every figure that it named. */
    @GetMapping("/claims/{id}")
    Page claim(@PathVariable long id, Viewer viewer) {
        return Page.of("interest/claim", "Interest notice N" + id, visible(id, viewer));
    }

    @GetMapping("/claims/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, Viewer viewer) {
        return claims.pdf(id, viewer)
                .map(pdf -> InterestTable.file(pdf, "interest-notice-N" + id))
                .orElseThrow(() -> notFound(id));
    }

    /** Approves or refuses a waiver that somebody else has asked for. */
    @PostMapping("/waivers/{id}/decision")
    Answer decide(
            @PathVariable long id,
            @RequestParam RequestDecision decision,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        return switch (waivers.decide(id, decision, words, viewer)) {
            case AgreementOutcome.Done _ ->
                Redirect.to(PATH)
                        .saying(
                                switch (decision) {
                                    case APPROVED -> "The waiver is approved; so much is not claimed any more.";
                                    case REFUSED -> "The waiver is refused; all of it stays due.";
                                });
            case AgreementOutcome.Refused(String sentence) ->
                page(Problems.at("waiver-" + id, sentence), viewer).refused();
        };
    }

    private Page page(Problems problems, Viewer viewer) {
        List<InterestWaiver> all = waivers.all(viewer);
        Approver approver = authorities.approver(viewer);
        return Page.of(
                "interest/list",
                "Interest and compensation",
                new InterestListView(
                        claims.all(viewer),
                        all.stream()
                                .filter(waiver -> waiver.state() == State.WAITING)
                                .map(waiver -> waiting(waiver, approver))
                                .toList(),
                        all.stream()
                                .filter(waiver -> waiver.state() != State.WAITING)
                                .toList(),
                        problems));
    }

    private static InterestListView.Waiting waiting(InterestWaiver waiver, Approver approver) {
        Discretion.Wish givenUp = waiver.givenUp();
        return new InterestListView.Waiting(
                waiver,
                approver.needs(givenUp),
                approver.withheld(givenUp, RequestDecision.APPROVED)
                        .map(Authority.Withheld::sentence)
                        .orElse(null),
                approver.withheld(givenUp, RequestDecision.REFUSED).isEmpty());
    }

    private InterestClaim visible(long id, Viewer viewer) {
        return claims.one(id, viewer).orElseThrow(() -> notFound(id));
    }

    private static PageRefused notFound(long id) {
        return PageRefused.notFound("There is no interest notice N" + id + " in your portfolios.");
    }

    private static List<Value> row(InterestClaim claim, InterestClaim.Line line) {
        return List.of(
                Value.of(claim.number()),
                Value.of(claim.debtor().customerName()),
                Value.of(claim.debtor().entityCode()),
                Value.of(claim.asOf()),
                Value.of(claim.payBy()),
                Value.of(claim.way()),
                Value.of(claim.actor()),
                Value.of(line.document()),
                Value.of(line.dueDate()),
                Value.of(line.open().currency().getCurrencyCode()),
                Value.of(line.open()),
                Value.of(line.interest()),
                Value.of(line.compensation()),
                Value.of(line.waived()),
                Value.of(claim.neverLeft() ? Money.zero(line.due().currency()) : line.due()));
    }
}
