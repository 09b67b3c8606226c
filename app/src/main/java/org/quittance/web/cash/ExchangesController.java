package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.ExchangeReader;
import org.quittance.cash.ExchangeReader.Exchanged;
import org.quittance.cash.ExchangeReader.Span;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments that were credited in another currency than they were received in: what whoever keeps the general ledger posts the differences from. */
@Controller
class ExchangesController {

    private static final int ROWS_SHOWN = 100;
    private static final int DAYS_SHOWN = 92;

    private final ExchangeReader exchanges;
    private final BusinessClock clock;

    ExchangesController(ExchangeReader exchanges, BusinessClock clock) {
        this.exchanges = exchanges;
        this.clock = clock;
    }

    @GetMapping(ExchangesView.LIST)
    Page exchanges(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        Span span = span(start, end);
        int offset = Math.max(0, from);
        List<Exchanged> found = exchanges.exchanged(viewer, span, offset, ROWS_SHOWN + 1);
        return Page.of(
                "cash/exchanges",
                "Exchanges",
                new ExchangesView(
                        span,
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        exchanges.totals(viewer, span),
                        Pager.of(ExchangesView.asking(ExchangesView.LIST, span), offset, ROWS_SHOWN, found.size())));
    }

    @GetMapping(ExchangesView.LIST + "/export")
    void export(
            @RequestParam(required = false) @Nullable LocalDate start,
            @RequestParam(required = false) @Nullable LocalDate end,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Span span = span(start, end);
        new TableExport("exchanges %s to %s".formatted(span.from(), span.to()), ExchangeTable.COLUMNS)
                .to(
                        response,
                        format,
                        table -> exchanges.each(viewer, span, one -> table.write(ExchangeTable.row(one))));
    }

    private Span span(@Nullable LocalDate start, @Nullable LocalDate end) {
        LocalDate last = end == null ? clock.today() : end;
        return new Span(start == null ? last.minusDays(DAYS_SHOWN) : start, last);
    }
}
