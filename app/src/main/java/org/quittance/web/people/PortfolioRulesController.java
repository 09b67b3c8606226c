package org.quittance.web.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;
import org.quittance.identity.People;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.ledger.MoveOutcome;
import org.quittance.ledger.MoveOutcome.Moved;
import org.quittance.ledger.MoveOutcome.Refused;
import org.quittance.ledger.PortfolioMoves;
import org.quittance.ledger.PortfolioPreview;
import org.quittance.ledger.PortfolioRuleBook;
import org.quittance.ledger.PortfolioRuleBook.Version;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the rules by which accounts fall into portfolios, shows who would move, and has them moved. */
@Controller
class PortfolioRulesController {

    private static final String PATH = "/people/portfolios/rules";
    static final String PREVIEW = PATH + "/preview";
    private static final int LINES_SHOWN = 100;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("From"),
            Column.text("To"),
            Column.integer("Rule"),
            Column.text("Open"));

    private final PortfolioRuleBook book;
    private final PortfolioPreview preview;
    private final PortfolioMoves moves;
    private final People people;
    private final LegalEntities entities;
    private final BusinessClock clock;

    PortfolioRulesController(
            PortfolioRuleBook book,
            PortfolioPreview preview,
            PortfolioMoves moves,
            People people,
            LegalEntities entities,
            BusinessClock clock) {
        this.book = book;
        this.preview = preview;
        this.moves = moves;
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page rules() {
        return page(null, Problems.none());
    }

    @PostMapping(PATH + "/versions")
    Answer adopt(@RequestParam Map<String, String> typed, Viewer viewer) {
        PortfolioRulesForm form = new PortfolioRulesForm(typed);
        Problems problems = form.problems(
                entities.all().stream().map(LegalEntity::code).collect(Collectors.toCollection(TreeSet::new)));
        if (!problems.isEmpty()) {
            return page(form, problems).refused();
        }
        Optional<PortfolioRuleBook.Refusal> refusal =
                book.adopt(new PortfolioRuleBook.Draft(form.after(), form.rules(), form.text("reason")), viewer);
        if (refusal.isPresent()) {
            return page(form, Problems.at(field(refusal.get()), refusal.get().sentence()))
                    .refused();
        }
        return Redirect.to(PREVIEW)
                .saying(
                        "Version %d of the rules holds: new accounts fall by it. Those that are there move when you have them moved."
                                .formatted(form.after() + 1));
    }

    @GetMapping(PREVIEW)
    Page preview(@RequestParam(defaultValue = "false") boolean byHand, @RequestParam(defaultValue = "0") int from) {
        int start = Math.max(0, from);
        PortfolioPreview.Moves found = preview.moves(byHand, start, LINES_SHOWN + 1);
        Pager pager = Pager.of(
                Query.of(PREVIEW).with("byHand", byHand),
                start,
                LINES_SHOWN,
                found.lines().size());
        PortfolioPreview.Moves shown = new PortfolioPreview.Moves(
                found.parts(), found.lines().stream().limit(LINES_SHOWN).toList());
        return Page.of(
                "people/preview",
                "Who would move",
                new PortfolioPreviewView(book.inForce().map(Version::version).orElse(0), byHand, shown, pager));
    }

    @GetMapping(PREVIEW + "/export")
    void export(
            @RequestParam(defaultValue = "false") boolean byHand,
            @RequestParam TableExport.Format format,
            HttpServletResponse response)
            throws IOException {
        new TableExport("who would move " + clock.today(), COLUMNS)
                .to(response, format, table -> preview.each(byHand, line -> write(table, line)));
    }

    @PostMapping("/people/portfolios/moves")
    Redirect carryOut(@RequestParam int version, @RequestParam(defaultValue = "false") boolean byHand, Viewer viewer) {
        MoveOutcome outcome = moves.byRules(version, byHand, viewer);
        Redirect there = Redirect.to(PREVIEW);
        return switch (outcome) {
            case Moved(int accounts) ->
                there.saying("%s went where the rules would have them; the worklists have followed."
                        .formatted(accounts == 1 ? "1 account" : "%,d accounts".formatted(accounts)));
            case Refused(MoveOutcome.Reason reason) -> there.refusing(reason.sentence());
        };
    }

    private Page page(@Nullable PortfolioRulesForm typed, Problems problems) {
        List<Version> versions = book.versions();
        Optional<Version> last = versions.stream().findFirst();
        PortfolioRulesForm form = typed != null
                ? typed
                : PortfolioRulesForm.of(
                        last.map(Version::version).orElse(0),
                        last.map(Version::rules).orElse(PortfolioRules.NONE));
        List<Portfolio> portfolios = people.portfolios();
        return Page.of(
                "people/rules",
                "Portfolios by rule",
                new PortfolioRulesView(
                        versions,
                        portfolios,
                        portfolios.stream().collect(Collectors.toMap(Portfolio::id, Portfolio::name)),
                        form,
                        problems));
    }

    private static String field(PortfolioRuleBook.Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN, NOTHING_CHANGED -> "after";
            case NO_REASON -> "reason";
        };
    }

    private static void write(TableWriter table, PortfolioPreview.Line line) {
        try {
            table.write(List.of(
                    Value.of(line.customerName()),
                    Value.of(line.entityCode()),
                    Value.of(line.accountNumber()),
                    Value.of(line.from()),
                    Value.of(line.to()),
                    Value.of(line.rule()),
                    Value.of(line.open().stream().map(Object::toString).collect(Collectors.joining("; ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
