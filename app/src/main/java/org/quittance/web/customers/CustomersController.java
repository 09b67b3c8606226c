package org.quittance.web.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.Ageing;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.CustomerView;
import org.quittance.ledger.ItemLine;
import org.quittance.ledger.LedgerReader;
import org.quittance.platform.BusinessClock;
import org.quittance.web.ageing.AgeingTables;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CustomersController {

    private static final int FOUND_SHOWN = 100;

    private final LedgerReader reader;
    private final BusinessClock clock;

    CustomersController(LedgerReader reader, BusinessClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/customers")
    Page customers(@RequestParam(defaultValue = "") String words, Viewer viewer) {
        return Page.of(
                        "customers/list",
                        "Customers",
                        new CustomersView(words, reader.search(viewer, words, FOUND_SHOWN)))
                .orFragment("customers/found");
    }

    @GetMapping("/customers/{id}")
    Page customer(@PathVariable long id, @RequestParam @Nullable LocalDate asOf, Viewer viewer) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        CustomerView customer = customer(id, viewer);
        List<ItemLine> items = reader.openItems(viewer, id, day);
        Ageing ageing =
                Ageing.of(items.stream().map(CustomersController::openItem).toList(), day, AgeingBands.standard());
        return Page.of("customers/customer", customer.name(), new CustomerPageView(customer, day, ageing, items));
    }

    @GetMapping("/customers/{id}/items/export")
    void export(
            @PathVariable long id,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        customer(id, viewer);
        AgeingQuery query = AgeingQuery.of(asOf == null ? clock.today() : asOf, AgeingQuery.Grouping.CUSTOMER);
        AgeingTables.items(query)
                .to(
                        response,
                        format,
                        reader.openItems(viewer, id, query.asOf()).stream()
                                .map(item -> AgeingTables.row(item, query))
                                .toList());
    }

    private CustomerView customer(long id, Viewer viewer) {
        return reader.customer(viewer, id)
                .orElseThrow(() -> PageRefused.notFound("There is no customer " + id + " in your portfolios."));
    }

    private static OpenItem openItem(ItemLine line) {
        return new OpenItem(
                ItemId.of(line.id()),
                AccountId.of(line.accountId()),
                line.kind(),
                line.document(),
                line.documentDate(),
                line.dueDate(),
                Money.ofMinor(line.originalMinor(), line.currency()),
                Money.ofMinor(line.openMinor(), line.currency()));
    }
}
