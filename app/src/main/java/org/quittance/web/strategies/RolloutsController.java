package org.quittance.web.strategies;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.quittance.collections.decision.RolloutDraws;
import org.quittance.collections.decision.RolloutLine;
import org.quittance.collections.decision.Rollouts;
import org.quittance.collections.strategy.ShareChange;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyKept;
import org.quittance.collections.strategy.StrategyOutcome;
import org.quittance.core.collections.RolloutDraw;
import org.quittance.core.collections.Share;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what came of a version that is rolled out to a share of customers, and rolls it out to another share. */
@Controller
class RolloutsController {

    private static final String PATH = "/strategies/{code}/versions/{version}/rollout";
    private static final String SHARES = "/strategies/{code}/versions/{version}/shares";
    private static final int SHOWN = 100;

    private static final List<Column> COLUMNS = List.of(
            Column.text("Customer"),
            Column.text("Entity"),
            Column.text("Account"),
            Column.text("Side"),
            Column.date("Came in on"),
            Column.text("Currency"),
            Column.money("Overdue then"),
            Column.integer("Contacts since"),
            Column.money("Received since"));

    private final StrategyBook book;
    private final Rollouts rollouts;
    private final RolloutDraws draws;
    private final BusinessClock clock;

    RolloutsController(StrategyBook book, Rollouts rollouts, RolloutDraws draws, BusinessClock clock) {
        this.book = book;
        this.rollouts = rollouts;
        this.draws = draws;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page show(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        StrategyKept kept = rolledOut(code, version);
        List<RolloutLine> found = rollouts.lines(kept.id(), viewer, from, SHOWN + 1);
        Query url = Query.of("/strategies/%s/versions/%d/rollout".formatted(code, version));
        Pager pager = Pager.of(url, from, SHOWN, found.size());
        return Page.of(
                "strategies/rollout",
                "Roll-out of " + kept.content().name(),
                new RolloutPageView(
                        kept,
                        rollouts.results(kept.id(), viewer),
                        rollouts.today(kept.id(), viewer),
                        found.subList(0, Math.min(found.size(), SHOWN)),
                        pager,
                        clock.today()));
    }

    @GetMapping(PATH + "/export")
    void export(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        StrategyKept kept = rolledOut(code, version);
        new TableExport("roll-out of %s version %d".formatted(code, version), COLUMNS)
                .to(
                        response,
                        format,
                        rollouts.lines(kept.id(), viewer, 0, Integer.MAX_VALUE).stream()
                                .map(RolloutsController::row)
                                .toList());
    }

    /** Whom another share would add or take it from, with the button that does it. */
    @GetMapping(SHARES)
    Answer confirm(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam String percent,
            @RequestParam String reason,
            Viewer viewer) {
        if (!StrategyView.mayRelease(viewer)) {
            throw PageRefused.forbidden("A share is changed by a team lead or the credit manager.");
        }
        StrategyKept kept = rolledOut(code, version);
        Optional<Share> share = shareOf(percent);
        if (share.isEmpty()) {
            return there(kept).refusing(StrategyOutcome.NOT_A_SHARE.sentence());
        }
        ShareChange change = new ShareChange(share.get(), Typed.text(reason));
        StrategyOutcome outcome = book.objection(code, version, change, viewer.login());
        return outcome == StrategyOutcome.DONE
                ? Page.of(
                        "strategies/share",
                        "Another share of " + kept.content().name(),
                        new ShareView(
                                kept, change, draws.redraw(kept, share.get().percent())))
                : there(kept).refusing(outcome.sentence());
    }

    @PostMapping(SHARES)
    Answer share(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam String percent,
            @RequestParam String reason,
            Viewer viewer) {
        StrategyKept kept = rolledOut(code, version);
        Optional<Share> asked = shareOf(percent);
        if (asked.isEmpty()) {
            return there(kept).refusing(StrategyOutcome.NOT_A_SHARE.sentence());
        }
        Optional<RolloutDraw> draw = draws.redraw(kept, asked.get().percent());
        Share share = draw.map(RolloutDraw::share).orElse(asked.get());
        StrategyOutcome outcome = book.share(code, version, new ShareChange(share, Typed.text(reason)), viewer.login());
        return outcome == StrategyOutcome.DONE
                ? there(kept)
                        .saying(
                                "The version is now for %d %% of its customers%s. All accounts are decided about anew in the background; in the comparison, whoever changes sides is watched until then."
                                        .formatted(
                                                share.percent(),
                                                draw.map(drawn -> ", %d of %d today"
                                                                .formatted(
                                                                        drawn.with()
                                                                                .customers(),
                                                                        drawn.customers()))
                                                        .orElse("")))
                : there(kept).refusing(outcome.sentence());
    }

    private static Redirect there(StrategyKept kept) {
        return Redirect.to(
                "/strategies/%s/versions/%d/rollout".formatted(kept.content().code(), kept.version()));
    }

    /** The share as typed; empty where it is no whole number from 0 to 100. */
    static Optional<Share> shareOf(String typed) {
        String digits = typed.strip().replace("%", "").strip();
        return digits.matches("\\d{1,3}") && Integer.parseInt(digits) <= 100
                ? Optional.of(Share.of(Integer.parseInt(digits)))
                : Optional.empty();
    }

    private StrategyKept rolledOut(String code, int version) {
        StrategyKept kept = book.history(code).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no version " + version + " of " + code + "."));
        if (!kept.isRolledOut()) {
            throw PageRefused.notFound(
                    "Version %d of %s is not rolled out to a share of customers: there is nothing to compare."
                            .formatted(version, code));
        }
        return kept;
    }

    private static List<Value> row(RolloutLine line) {
        return List.of(
                Value.of(line.customerName()),
                Value.of(line.entityCode()),
                Value.of(line.accountNumber()),
                Value.of(line.heldOut() ? "held out" : "with it"),
                Value.of(line.enteredOn()),
                Value.of(line.overdue().currency().getCurrencyCode()),
                Value.of(line.overdue()),
                Value.of(line.contacts()),
                Value.of(line.cash()));
    }
}
