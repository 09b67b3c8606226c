package org.quittance.web.disputes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideBook;
import org.quittance.core.dispute.Dispute.Objection;
import org.quittance.core.dispute.DisputeReason;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.money.Money;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeFilter;
import org.quittance.disputes.DisputeFilter.Show;
import org.quittance.disputes.DisputeLine;
import org.quittance.disputes.DisputeList;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.DisputeRoutes;
import org.quittance.disputes.Disputes;
import org.quittance.disputes.Evidence;
import org.quittance.disputes.EvidenceBook;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ItemView;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.Questions;
import org.quittance.respondents.Respondent;
import org.quittance.web.escalations.AskedByMail;
import org.quittance.web.escalations.RespondentChoice;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what is disputed, the form that opens a dispute, and each with what can be done about it. */
@Controller
class DisputesController {

    /** The number of no respondent. */
    private static final long NOBODY = 0;

    static final String PATH = "/disputes";

    private static final int ROWS_SHOWN = 100;
    private static final int EXPORTED = 100_000;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Dispute"),
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("Document"),
            Column.text("Reason"),
            Column.text("Words"),
            Column.text("State"),
            Column.text("Currency"),
            Column.money("Disputed"),
            Column.money("Left out"),
            Column.text("Who finds out"),
            Column.text("Opened by"),
            Column.date("Opened on"),
            Column.date("Answer by"),
            Column.date("Ended on"));

    private final Disputes disputes;
    private final DisputeList list;
    private final DisputeRoutes routes;
    private final LedgerReader reader;
    private final Finders finders;
    private final RespondentChoice respondents;
    private final Questions questions;
    private final EvidenceBook evidence;
    private final GuideBook guide;
    private final BusinessClock clock;

    DisputesController(
            Disputes disputes,
            DisputeList list,
            DisputeRoutes routes,
            LedgerReader reader,
            Finders finders,
            RespondentChoice respondents,
            Questions questions,
            EvidenceBook evidence,
            GuideBook guide,
            BusinessClock clock) {
        this.disputes = disputes;
        this.list = list;
        this.routes = routes;
        this.reader = reader;
        this.finders = finders;
        this.respondents = respondents;
        this.questions = questions;
        this.evidence = evidence;
        this.guide = guide;
        this.clock = clock;
    }

    /** What the address asks for; what it leaves out is all that is open. */
    record Asked(@Nullable Show show, @Nullable DisputeReason reason) {

        DisputeFilter filter() {
            return new DisputeFilter(show == null ? Show.OPEN : show, reason);
        }

        Query on(String address) {
            Query url = Query.of(address);
            url = show == null ? url : url.with("show", show);
            return reason == null ? url : url.with("reason", reason);
        }
    }

    @GetMapping(PATH)
    Page list(Asked asked, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        int start = Math.max(0, from);
        List<DisputeLine> found = list.lines(viewer, asked.filter(), start, ROWS_SHOWN + 1);
        return Page.of(
                "disputes/list",
                "Disputes",
                new DisputesView(
                        asked.filter(),
                        list.counts(viewer),
                        list.totals(viewer),
                        clock.today(),
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        Pager.of(asked.on(PATH), start, ROWS_SHOWN, found.size()),
                        asked.on(PATH + "/export")
                                .with("show", asked.filter().show())
                                .url()));
    }

    @GetMapping(PATH + "/export")
    void export(Asked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("disputes " + clock.today(), COLUMNS)
                .to(
                        response,
                        format,
                        list.lines(viewer, asked.filter(), 0, EXPORTED).stream()
                                .map(DisputesController::row)
                                .toList());
    }

    @GetMapping(PATH + "/new")
    Page form(@RequestParam long item, @RequestParam @Nullable DisputeReason reason, Viewer viewer) {
        if (visibleItem(item, viewer).item().openMinor() <= 0) {
            throw PageRefused.conflict(Objection.NOTHING_OPEN.sentence() + ".");
        }
        return page(new DisputeForm(item, null, reason, null, null, null), Problems.none(), viewer);
    }

    @PostMapping(PATH)
    Answer open(DisputeForm form, Viewer viewer) {
        Currency currency =
                Currency.getInstance(visibleItem(form.item(), viewer).item().currency());
        Optional<Money> amount = Typed.amount(Typed.text(form.amount()), currency);
        if (amount.isEmpty() || form.reason() == null) {
            Problems problems = amount.isPresent()
                    ? Problems.none()
                    : Problems.at("amount", "%s is no amount of %s.".formatted(form.amount(), currency));
            problems = form.reason() == null ? problems.and("reason", "Choose what the customer says.") : problems;
            return page(form, problems, viewer).refused();
        }
        String owner = Typed.text(form.owner());
        DisputeDraft draft = new DisputeDraft(
                form.item(),
                amount.get(),
                form.reason(),
                Typed.text(form.words()),
                RespondentChoice.isOne(owner) ? null : owner,
                RespondentChoice.isOne(owner) ? respondent(owner) : null,
                form.answerBy());
        return switch (disputes.open(draft, viewer)) {
            case DisputeOutcome.Done(long id) ->
                Redirect.to(PATH + "/" + id).saying("D%d is open: nobody asks for this part any more.".formatted(id));
            case DisputeOutcome.Refused(Objection why) ->
                page(form, Problems.at(field(why), why.sentence() + "."), viewer)
                        .refused();
            case DisputeOutcome.NotFound _ ->
                page(form, Problems.at("amount", Objection.NOTHING_OPEN.sentence() + "."), viewer)
                        .refused();
        };
    }

    private static String field(Objection why) {
        return switch (why) {
            case NOTHING_OPEN, NOT_AN_AMOUNT, MORE_THAN_OPEN -> "amount";
            case NEEDS_WORDS -> "words";
            case NEEDS_AN_OWNER -> "owner";
            case DAY_IS_OVER -> "answerBy";
            case IS_OVER, NEEDS_A_FINDING -> "finding";
            case NOT_WITHIN -> "notOwed";
        };
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        return page(line, line.amount().toDecimal().toPlainString(), "", Problems.none(), viewer);
    }

    @PostMapping(PATH + "/{id}/answer")
    Answer answer(@PathVariable long id, @RequestParam String notOwed, @RequestParam String finding, Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        Optional<Money> amount =
                Typed.amount(notOwed.isBlank() ? "0" : notOwed, line.amount().currency());
        if (amount.isEmpty()) {
            return page(line, notOwed, finding, Problems.at("notOwed", notOwed + " is no amount."), viewer)
                    .refused();
        }
        return answered(
                disputes.answer(id, amount.get(), finding, viewer),
                line,
                notOwed,
                finding,
                "The answer is kept.",
                viewer);
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    Answer withdraw(@PathVariable long id, @RequestParam String words, Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        return answered(
                disputes.withdraw(id, words, viewer), line, "", words, "It is withdrawn, and asked for again.", viewer);
    }

    @PostMapping(PATH + "/{id}/owner")
    Answer handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        return answered(
                RespondentChoice.isOne(owner)
                        ? disputes.handOverByMail(id, respondent(owner), words, viewer)
                        : disputes.handOver(id, owner, words, viewer),
                line,
                "",
                words,
                "Somebody else finds out now.",
                viewer);
    }

    /** One who is no respondent any more has no number, and the rules ask for an owner. */
    private long respondent(String owner) {
        return respondents.of(owner).map(Respondent::id).orElse(NOBODY);
    }

    /** Asks whoever finds out by mail, once more or for the first time. */
    @PostMapping(PATH + "/{id}/question")
    Answer ask(@PathVariable long id, Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        return Redirect.to(PATH + "/" + line.id())
                .saying(AskedByMail.again(questions, QuestionKind.DISPUTE, line.id(), viewer));
    }

    /** Makes the links that were sent useless. */
    @PostMapping(PATH + "/{id}/question/revocation")
    Answer revoke(@PathVariable long id, Viewer viewer) {
        DisputeLine line = visible(id, viewer);
        questions.revoke(QuestionKind.DISPUTE, line.id(), viewer);
        return Redirect.to(PATH + "/" + line.id()).saying(AskedByMail.REVOKED);
    }

    /** To be saved, never shown by the browser here: it is somebody else's file. */
    @GetMapping(PATH + "/{id}/evidence/{evidenceId}/file")
    ResponseEntity<byte[]> evidence(@PathVariable long id, @PathVariable long evidenceId, Viewer viewer) {
        Evidence.Content file = evidence.content(visible(id, viewer).id(), evidenceId)
                .orElseThrow(() -> PageRefused.notFound("D%d has no evidence %d.".formatted(id, evidenceId)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private Answer answered(
            DisputeOutcome outcome, DisputeLine line, String notOwed, String words, String done, Viewer viewer) {
        return switch (outcome) {
            case DisputeOutcome.Done(long id) -> Redirect.to(PATH + "/" + id).saying(done);
            case DisputeOutcome.Refused(Objection why) ->
                page(line, notOwed, words, Problems.at(field(why), why.sentence() + "."), viewer)
                        .refused();
            case DisputeOutcome.NotFound _ -> throw notFound(line.id());
        };
    }

    private DisputeLine visible(long id, Viewer viewer) {
        return list.one(viewer, id).orElseThrow(() -> notFound(id));
    }

    private static PageRefused notFound(long id) {
        return PageRefused.notFound("There is no dispute D" + id + " in your portfolios.");
    }

    private ItemView visibleItem(long id, Viewer viewer) {
        return reader.item(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no item " + id + " in your portfolios."));
    }

    private Page page(DisputeForm form, Problems problems, Viewer viewer) {
        ItemView item = visibleItem(form.item(), viewer);
        List<DisputeLine> before = list.ofItems(viewer, List.of(form.item())).getOrDefault(form.item(), List.of());
        return Page.of(
                "disputes/form",
                "Dispute " + item.item().document(),
                new DisputeFormView(item, before, routes.routes(), finders.all(), respondents.all(), form, problems));
    }

    private Page page(DisputeLine line, String notOwed, String words, Problems problems, Viewer viewer) {
        return Page.of(
                "disputes/dispute",
                "Dispute " + line.number(),
                new DisputePageView(
                        line,
                        list.events(line),
                        finders.all(),
                        new DisputePageView.Mailing(
                                respondents.all(),
                                questions
                                        .standing(QuestionKind.DISPUTE, line.id())
                                        .orElse(null),
                                evidence.of(line.id())),
                        guide.notes(List.of(GuideTopic.of(line.reason())), clock.today(), viewer),
                        notOwed,
                        words,
                        problems));
    }

    private static List<Value> row(DisputeLine line) {
        return List.of(
                Value.of(line.number()),
                Value.of(line.about().customerName()),
                Value.of(line.about().entityCode()),
                Value.of(line.about().accountNumber()),
                Value.of(line.document()),
                Value.of(line.reason().label()),
                Value.of(line.words()),
                Value.of(line.state().label()),
                Value.of(line.amount().currency().getCurrencyCode()),
                Value.of(line.amount()),
                Value.of(line.leftOut()),
                line.ownerName() == null ? Value.blank() : Value.of(line.ownerName()),
                Value.of(line.openedBy()),
                Value.of(line.openedOn()),
                Value.of(line.answerBy()),
                line.endedOn() == null ? Value.blank() : Value.of(line.endedOn()));
    }
}
