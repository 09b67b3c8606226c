package org.quittance.web.ageing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.decision.InForceList;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.money.Money;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AgedItem;
import org.quittance.ledger.AgeingFigure;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingReport;
import org.quittance.ledger.AgeingRow;
import org.quittance.ledger.AgeingTables;
import org.quittance.ledger.ExchangeRates;
import org.quittance.ledger.LegalEntities;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.InForceColumn;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Page;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AgeingController {

    private static final int LINES_SHOWN = 500;
    private static final int ITEMS_SHOWN = 200;

    private final AgeingReport report;
    private final LegalEntities entities;
    private final People people;
    private final ExchangeRates rates;
    private final InForceList inForce;
    private final BusinessClock clock;

    AgeingController(
            AgeingReport report,
            LegalEntities entities,
            People people,
            ExchangeRates rates,
            InForceList inForce,
            BusinessClock clock) {
        this.report = report;
        this.entities = entities;
        this.people = people;
        this.rates = rates;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** What the address asks for; what it leaves out is today, by legal entity, of everything. */
    record Asked(
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            AgeingQuery.@Nullable Grouping by,
            @Nullable Long entity,
            @Nullable Long portfolio,
            @Nullable String currency) {

        AgeingQuery query(LocalDate today) {
            return new AgeingQuery(
                    asOf == null ? today : asOf,
                    knownAt,
                    by == null ? AgeingQuery.Grouping.ENTITY : by,
                    AgeingBands.standard(),
                    entity,
                    portfolio,
                    currency == null || currency.isBlank() ? null : currency);
        }
    }

    @GetMapping("/ageing")
    Page ageing(Asked asked, @RequestParam(defaultValue = "0") int from, Viewer viewer) {
        AgeingQuery query = asked.query(clock.today());
        List<AgeingRow> found = report.rows(viewer, query, from, LINES_SHOWN + 1);
        List<AgeingRow> rows = found.subList(0, Math.min(found.size(), LINES_SHOWN));
        boolean isWhole = from == 0 && found.size() <= LINES_SHOWN;
        List<AgeingRow> totals = totals(isWhole ? rows : report.rows(viewer, query.by(AgeingQuery.Grouping.CURRENCY)));
        return Page.of(
                "ageing/ageing",
                "Ageing",
                new AgeingView(
                        query,
                        rows,
                        totals,
                        Pager.of(AgeingView.asking(query, "/ageing"), from, LINES_SHOWN, found.size()),
                        rates.reported(amounts(totals), query.asOf()).orElse(null),
                        entities.all(),
                        people.portfolios()));
    }

    @GetMapping("/ageing/export")
    void export(Asked asked, @RequestParam TableExport.Format format, Viewer viewer, HttpServletResponse response)
            throws IOException {
        AgeingQuery query = asked.query(clock.today());
        AgeingTables tables = tables(query);
        new TableExport("ageing " + query.asOf(), tables.ageingColumns(query))
                .to(
                        response,
                        format,
                        report.rows(viewer, query).stream()
                                .map(tables::ageingRow)
                                .toList());
    }

    @GetMapping("/ageing/items")
    Page items(
            Asked asked,
            @RequestParam @Nullable Long key,
            @RequestParam @Nullable Integer band,
            @RequestParam(defaultValue = "0") int from,
            Viewer viewer) {
        AgeingQuery query = asked.query(clock.today());
        List<AgedItem> found = report.items(viewer, query, new AgeingFigure(key, band), from, ITEMS_SHOWN + 1);
        Query url = AgeingView.asking(query, "/ageing/items");
        url = key == null ? url : url.with("key", key);
        url = band == null ? url : url.with("band", band);
        return Page.of(
                "ageing/items",
                "Items",
                new AgeingItemsView(
                        title(query, band),
                        query,
                        found.subList(0, Math.min(found.size(), ITEMS_SHOWN)),
                        Pager.of(url, from, ITEMS_SHOWN, found.size()),
                        url.url().replace("/ageing/items", "/ageing/items/export")));
    }

    @GetMapping("/ageing/items/export")
    void exportItems(
            Asked asked,
            @RequestParam @Nullable Long key,
            @RequestParam @Nullable Integer band,
            @RequestParam TableExport.Format format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        AgeingQuery query = asked.query(clock.today());
        AgeingTables tables = tables(query);
        InForceColumn standing = new InForceColumn(inForce.all(query.asOf()));
        new TableExport("open items " + query.asOf(), standing.after(tables.agedItemColumns()))
                .to(
                        response,
                        format,
                        table -> report.eachItem(
                                viewer,
                                query,
                                new AgeingFigure(key, band),
                                item -> table.write(standing.after(
                                        tables.agedItemRow(item, query.asOf()),
                                        item.item().accountId()))));
    }

    private AgeingTables tables(AgeingQuery query) {
        return new AgeingTables(rates.reporting(query.asOf()).orElse(null));
    }

    private static String title(AgeingQuery query, @Nullable Integer band) {
        if (band == null) {
            return "Open items";
        }
        return band < 0
                ? "Open credits"
                : "Open debits, " + query.bands().label(band).toLowerCase(Locale.ROOT);
    }

    /** What is owed, what of it is overdue, and the credits, of each currency. */
    private static List<List<Money>> amounts(List<AgeingRow> totals) {
        return totals.stream()
                .map(row -> List.of(
                        Money.ofMinor(row.totalMinor() - row.creditsMinor(), row.currency()),
                        Money.ofMinor(row.overdueMinor(), row.currency()),
                        Money.ofMinor(row.creditsMinor(), row.currency())))
                .toList();
    }

    /** One line for each currency; currencies are never added to each other. */
    private static List<AgeingRow> totals(List<AgeingRow> rows) {
        Map<String, AgeingRow> totals = new TreeMap<>();
        for (AgeingRow row : rows) {
            totals.merge(
                    row.currency(),
                    new AgeingRow(0, "Total", row.currency(), row.perBandMinor(), row.creditsMinor()),
                    AgeingController::plus);
        }
        return List.copyOf(totals.values());
    }

    private static AgeingRow plus(AgeingRow one, AgeingRow other) {
        List<Long> bands = new ArrayList<>();
        for (int i = 0; i < one.perBandMinor().size(); i++) {
            bands.add(Math.addExact(
                    one.perBandMinor().get(i), other.perBandMinor().get(i)));
        }
        return new AgeingRow(
                0, "Total", one.currency(), bands, Math.addExact(one.creditsMinor(), other.creditsMinor()));
    }
}
