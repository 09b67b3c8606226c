package org.quittance.web.escalations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.CaseFilePaper;
import org.quittance.collections.escalation.CaseFiles;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.collections.escalation.EscalationFilter;
import org.quittance.collections.escalation.EscalationFilter.Show;
import org.quittance.collections.escalation.EscalationLine;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.collections.escalation.Escalations;
import org.quittance.core.collections.Escalation.Deed;
import org.quittance.core.collections.Escalation.Objection;
import org.quittance.core.collections.EscalationPath;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.respondents.QuestionKind;
import org.quittance.respondents.Questions;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what waits for an answer, and each escalation with what can be done about it. */
@Controller
class EscalationsController {

    private static final String PATH = "/escalations";
    private static final int ROWS_SHOWN = 100;
    private static final int EXPORTED = 100_000;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Escalation"),
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("Collector"),
            Column.text("Path"),
            Column.text("State"),
            Column.text("Why"),
            Column.text("Waits for"),
            Column.text("Asked by"),
            Column.date("Asked on"),
            Column.date("Due on"),
            Column.date("Ended on"),
            Column.text("Late"),
            Column.text("Overdue on the account"));

    private final EscalationList list;
    private final Escalations escalations;
    private final CaseFiles files;
    private final Colleagues colleagues;
    private final RespondentChoice respondents;
    private final Questions questions;
    private final People people;
    private final BusinessClock clock;

    EscalationsController(
            EscalationList list,
            Escalations escalations,
            CaseFiles files,
            Colleagues colleagues,
            RespondentChoice respondents,
            Questions questions,
            People people,
            BusinessClock clock) {
        this.list = list;
        this.escalations = escalations;
        this.files = files;
        this.colleagues = colleagues;
        this.respondents = respondents;
        this.questions = questions;
        this.people = people;
        this.clock = clock;
    }

    /** What the address asks for; what it leaves out is all that waits. */
    record Asked(
            @Nullable Show show,
            @Nullable EscalationPath path,
            @Nullable Long portfolio) {

        EscalationFilter filter() {
            return new EscalationFilter(show == null ? Show.OPEN : show, path, portfolio);
        }

        Query on(String address) {
            Query url = Query.of(address);
            url = show == null ? url : url.with("show", show);
            url = path == null ? url : url.with("path", path);
            return portfolio == null ? url : url.with("portfolio", portfolio);
        }
    }

    @GetMapping(PATH)
    Page list(Asked asked, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        int start = Math.max(0, from);
        List<EscalationLine> found = list.lines(viewer, asked.filter(), start, ROWS_SHOWN + 1);
        return Page.of(
                "escalations/list",
                "Escalations",
                new EscalationsView(
                        asked.filter(),
                        list.counts(viewer),
                        clock.today(),
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        Pager.of(asked.on(PATH), start, ROWS_SHOWN, found.size()),
                        asked.on(PATH + "/export")
                                .with("show", asked.filter().show())
                                .url(),
                        people.portfolios()));
    }

    @GetMapping(PATH + "/export")
    void export(Asked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        LocalDate today = clock.today();
        new TableExport("escalations " + today, COLUMNS)
                .to(
                        response,
                        format,
                        list.lines(viewer, asked.filter(), 0, EXPORTED).stream()
                                .map(line -> row(line, today))
                                .toList());
    }

    @GetMapping(PATH + "/{id}")
    Page one(@PathVariable long id, Viewer viewer) {
        return page(visible(id, viewer), "", Problems.none(), viewer);
    }

    /** One page about the account, for whoever has to answer. */
    @GetMapping(PATH + "/{id}/case/pdf")
    ResponseEntity<byte[]> caseFile(@PathVariable long id, Viewer viewer) {
        return files.of(visible(id, viewer), viewer)
                .map(file -> CaseFilePdf.response(new CaseFilePaper(file, viewer, clock.now())))
                .orElseThrow(() -> PageRefused.notFound("There is no such account in your portfolios."));
    }

    /** Answers a question; approves or refuses a recommendation. */
    @PostMapping(PATH + "/{id}/answer")
    Answer answer(
            @PathVariable long id,
            @RequestParam Deed deed,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String saidBy,
            Viewer viewer) {
        return switch (deed) {
            case ANSWER, APPROVE, REFUSE ->
                answered(id, words, escalations.act(id, deed, saidBy, words, viewer), "The answer is kept.", viewer);
            case HAND_OVER, WITHDRAW, LIFT -> throw PageRefused.conflict("This is no answer.");
        };
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    Answer withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String words, Viewer viewer) {
        return answered(
                id,
                words,
                escalations.act(id, Deed.WITHDRAW, "", words, viewer),
                "The escalation is withdrawn.",
                viewer);
    }

    @PostMapping(PATH + "/{id}/lifting")
    Answer lift(@PathVariable long id, @RequestParam(defaultValue = "") String words, Viewer viewer) {
        return answered(
                id,
                words,
                escalations.act(id, Deed.LIFT, "", words, viewer),
                "It is lifted and in force no longer.",
                viewer);
    }

    @PostMapping(PATH + "/{id}/owner")
    Answer handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        Addressee to = respondents.addressee(colleague.strip(), Typed.text(name), Typed.text(email));
        return answered(
                id,
                words,
                escalations.handOver(id, to, words, viewer),
                "The escalation waits for somebody else now.",
                viewer);
    }

    /** Asks the owner by mail, once more or for the first time. */
    @PostMapping(PATH + "/{id}/question")
    Answer ask(@PathVariable long id, Viewer viewer) {
        EscalationLine line = visible(id, viewer);
        return Redirect.to(PATH + "/" + line.id())
                .saying(AskedByMail.again(questions, QuestionKind.ESCALATION, line.id(), viewer));
    }

    /** Makes the links that were sent useless. */
    @PostMapping(PATH + "/{id}/question/revocation")
    Answer revoke(@PathVariable long id, Viewer viewer) {
        EscalationLine line = visible(id, viewer);
        questions.revoke(QuestionKind.ESCALATION, line.id(), viewer);
        return Redirect.to(PATH + "/" + line.id()).saying(AskedByMail.REVOKED);
    }

    private Answer answered(long id, String words, EscalationOutcome outcome, String done, Viewer viewer) {
        return switch (outcome) {
            case EscalationOutcome.Done _ -> Redirect.to(PATH + "/" + id).saying(done);
            case EscalationOutcome.Refused(Objection why) ->
                page(visible(id, viewer), words, Problems.at("deed", why.sentence()), viewer)
                        .refused();
            case EscalationOutcome.NotFound _ -> throw notFound(id);
        };
    }

    private EscalationLine visible(long id, Viewer viewer) {
        return list.one(viewer, id).orElseThrow(() -> notFound(id));
    }

    private static PageRefused notFound(long id) {
        return PageRefused.notFound("There is no escalation E" + id + " in your portfolios.");
    }

    private Page page(EscalationLine line, String words, Problems problems, Viewer viewer) {
        return Page.of(
                "escalations/escalation",
                "Escalation " + line.number(),
                new EscalationPageView(
                        line,
                        list.events(line),
                        escalations.offered(line, viewer),
                        colleagues.whoMayAnswer(line.askedBy()),
                        respondents.all(),
                        questions.standing(QuestionKind.ESCALATION, line.id()).orElse(null),
                        words,
                        problems));
    }

    private static List<Value> row(EscalationLine line, LocalDate today) {
        return List.of(
                Value.of(line.number()),
                Value.of(line.about().customerName()),
                Value.of(line.about().entityCode()),
                Value.of(line.about().accountNumber()),
                text(line.about().collector()),
                Value.of(line.path().label()),
                Value.of(line.state().label()),
                Value.of(line.reason()),
                Value.of(line.ownerName()),
                Value.of(line.askedBy()),
                Value.of(line.askedOn()),
                Value.of(line.dueOn()),
                line.endedOn() == null ? Value.blank() : Value.of(line.endedOn()),
                line.isOverdue(today) ? Value.of("overdue") : Value.blank(),
                Value.of(CaseFilePaper.sentence(line.overdue())));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.blank() : Value.of(text);
    }
}
