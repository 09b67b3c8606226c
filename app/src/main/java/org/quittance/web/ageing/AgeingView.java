package org.quittance.web.ageing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ReportingTotals;
import org.quittance.core.money.Money;
import org.quittance.identity.Portfolio;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingRow;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Query;

/**
 * An ageing as a page shows it: what was asked, its lines, and a total for each currency.
 *
 * @param reported the totals in the reporting currency; null before one was chosen
 */
public record AgeingView(
        AgeingQuery query,
        List<AgeingRow> rows,
        List<AgeingRow> totals,
        Pager pager,
        @Nullable ReportingTotals reported,
        List<LegalEntity> entities,
        List<Portfolio> portfolios) {

    public AgeingView {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        entities = List.copyOf(entities);
        portfolios = List.copyOf(portfolios);
    }

    public Money money(AgeingRow row, long minor) {
        return Money.ofMinor(minor, row.currency());
    }

    /** The link to the items behind a figure; band -1 stands for the credits. */
    public String itemsUrl(AgeingRow row, int band) {
        return itemsQuery(row).with("band", band).url();
    }

    /** The link to the items behind the whole line. */
    public String itemsUrl(AgeingRow row) {
        return itemsQuery(row).url();
    }

    /** The same question under another path. */
    public Query asked(String path) {
        return asking(query, path);
    }

    static Query asking(AgeingQuery query, String path) {
        Query asked = Query.of(path).with("asOf", query.asOf()).with("by", query.grouping());
        asked = query.knownAt() == null ? asked : asked.with("knownAt", query.knownAt());
        asked = query.entityId() == null ? asked : asked.with("entity", query.entityId());
        asked = query.portfolioId() == null ? asked : asked.with("portfolio", query.portfolioId());
        return query.currency() == null ? asked : asked.with("currency", query.currency());
    }

    private Query itemsQuery(AgeingRow row) {
        Query items = asked("/ageing/items").with("currency", row.currency());
        boolean isTotal = totals.contains(row);
        return isTotal ? items : items.with("key", row.key());
    }
}
