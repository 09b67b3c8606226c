package org.quittance.web.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.InForceList;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgeingTables;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.InForceColumn;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CustomersController {

    private static final int FOUND_SHOWN = 100;
    /** Enough to hand a caller on, too few to read a colleague's book. */
    private static final int ELSEWHERE_SHOWN = 5;

    private final LedgerReader reader;
    private final CallerFinder finder;
    private final ExchangeRates rates;
    private final CustomerPages pages;
    private final InForceList inForce;
    private final BusinessClock clock;

    CustomersController(
            LedgerReader reader,
            CallerFinder finder,
            ExchangeRates rates,
            CustomerPages pages,
            InForceList inForce,
            BusinessClock clock) {
        this.reader = reader;
        this.finder = finder;
        this.rates = rates;
        this.pages = pages;
        this.inForce = inForce;
        this.clock = clock;
    }

    @GetMapping("/customers")
    Page customers(@RequestParam(defaultValue = "") String words, Viewer viewer) {
        LedgerReader.Sought sought = finder.sought(words);
        List<LedgerReader.Found> found = reader.search(viewer, sought, FOUND_SHOWN);
        return Page.of(
                        "customers/list",
                        "Customers",
                        new CustomersView(
                                words,
                                found,
                                found.isEmpty() ? reader.elsewhere(viewer, sought, ELSEWHERE_SHOWN) : List.of()))
                .orFragment("customers/found");
    }

    @GetMapping("/customers/{id}")
    Page customer(
            @PathVariable long id,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam @Nullable Long account,
            Viewer viewer) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        return pages.customer(id, new PointOfView(day, knownAt), CallForm.about(account), Problems.none(), viewer);
    }

    @GetMapping("/customers/{id}/items/export")
    void export(
            @PathVariable long id,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        pages.visible(id, viewer);
        LocalDate day = asOf == null ? clock.today() : asOf;
        AgeingTables tables = new AgeingTables(rates.reporting(day).orElse(null));
        InForceColumn standing = new InForceColumn(inForce.all(day));
        new TableExport("open items of customer " + id + " " + day, standing.after(tables.itemColumns()))
                .to(
                        response,
                        format,
                        reader.openItems(viewer, id, day, knownAt).stream()
                                .map(item -> standing.after(tables.itemRow(item, day), item.accountId()))
                                .toList());
    }
}
