package org.quittance.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.team.TargetBook;
import org.quittance.collections.team.TargetBook.Outcome.Kept;
import org.quittance.collections.team.TargetBook.Outcome.Refused;
import org.quittance.collections.team.TargetRow;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.targets.TargetMeasure;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets the targets of a month, shows how far everybody has come, and the rows behind each figure. */
@Controller
class TargetsController {

    private static final String PATH = "/team/targets";

    private static final List<Column> COLUMNS = List.of(
            Column.date("Day"),
            Column.text("What"),
            Column.text("Customer"),
            Column.text("Entity"),
            Column.money("Amount"));

    private final TargetPages pages;
    private final TargetBook book;
    private final BusinessClock clock;

    TargetsController(TargetPages pages, TargetBook book, BusinessClock clock) {
        this.pages = pages;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page targets(@RequestParam(required = false) @Nullable YearMonth month, Viewer viewer) {
        return page(month == null ? YearMonth.from(clock.today()) : month, null, Problems.none(), viewer);
    }

    @PostMapping(PATH + "/{month}")
    Answer keep(@PathVariable YearMonth month, @RequestParam Map<String, String> typed, Viewer viewer) {
        TargetsForm form = new TargetsForm(typed);
        List<TargetSubject> subjects = book.subjects(viewer);
        Problems problems = form.problems(subjects);
        if (!problems.isEmpty()) {
            return page(month, form, problems, viewer).refused();
        }
        return answer(month, book.keep(month, clock.today(), form.wishes(subjects), viewer));
    }

    @PostMapping(PATH + "/{month}/copies")
    Answer copy(@PathVariable YearMonth month, Viewer viewer) {
        return answer(month, book.copy(month, clock.today(), viewer));
    }

    @GetMapping(TargetPages.TEAM_ROWS)
    Page rows(
            @RequestParam YearMonth month,
            @RequestParam String of,
            @RequestParam TargetMeasure measure,
            Viewer viewer) {
        return Page.of("team/targetRows", measure.label(), found(month, subject(of, viewer), measure, viewer));
    }

    @GetMapping(TargetPages.TEAM_ROWS + "/export")
    void export(
            @RequestParam YearMonth month,
            @RequestParam String of,
            @RequestParam TargetMeasure measure,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        write(found(month, subject(of, viewer), measure, viewer), format, response);
    }

    /** How far the viewer has come, on a page of its own or in the line of Today. */
    @GetMapping("/today/progress")
    Page progress(Viewer viewer) {
        LocalDate today = clock.today();
        return Page.of(
                        "today/progress",
                        "Your targets",
                        new OwnTargetsView(pages.own(viewer, YearMonth.from(today), today)))
                .orFragment("today/targets");
    }

    @GetMapping(TargetPages.OWN_ROWS)
    Page ownRows(@RequestParam YearMonth month, @RequestParam TargetMeasure measure, Viewer viewer) {
        return Page.of("team/ownTargetRows", measure.label(), found(month, own(viewer), measure, viewer));
    }

    @GetMapping(TargetPages.OWN_ROWS + "/export")
    void exportOwn(
            @RequestParam YearMonth month,
            @RequestParam TargetMeasure measure,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        write(found(month, own(viewer), measure, viewer), format, response);
    }

    private Page page(YearMonth month, @Nullable TargetsForm typed, Problems problems, Viewer viewer) {
        List<TargetSubject> subjects = book.subjects(viewer);
        return Page.of(
                "team/targets",
                "Targets",
                new TargetsView(
                        month,
                        !month.isBefore(YearMonth.from(clock.today())),
                        pages.lines(viewer, month, clock.today()),
                        subjects,
                        typed == null ? TargetsForm.of(book.of(month)) : typed,
                        book.history(month),
                        subjects.stream().collect(Collectors.toMap(TargetSubject::key, TargetSubject::name)),
                        problems));
    }

    private Redirect answer(YearMonth month, TargetBook.Outcome outcome) {
        Redirect there = Redirect.to(PATH + "?month=" + month);
        return switch (outcome) {
            case Kept(int targets) -> there.saying(targets == 1 ? "1 target is set." : targets + " targets are set.");
            case Refused(var why) -> there.refusing(why.sentence());
        };
    }

    private TargetSubject subject(String key, Viewer viewer) {
        return book.subjects(viewer).stream()
                .filter(subject -> subject.key().equals(key))
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("Nobody of that number owns a portfolio that you see."));
    }

    private TargetSubject own(Viewer viewer) {
        return pages.ownSubject(viewer)
                .orElseThrow(() -> PageRefused.notFound("You own no portfolio, and so have no targets."));
    }

    private TargetRowsView found(YearMonth month, TargetSubject subject, TargetMeasure measure, Viewer viewer) {
        return pages.rows(viewer, subject, measure, month, clock.today())
                .orElseThrow(() ->
                        PageRefused.notFound("%s has no target for this in %s.".formatted(subject.name(), month)));
    }

    private void write(TargetRowsView view, TableExport.Format format, HttpServletResponse response)
            throws IOException {
        new TableExport(
                        "%s %s %s"
                                .formatted(
                                        view.target().measure().label(),
                                        view.subject().name(),
                                        view.month()),
                        COLUMNS)
                .to(
                        response,
                        format,
                        view.rows().stream().map(TargetsController::row).toList());
    }

    private static List<Value> row(TargetRow row) {
        return List.of(
                Value.of(row.on()),
                Value.of(row.what()),
                Value.of(row.customerName()),
                Value.of(row.entityCode()),
                row.amount() == null ? new Value.Blank() : Value.of(row.amount()));
    }
}
