package org.quittance.web.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.quittance.collections.call.VisitLine;
import org.quittance.collections.call.VisitReport;
import org.quittance.core.money.Money;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Query;

/** Visits, meetings and hospitality held between two days, and what they came to. */
public record VisitsView(LocalDate from, LocalDate to, List<VisitLine> lines) {

    public VisitsView {
        lines = List.copyOf(lines);
    }

    /**
     * What there was of one kind in one currency.
     *
     * @param currency empty for those without a cost
     */
    public record Sum(VisitReport.Kind kind, String currency, int count, List<Money> cost) {
        public Sum {
            cost = List.copyOf(cost);
        }
    }

    /** By kind and currency of the cost. */
    public List<Sum> sums() {
        TreeMap<String, Sum> sums = new TreeMap<>();
        for (VisitLine line : lines) {
            Money cost = line.cost();
            String currency = cost == null ? "" : cost.currency().getCurrencyCode();
            Sum one = new Sum(line.kind(), currency, 1, cost == null ? List.of() : List.of(cost));
            sums.merge(line.kind() + currency, one, VisitsView::plus);
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::kind).thenComparing(Sum::currency))
                .toList();
    }

    private static Sum plus(Sum one, Sum other) {
        List<Money> cost = one.cost().isEmpty()
                ? List.of()
                : List.of(one.cost().getFirst().plus(other.cost().getFirst()));
        return new Sum(one.kind(), one.currency(), one.count() + other.count(), cost);
    }

    public String exportUrl(TableExport.Format format) {
        return Query.of("/team/visits/export")
                .with("format", format)
                .with("from", from)
                .with("to", to)
                .url();
    }
}
