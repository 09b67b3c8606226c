package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.Scorecard;
import org.quittance.cash.Scorecard.By;
import org.quittance.cash.Scorecard.Range;
import org.quittance.core.cash.MatchScore.Figure;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well cash is matched: each rate beside the rate of false matches, with its formula and its payments. */
@Controller
class ScorecardController {

    private static final int LINES = 200;
    private static final int ROWS_SHOWN = 100;
    private static final int PAYERS = 50;

    private final Scorecard scorecard;
    private final BusinessClock clock;

    ScorecardController(Scorecard scorecard, BusinessClock clock) {
        this.scorecard = scorecard;
        this.clock = clock;
    }

    /** What the address asks for; the last twelve months by month where it asks for nothing. */
    record Asked(
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable By by) {

        Range range(LocalDate today) {
            LocalDate last = until == null ? today : until;
            return new Range(since == null ? last.minusMonths(12).withDayOfMonth(1) : since, last);
        }

        By breakdown() {
            return by == null ? By.MONTH : by;
        }
    }

    @GetMapping("/cash/scorecard")
    Page scorecard(Asked asked) {
        Range range = asked.range(clock.today());
        return Page.of(
                "cash/scorecard",
                "Scorecard",
                new ScorecardView(
                        range,
                        asked.breakdown(),
                        scorecard.lines(range, asked.breakdown(), LINES),
                        scorecard.payersToTalkTo(range, PAYERS)));
    }

    @GetMapping("/cash/scorecard/payments")
    Page payments(
            Asked asked,
            @RequestParam String key,
            @RequestParam String currency,
            @RequestParam(defaultValue = "0") int from) {
        Range range = asked.range(clock.today());
        int start = Math.max(0, from);
        List<Scorecard.Counted> found =
                scorecard.payments(range, asked.breakdown(), key, currency, start, ROWS_SHOWN + 1);
        Query here = ScorecardView.query("/cash/scorecard/payments", range, asked.breakdown())
                .with("key", key)
                .with("currency", currency);
        Pager pager = Pager.of(here, start, ROWS_SHOWN, found.size());
        return Page.of(
                "cash/scorecardPayments",
                "Scorecard",
                new ScorecardView.Behind(
                        asked.breakdown().label() + " " + key + ", " + currency,
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        pager));
    }

    @GetMapping("/cash/scorecard/export")
    void export(Asked asked, @RequestParam TableExport.Format format, HttpServletResponse response) throws IOException {
        Range range = asked.range(clock.today());
        List<Column> columns = new ArrayList<>(
                List.of(Column.text(asked.breakdown().label()), Column.text("Currency"), Column.integer("Payments")));
        for (Figure figure : Figure.values()) {
            columns.add(Column.decimal(figure.label()));
        }
        columns.add(Column.decimal("Median minutes to post"));
        new TableExport("cash scorecard " + range.to(), columns)
                .to(
                        response,
                        format,
                        scorecard.lines(range, asked.breakdown(), Integer.MAX_VALUE).stream()
                                .map(ScorecardController::row)
                                .toList());
    }

    private static List<Value> row(Scorecard.Line line) {
        List<Value> values = new ArrayList<>(List.of(
                Value.of(line.key()),
                Value.of(line.currency()),
                Value.of(line.score().payments())));
        for (Figure figure : Figure.values()) {
            values.add(line.score().of(figure).<Value>map(Value::of).orElseGet(Value::blank));
        }
        values.add(line.medianMinutes() == null ? Value.blank() : Value.of(line.medianMinutes()));
        return values;
    }
}
