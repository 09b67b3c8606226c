package org.quittance.web.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.AgreementOutcome;
import org.quittance.collections.agreement.Approver;
import org.quittance.collections.agreement.AuthorityBook;
import org.quittance.collections.agreement.PlanLetters;
import org.quittance.collections.agreement.PlanView;
import org.quittance.collections.agreement.Plans;
import org.quittance.collections.agreement.PromiseFilter;
import org.quittance.collections.agreement.PromiseLine;
import org.quittance.collections.agreement.PromiseList;
import org.quittance.core.agreement.Authority;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of what was agreed, and each plan. */
@Controller
class AgreementsController {

    private final PromiseList promises;
    private final Plans plans;
    private final PlanLetters letters;
    private final AuthorityBook authorities;
    private final People people;
    private final BusinessClock clock;

    AgreementsController(
            PromiseList promises,
            Plans plans,
            PlanLetters letters,
            AuthorityBook authorities,
            People people,
            BusinessClock clock) {
        this.promises = promises;
        this.plans = plans;
        this.letters = letters;
        this.authorities = authorities;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    Page promises(
            @RequestParam PromiseFilter.@Nullable Show show, @RequestParam @Nullable Long portfolio, Viewer viewer) {
        PromiseFilter filter = filter(show, portfolio);
        Query export = Query.of("/agreements/export").with("show", filter.show());
        export = portfolio == null ? export : export.with("portfolio", portfolio);
        return Page.of(
                "agreements/promises",
                "Promises",
                new PromisesView(
                        filter, clock.today(), promises.lines(viewer, filter), export.url(), people.portfolios()));
    }

    @GetMapping("/agreements/export")
    void export(
            @RequestParam PromiseFilter.@Nullable Show show,
            @RequestParam @Nullable Long portfolio,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        List<PromiseLine> lines = promises.lines(viewer, filter(show, portfolio));
        new TableExport("promises " + clock.today(), columns())
                .to(
                        response,
                        format,
                        lines.stream().map(AgreementsController::row).toList());
    }

    @GetMapping("/agreements/plans")
    Page plans(@RequestParam(defaultValue = "ALL") AgreementsShown show, Viewer viewer) {
        Approver approver = authorities.approver(viewer);
        return Page.of(
                "agreements/plans",
                "Repayment plans",
                new PlansView(
                        plans.all(viewer).stream()
                                .filter(plan -> show != AgreementsShown.TO_APPROVE
                                        || (plan.state() == PlanView.State.PROPOSED
                                                && approver.withheld(plan.request())
                                                        .isEmpty()))
                                .toList(),
                        show));
    }

    @GetMapping("/agreements/plans/{id}")
    Page plan(@PathVariable long id, Viewer viewer) {
        return page(visible(id, viewer), Problems.none(), viewer);
    }

    /** The letter to be signed. */
    @GetMapping("/agreements/plans/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id, Viewer viewer) {
        if (!visible(id, viewer).state().wasApproved()) {
            throw PageRefused.conflict("The plan is not approved. Its letter confirms it, and is written once it is.");
        }
        byte[] pdf = letters.pdf(viewer, id)
                .orElseThrow(() -> PageRefused.conflict(
                        "The customer has no contact who may be written to. Add one with an e-mail address."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan-" + id + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/agreements/plans/{id}/approval")
    Answer approve(@PathVariable long id, Viewer viewer) {
        PlanView plan = visible(id, viewer);
        return switch (plans.approve(id, viewer)) {
            case AgreementOutcome.Done _ -> on(id).saying("The plan is approved and runs.");
            case AgreementOutcome.Refused(String sentence) ->
                page(plan, Problems.at("approval", sentence), viewer).refused();
        };
    }

    @PostMapping("/agreements/plans/{id}/end")
    Answer end(@PathVariable long id, @RequestParam String reason, Viewer viewer) {
        PlanView plan = visible(id, viewer);
        return switch (plans.end(id, reason.strip(), viewer)) {
            case AgreementOutcome.Done _ -> on(id).saying("The plan is ended.");
            case AgreementOutcome.Refused(String sentence) ->
                page(plan, Problems.at("reason", sentence), viewer).refused();
        };
    }

    private static Redirect on(long plan) {
        return Redirect.to("/agreements/plans/" + plan);
    }

    private PlanView visible(long id, Viewer viewer) {
        return plans.one(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no plan " + id + " in your portfolios."));
    }

    private Page page(PlanView plan, Problems problems, Viewer viewer) {
        Approver approver = authorities.approver(viewer);
        return Page.of(
                "agreements/plan",
                "Repayment plan " + plan.id(),
                new PlanPageView(
                        plan,
                        plans.reference(plan.id()).orElse(null),
                        plan.state() == PlanView.State.RUNNING ? plans.onAccount(plan) : List.of(),
                        approver.needs(plan.request()),
                        approver.withheld(plan.request())
                                .map(Authority.Withheld::sentence)
                                .orElse(null),
                        problems));
    }

    private static PromiseFilter filter(PromiseFilter.@Nullable Show show, @Nullable Long portfolio) {
        return new PromiseFilter(show == null ? PromiseFilter.Show.TO_WATCH : show, portfolio);
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Customer"),
                Column.text("Entity"),
                Column.date("Made on"),
                Column.date("Due on"),
                Column.text("Currency"),
                Column.money("Amount"),
                Column.money("Came in time"),
                Column.money("Outstanding"),
                Column.text("State"),
                Column.text("Contact"),
                Column.text("Noted by"),
                Column.text("Collector"),
                Column.text("Credibility"),
                Column.text("Note"));
    }

    private static List<Value> row(PromiseLine line) {
        var promise = line.check().promise();
        return List.of(
                Value.of(line.customerName()),
                Value.of(line.entityCode()),
                Value.of(promise.madeOn()),
                Value.of(promise.dueOn()),
                Value.of(promise.amount().currency().getCurrencyCode()),
                Value.of(promise.amount()),
                Value.of(line.check().inTime()),
                Value.of(line.check().outstanding()),
                Value.of(line.check().words()),
                text(line.contact()),
                Value.of(line.notedBy()),
                text(line.collector()),
                Value.of(line.credibility().sentence()),
                Value.of(line.note()));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.blank() : Value.of(text);
    }
}
