package org.quittance.web.strategies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.trial.TrialView;
import org.quittance.collections.trial.TrialView.AccountLine;
import org.quittance.collections.trial.Trials;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries a version of a strategy on the last twelve months and on today, and shows whom it would have contacted. */
@Controller
class TrialsController {

    private static final int SHOWN = 100;
    private static final int MOST_EXPORTED = 1_000_000;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("Collector"),
            Column.text("Follows it"),
            Column.integer("Actions now"),
            Column.integer("Actions then"),
            Column.text("Now"),
            Column.text("Then"),
            Column.text("Today now"),
            Column.text("Today then"));

    private final StrategyBook book;
    private final Trials trials;

    TrialsController(StrategyBook book, Trials trials) {
        this.book = book;
        this.trials = trials;
    }

    @PostMapping("/strategies/{code}/versions/{version}/trials")
    Answer order(@PathVariable String code, @PathVariable int version, Viewer viewer) {
        StrategyKept kept = book.history(code).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no version " + version + " of " + code + "."));
        return Redirect.to("/strategies/trials/" + trials.order(kept, viewer.login()))
                .saying("The trial runs in the background. Nobody is contacted.");
    }

    @GetMapping("/strategies/trials/{id}")
    Page show(@PathVariable long id, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        TrialView trial = find(id, viewer);
        List<AccountLine> found = trials.accounts(id, viewer, from, SHOWN + 1);
        Query url = Query.of("/strategies/trials/" + id);
        Pager pager = Pager.of(url, from, SHOWN, found.size());
        return Page.of(
                        "strategies/trial",
                        "Trial of " + trial.name(),
                        new TrialPageView(trial, found.subList(0, Math.min(found.size(), SHOWN)), pager))
                .orFragment("strategies/trialResult");
    }

    @GetMapping("/strategies/trials/{id}/export")
    void export(
            @PathVariable long id, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        TrialView trial = find(id, viewer);
        new TableExport("trial %d of %s".formatted(id, trial.code()), COLUMNS)
                .to(
                        response,
                        format,
                        trials.accounts(id, viewer, 0, MOST_EXPORTED).stream()
                                .map(TrialsController::row)
                                .toList());
    }

    private TrialView find(long id, Viewer viewer) {
        return trials.find(id, viewer).orElseThrow(() -> PageRefused.notFound("There is no trial " + id + "."));
    }

    private static List<Value> row(AccountLine line) {
        return List.of(
                Value.of(line.customerName()),
                Value.of(line.entityCode()),
                Value.of(line.accountNumber()),
                Value.of(line.collector()),
                Value.of(line.follows() ? "yes" : "no"),
                Value.of((long) line.before()),
                Value.of((long) line.after()),
                Value.of(words(line.beforeContacts())),
                Value.of(words(line.contacts())),
                Value.of(line.todayBefore()),
                Value.of(line.todayAfter()));
    }

    private static String words(List<TrialView.Contact> contacts) {
        return contacts.stream()
                .map(contact -> contact.on() + " " + contact.action().label())
                .collect(Collectors.joining("; "));
    }
}
