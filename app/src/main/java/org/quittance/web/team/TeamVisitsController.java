package org.quittance.web.team;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.call.VisitLine;
import org.quittance.collections.call.VisitLog;
import org.quittance.core.money.Money;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows whom the team has visited and met, what came of it, and what it cost. */
@Controller
class TeamVisitsController {

    private static final String PATH = "/team/visits";
    private static final int DAYS = 90;

    private static final List<Column> COLUMNS = List.of(
            Column.date("Day"),
            Column.text("What"),
            Column.text("Customer"),
            Column.text("Result"),
            Column.text("Who was there"),
            Column.text("What was said"),
            Column.text("Currency"),
            Column.money("Cost"),
            Column.text("By"));

    private final VisitLog visits;
    private final BusinessClock clock;

    TeamVisitsController(VisitLog visits, BusinessClock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Page list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Viewer viewer) {
        LocalDate last = to == null ? clock.today() : to;
        LocalDate first = from == null ? last.minusDays(DAYS) : from;
        return Page.of(
                "team/visits", "Visits and meetings", new VisitsView(first, last, visits.between(first, last, viewer)));
    }

    @GetMapping(PATH + "/export")
    void export(
            @RequestParam TableExport.Format format,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        new TableExport("visits %s to %s".formatted(from, to), COLUMNS)
                .to(
                        response,
                        format,
                        visits.between(from, to, viewer).stream()
                                .map(TeamVisitsController::row)
                                .toList());
    }

    private static List<Value> row(VisitLine line) {
        Money cost = line.cost();
        return List.of(
                Value.of(line.on()),
                Value.of(line.kind().label()),
                Value.of(line.customerName()),
                Value.of(line.result().label()),
                Value.of(line.met()),
                Value.of(line.note()),
                Value.of(cost == null ? "" : cost.currency().getCurrencyCode()),
                cost == null ? Value.blank() : Value.of(cost),
                Value.of(line.actor()));
    }
}
