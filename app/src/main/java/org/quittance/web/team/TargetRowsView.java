package org.quittance.web.team;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quittance.collections.team.TargetBook.Target;
import org.quittance.collections.team.TargetRow;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.money.Money;
import org.quittance.web.page.Format;

/** The rows that sum to one figure. */
public record TargetRowsView(TargetSubject subject, Target target, YearMonth month, List<TargetRow> rows) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** So many are shown; an export has them all. */
    public static final int SHOWN = 500;

    public TargetRowsView {
        rows = List.copyOf(rows);
    }

    public String monthName() {
        return MONTH.format(month);
    }

    public List<TargetRow> shown() {
        return rows.subList(0, Math.min(SHOWN, rows.size()));
    }

    public String sum(Format format) {
        String currency = target.currency();
        return currency == null
                ? format.count(rows.size())
                : format.money(rows.stream()
                        .map(TargetRow::amount)
                        .filter(Objects::nonNull)
                        .reduce(Money.ofMinor(0, currency), Money::plus));
    }

    public String exportUrl(String rowsUrl, String format) {
        return "%s/export?month=%s&of=%s&measure=%s&format=%s"
                .formatted(rowsUrl, month, subject.key(), target.measure(), format);
    }
}
