package org.quittance.web.contact;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.gate.RefusalFilter;
import org.quittance.collections.gate.RefusalLine;
import org.quittance.collections.gate.RefusalList;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.Value;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What gates have refused and put off, to be filtered, and as a file. */
@Controller
class RefusalsController {

    private static final String PATH = "/contact-rules/refusals";
    private static final int SHOWN = 50;
    private static final int MOST_EXPORTED = 100_000;

    private final RefusalList refusals;
    private final BusinessClock clock;

    RefusalsController(RefusalList refusals, BusinessClock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What the address asks for; what it leaves out is everything. */
    record Asked(
            RefusalFilter.@Nullable Show show,
            @Nullable String rule,
            @Nullable String customer) {

        RefusalFilter filter() {
            return new RefusalFilter(
                    show == null ? RefusalFilter.Show.ALL : show, Typed.text(rule), Typed.text(customer));
        }

        Query url(String path) {
            RefusalFilter filter = filter();
            return Query.of(path)
                    .with("show", filter.show())
                    .with("rule", filter.rule())
                    .with("customer", filter.customer());
        }
    }

    @GetMapping(PATH)
    Page list(Asked asked, @RequestParam(required = false) @Nullable Long before, Viewer viewer) {
        List<RefusalLine> found = refusals.lines(viewer, asked.filter(), before, SHOWN + 1);
        List<RefusalLine> shown = found.subList(0, Math.min(found.size(), SHOWN));
        Query here = asked.url(PATH);
        Pager pager = new Pager(
                before == null ? null : here.url(),
                found.size() <= SHOWN
                        ? null
                        : here.with("before", shown.getLast().id()).url());
        return Page.of(
                "contact/refusals",
                "Refusals",
                new RefusalsView(
                        asked.filter(),
                        shown,
                        refusals.rules(),
                        pager,
                        asked.url(PATH + "/export").url()));
    }

    @GetMapping(PATH + "/export")
    void export(Asked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        new TableExport("refusals " + clock.today(), columns())
                .to(
                        response,
                        format,
                        refusals.lines(viewer, asked.filter(), null, MOST_EXPORTED).stream()
                                .map(RefusalsController::row)
                                .toList());
    }

    private static List<Column> columns() {
        return List.of(
                Column.text("At"),
                Column.text("Customer"),
                Column.text("Contact"),
                Column.text("About"),
                Column.text("Rule"),
                Column.text("Reason"),
                Column.text("Asked again at"),
                Column.text("By"),
                Column.text("Message"));
    }

    private static List<Value> row(RefusalLine line) {
        Instant until = line.until();
        Long message = line.messageId();
        return List.of(
                Value.of(line.at().toString()),
                Value.of(line.customerName()),
                Value.of(line.channel().label()),
                Value.of(line.what()),
                Value.of(line.rule()),
                Value.of(line.reason()),
                until == null ? Value.blank() : Value.of(until.toString()),
                Value.of(line.actor()),
                message == null ? Value.blank() : Value.of(message.toString()));
    }
}
