package org.quittance.web.interest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.interest.InterestClaims;
import org.quittance.collections.interest.InterestReader;
import org.quittance.collections.interest.InterestView;
import org.quittance.collections.interest.InterestWaivers;
import org.quittance.collections.interest.WaiverWish;
import org.quittance.core.interest.AccountInterest;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account's interest and compensation: looked at for any day, claimed and given up today. */
@Controller
@RequestMapping("/customers/{id}/accounts/{account}/interest")
class InterestController {

    private final InterestReader reader;
    private final InterestClaims claims;
    private final InterestWaivers waivers;
    private final AuthorityBook authorities;
    private final BusinessClock clock;

    InterestController(
            InterestReader reader,
            InterestClaims claims,
            InterestWaivers waivers,
            AuthorityBook authorities,
            BusinessClock clock) {
        this.reader = reader;
        this.claims = claims;
        this.waivers = waivers;
        this.authorities = authorities;
        this.clock = clock;
    }

    @GetMapping
    Page interest(
            @PathVariable long id, @PathVariable long account, @RequestParam @Nullable LocalDate asOf, Viewer viewer) {
        return page(visible(id, account, asOf, viewer), WaiveForm.empty(), Problems.none(), viewer);
    }

    @GetMapping("/export")
    void export(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        InterestView view = visible(id, account, asOf, viewer);
        new TableExport(
                        "interest of account %s %s".formatted(view.account().accountNumber(), view.asOf()),
                        InterestTable.COLUMNS)
                .to(response, format, InterestTable.rows(view));
    }

    /** The notice as it would be claimed now. */
    @GetMapping("/pdf")
    ResponseEntity<byte[]> preview(@PathVariable long id, @PathVariable long account, Viewer viewer) {
        visible(id, account, null, viewer);
        return claims.preview(account, viewer)
                .map(pdf -> InterestTable.file(pdf, "interest-notice-" + clock.today()))
                .orElseThrow(() -> PageRefused.conflict("Nothing is due that could be claimed today."));
    }

    @PostMapping("/claims")
    Answer claim(
            @PathVariable long id,
            @PathVariable long account,
            @RequestParam InterestClaims.Way way,
            @RequestParam(defaultValue = "LEFT_OUT") InterestClaims.Undecided undecided,
            Viewer viewer) {
        InterestView view = visible(id, account, null, viewer);
        return switch (claims.claim(account, way, undecided, viewer)) {
            case AgreementOutcome.Done(long claim) ->
                Redirect.to("/agreements/interest/claims/" + claim)
                        .saying(
                                switch (way) {
                                    case BY_MAIL ->
                                        "The notice is queued; it leaves in ten seconds, or as soon as the rules of contact let it, unless you call it back.";
                                    case ON_PAPER -> "The notice is kept as claimed; print it and post it.";
                                });
            case AgreementOutcome.Refused(String sentence) ->
                page(view, WaiveForm.empty(), Problems.at("claim", sentence), viewer)
                        .refused();
        };
    }

    @PostMapping("/waivers")
    Answer waive(@PathVariable long id, @PathVariable long account, WaiveForm form, Viewer viewer) {
        InterestView view = visible(id, account, null, viewer);
        AccountInterest interest = view.interest();
        if (interest == null) {
            throw PageRefused.conflict("No law on late payment is known for the country of this entity.");
        }
        String typed = Typed.text(form.amount());
        Optional<BigDecimal> amount = typed.isEmpty()
                ? Optional.empty()
                : Typed.amount(typed, interest.scheme().currency()).map(Money::toDecimal);
        if (!typed.isEmpty() && amount.isEmpty()) {
            return page(view, form, Problems.at("amount", typed + " is no amount, such as 12.50."), viewer)
                    .refused();
        }
        WaiverWish wish =
                new WaiverWish(account, Set.copyOf(form.items()), amount.orElse(null), Typed.text(form.reason()));
        return switch (waivers.waive(wish, viewer)) {
            case AgreementOutcome.Done(long waiver) ->
                Redirect.to(InterestPageView.path(view.account()))
                        .saying(
                                waivers.isWaiting(waiver, viewer)
                                        ? "It is above what you may give up alone: somebody else approves it."
                                        : "It is given up.");
            case AgreementOutcome.Refused(String sentence) ->
                page(view, form, Problems.at("waiver", sentence), viewer).refused();
        };
    }

    private InterestView visible(long customer, long account, @Nullable LocalDate asOf, Viewer viewer) {
        return reader.of(account, asOf == null ? clock.today() : asOf, viewer)
                .filter(view -> view.account().customerId() == customer)
                .orElseThrow(
                        () -> PageRefused.notFound("There is no such account of this customer in your portfolios."));
    }

    private Page page(InterestView view, WaiveForm form, Problems problems, Viewer viewer) {
        long account = view.account().accountId();
        InterestPageView.Waiting waiting = waivers.waiting(account, viewer)
                .map(waiver -> new InterestPageView.Waiting(
                        waiver, authorities.approver(viewer).needs(waiver.givenUp())))
                .orElse(null);
        return Page.of(
                "interest/account",
                "Interest and compensation",
                new InterestPageView(
                        view,
                        view.asOf().equals(clock.today()),
                        claims.ofAccount(account, viewer),
                        waivers.ofAccount(account, viewer),
                        waiting,
                        form,
                        authorities.givingUp(viewer),
                        problems));
    }
}
