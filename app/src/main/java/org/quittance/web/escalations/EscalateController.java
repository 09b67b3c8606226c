package org.quittance.web.escalations;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.CaseFilePaper;
import org.quittance.collections.escalation.CaseFiles;
import org.quittance.collections.escalation.EscalationDraft;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.EscalationServiceLevels;
import org.quittance.collections.escalation.Escalations;
import org.quittance.collections.guide.GuideBook;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.EscalationPath;
import org.quittance.core.guide.GuideTopic;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.DirectoryOutcome;
import org.quittance.respondents.Respondent;
import org.quittance.respondents.RespondentDirectory;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Escalates an account of a customer, and hands out its case file. */
@Controller
class EscalateController {

    /** The steps of a strategy that are taken here. */
    private static final List<GuideTopic> STEPS = Arrays.stream(Action.values())
            .filter(action -> action == Action.ESCALATE || action.path().isPresent())
            .map(GuideTopic::of)
            .toList();

    private final LedgerReader reader;
    private final EscalationList list;
    private final Escalations escalations;
    private final EscalationServiceLevels levels;
    private final CaseFiles files;
    private final Colleagues colleagues;
    private final RespondentChoice respondents;
    private final RespondentDirectory directory;
    private final GuideBook guide;
    private final BusinessClock clock;

    EscalateController(
            LedgerReader reader,
            EscalationList list,
            Escalations escalations,
            EscalationServiceLevels levels,
            CaseFiles files,
            Colleagues colleagues,
            RespondentChoice respondents,
            RespondentDirectory directory,
            GuideBook guide,
            BusinessClock clock) {
        this.reader = reader;
        this.list = list;
        this.escalations = escalations;
        this.levels = levels;
        this.files = files;
        this.colleagues = colleagues;
        this.respondents = respondents;
        this.directory = directory;
        this.guide = guide;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/escalations")
    Page form(
            @PathVariable long id,
            @RequestParam @Nullable Long account,
            @RequestParam @Nullable EscalationPath path,
            Viewer viewer) {
        return page(visible(id, viewer), EscalateForm.of(account, path), Problems.none(), viewer);
    }

    @PostMapping("/customers/{id}/escalations")
    Answer escalate(@PathVariable long id, EscalateForm form, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        if (form.account() == null || form.path() == null) {
            return page(customer, form, Problems.at("path", "Choose the account and the path."), viewer)
                    .refused();
        }
        if (customer.accounts().stream().noneMatch(account -> account.id() == form.account())) {
            throw PageRefused.notFound("There is no such account of this customer in your portfolios.");
        }
        EscalationDraft draft = new EscalationDraft(
                form.account(), form.path(), Typed.text(form.reason()), form.addressee(respondents));
        return switch (escalations.open(draft, viewer)) {
            case EscalationOutcome.Done(long escalation) ->
                Redirect.to("/escalations/" + escalation).saying("The account is escalated as E" + escalation + ".");
            case EscalationOutcome.Refused(Objection why) ->
                page(customer, form, Problems.at(field(why), why.sentence()), viewer)
                        .refused();
            case EscalationOutcome.NotFound _ ->
                throw PageRefused.notFound("There is no such account of this customer in your portfolios.");
        };
    }

    @GetMapping("/customers/{id}/accounts/{account}/case/pdf")
    ResponseEntity<byte[]> caseFile(@PathVariable long id, @PathVariable long account, Viewer viewer) {
        boolean isTheirs = visible(id, viewer).accounts().stream().anyMatch(each -> each.id() == account);
        return files.of(account, viewer)
                .filter(_ -> isTheirs)
                .map(file -> CaseFilePdf.response(new CaseFilePaper(file, viewer, clock.now())))
                .orElseThrow(() -> PageRefused.notFound("There is no such account in your portfolios."));
    }

    /** Says who sells to the customer. */
    @PostMapping("/customers/{id}/sales-owner")
    Answer salesOwner(@PathVariable long id, @RequestParam(defaultValue = "") String owner, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        Long respondent = respondents.of(owner).map(Respondent::id).orElse(null);
        Redirect back = Redirect.to("/customers/" + customer.id() + "/escalations");
        return switch (directory.setSalesOwner(customer.id(), respondent, viewer)) {
            case DirectoryOutcome.Done _ ->
                back.saying(
                        respondent == null
                                ? "Nobody sells to this customer now."
                                : "The customer's sales owner is kept.");
            case DirectoryOutcome.Refused(var _, String told) -> back.refusing(told);
        };
    }

    private static String field(Objection why) {
        return switch (why) {
            case NEEDS_WORDS -> "reason";
            case NEEDS_AN_OWNER, OWN_ANSWER, NEEDS_A_COLLEAGUE, OWNER_LACKS_THE_AUTHORITY -> "colleague";
            case OPEN_ALREADY,
                    IN_FORCE_ALREADY,
                    NOT_OPEN,
                    NOT_IN_FORCE,
                    NOT_A_QUESTION,
                    NOT_A_RECOMMENDATION,
                    NEEDS_THE_MANAGER,
                    NOT_THEIRS -> "path";
        };
    }

    private CustomerView visible(long id, Viewer viewer) {
        return reader.customer(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no customer " + id + " in your portfolios."));
    }

    private Page page(CustomerView customer, EscalateForm form, Problems problems, Viewer viewer) {
        return Page.of(
                "escalations/escalate",
                "Escalate " + customer.name(),
                new EscalateView(
                        customer,
                        list.ofCustomer(viewer, customer.id()),
                        levels.levels(),
                        colleagues.whoMayAnswer(viewer.login()),
                        respondents.all(),
                        directory.salesOwner(customer.id()).orElse(null),
                        guide.notes(STEPS, clock.today(), viewer),
                        form,
                        problems));
    }
}
