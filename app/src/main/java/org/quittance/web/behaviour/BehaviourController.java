package org.quittance.web.behaviour;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.behaviour.BehaviourFilter;
import org.quittance.collections.behaviour.BehaviourRow;
import org.quittance.collections.behaviour.Behaviours;
import org.quittance.core.behaviour.ChangePoint;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntities;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BehaviourController {

    private static final int SHOWN = 100;
    private static final String PATH = "/customers/behaviour";

    private final Behaviours behaviours;
    private final LedgerReader reader;
    private final LegalEntities entities;
    private final People people;

    BehaviourController(Behaviours behaviours, LedgerReader reader, LegalEntities entities, People people) {
        this.behaviours = behaviours;
        this.reader = reader;
        this.entities = entities;
        this.people = people;
    }

    /** What the address asks for; what it leaves out is who is routinely late. */
    record Asked(
            BehaviourFilter.@Nullable Show show,
            @Nullable Long entity,
            @Nullable Long portfolio) {

        BehaviourFilter filter() {
            return new BehaviourFilter(show == null ? BehaviourFilter.Show.ROUTINELY_LATE : show, entity, portfolio);
        }

        Query url(String path) {
            Query url = Query.of(path).with("show", filter().show());
            url = entity == null ? url : url.with("entity", entity);
            return portfolio == null ? url : url.with("portfolio", portfolio);
        }
    }

    @GetMapping(PATH)
    Page list(Asked asked, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        List<BehaviourRow> found = behaviours.rows(viewer, asked.filter(), from, SHOWN + 1);
        Pager pager = Pager.of(asked.url(PATH), from, SHOWN, found.size());
        return Page.of(
                "behaviour/list",
                "How customers pay",
                new BehaviourListView(
                        asked.filter(),
                        found.subList(0, Math.min(found.size(), SHOWN)),
                        pager,
                        asked.url(PATH + "/export").url(),
                        entities.all(),
                        people.portfolios()));
    }

    @GetMapping(PATH + "/export")
    void export(Asked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        List<BehaviourRow> rows = behaviours.rows(viewer, asked.filter(), 0, Integer.MAX_VALUE);
        new TableExport("how customers pay", columns())
                .to(
                        response,
                        format,
                        rows.stream().map(BehaviourController::row).toList());
    }

    @GetMapping("/customers/{id}/behaviour")
    Page customer(@PathVariable long id, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        return Page.of(
                        "behaviour/customer",
                        "How " + customer.name() + " pays",
                        new CustomerBehaviourView(id, customer.name(), behaviours.ofCustomer(viewer, id)))
                .orFragment("behaviour/accounts");
    }

    @GetMapping("/customers/{id}/behaviour/{account}/{month}")
    Page month(@PathVariable long id, @PathVariable long account, @PathVariable YearMonth month, Viewer viewer) {
        CustomerView customer = visible(id, viewer);
        return Page.of(
                "behaviour/month",
                "Paid in " + month,
                new PaidMonthView(id, customer.name(), month, behaviours.paidIn(viewer, account, month)));
    }

    private CustomerView visible(long id, Viewer viewer) {
        return reader.customer(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no customer " + id + " in your portfolios."));
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("Entity"),
                Column.text("Customer number"),
                Column.text("Customer"),
                Column.text("Collector"),
                Column.text("Kind of payer"),
                Column.integer("Days beyond terms"),
                Column.integer("Contract days"),
                Column.integer("Real days"),
                Column.text("Last 3 months"),
                Column.text("Changed since"),
                Column.integer("Days before"),
                Column.integer("Days since"),
                Column.text("Pay run"),
                Column.integer("Months with payments"),
                Column.date("As of"));
    }

    private static List<Value> row(BehaviourRow row) {
        ChangePoint change = row.change();
        return List.of(
                Value.of(row.payer().entityCode()),
                Value.of(row.payer().customerNumber()),
                Value.of(row.payer().customerName()),
                Value.of(row.payer().collector() == null ? "" : row.payer().collector()),
                Value.of(row.lateness().label()),
                whole(row.daysBeyond()),
                Value.of(row.termsDays()),
                whole(row.realTermsDays()),
                Value.of(row.trend().label()),
                Value.of(change == null ? "" : change.since().toString()),
                whole(change == null ? null : change.before()),
                whole(change == null ? null : change.now()),
                Value.of(row.payRun()),
                Value.of(row.months()),
                Value.of(row.workedOutOn()));
    }

    private static Value whole(@Nullable Integer days) {
        return days == null ? Value.blank() : Value.of(days);
    }
}
