package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quittance.formats.Problem;

/**
 * Checks the totals in a list against the lines above them.
 *
 * <p>A total covers the lines since the last one, or the last few totals, as a company's total covers those of its customers, or all
 * lines. Refused lines count too, as long as their amount can be read: it is the extract that is checked.
 */
final class TotalsCheck {

    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    /** The sums of one currency. */
    private static final class Sums {

        private BigDecimal all = BigDecimal.ZERO;
        private BigDecimal section = BigDecimal.ZERO;
        private final List<BigDecimal> totals = new ArrayList<>();

        void add(BigDecimal amount) {
            all = all.add(amount);
            section = section.add(amount);
        }

        boolean takes(BigDecimal total) {
            if (isNear(total, section)) {
                endSection();
                return true;
            }
            BigDecimal sum = section;
            for (int i = totals.size() - 1; i >= 0; i--) {
                sum = sum.add(totals.get(i));
                if (isNear(total, sum)) {
                    endSection();
                    List<BigDecimal> covered = totals.subList(i, totals.size());
                    covered.clear();
                    totals.add(total);
                    return true;
                }
            }
            return isNear(total, all);
        }

        void endSection() {
            totals.add(section);
            section = BigDecimal.ZERO;
        }
    }

    private final RowCells cells;
    private final Layout layout;
    private final Field field;
    private final Field currencyField;
    private final Map<String, Sums> byCurrency = new TreeMap<>();
    private long unread;

    TotalsCheck(RowCells cells, Layout layout) {
        this.cells = cells;
        this.layout = layout;
        this.field = fieldOf(cells);
        this.currencyField =
                field == Field.LOCAL_AMOUNT && cells.has(Field.LOCAL_CURRENCY) ? Field.LOCAL_CURRENCY : Field.CURRENCY;
    }

    private static Field fieldOf(RowCells cells) {
        for (Field candidate : List.of(Field.OPEN_AMOUNT, Field.ORIGINAL_AMOUNT, Field.LOCAL_AMOUNT)) {
            if (cells.has(candidate)) {
                return candidate;
            }
        }
        return Field.NET_AMOUNT;
    }

    void addLine() {
        BigDecimal amount = AmountText.parse(cells.text(field), layout.decimalMark());
        if (amount == null) {
            unread++;
        } else {
            byCurrency
                    .computeIfAbsent(cells.text(currencyField), _ -> new Sums())
                    .add(amount);
        }
    }

    /** A remark where the total of the row at hand is not the sum of what it may cover. */
    Optional<Problem> check(String file) {
        BigDecimal total = AmountText.parse(cells.text(field), layout.decimalMark());
        if (total == null) {
            return Optional.empty();
        }
        Sums sums = sumsFor(cells.text(currencyField));
        BigDecimal section = sums.section.signum() == 0 ? sums.all : sums.section;
        if (sums.takes(total)) {
            return Optional.empty();
        }
        sums.endSection();
        String unreadable = unread == 0 ? "" : "; %d amounts above it could not be read".formatted(unread);
        return Optional.of(Problem.remark(
                file,
                cells.line(),
                layout.headerOf(field),
                cells.text(field),
                "The total %s is not the sum of the lines above it, %s%s"
                        .formatted(total.toPlainString(), section.toPlainString(), unreadable),
                "Check that the extract is complete"));
    }

    private Sums sumsFor(String currency) {
        if (!currency.isEmpty() || byCurrency.size() == 1) {
            String key = currency.isEmpty() ? byCurrency.keySet().iterator().next() : currency;
            return byCurrency.computeIfAbsent(key, _ -> new Sums());
        }
        Sums across = new Sums();
        byCurrency.values().forEach(sums -> across.add(sums.all));
        return across;
    }

    private static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(NOISE) <= 0;
    }
}
