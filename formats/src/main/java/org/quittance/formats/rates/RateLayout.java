package org.quittance.formats.rates;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;

/** Where a list has its rates. */
sealed interface RateLayout {

    /** Adds the rates of the row, or what is wrong with it. */
    void read(String file, Row row, List<RateLine> lines, List<Problem> problems);

    /** The layout that the header tells; null where it tells none. */
    static @Nullable RateLayout of(Row header) {
        List<String> names = header.cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        OneRateALine list = new OneRateALine(
                names.indexOf("base"), names.indexOf("quote"), names.indexOf("date"), names.indexOf("rate"));
        if (list.isComplete()) {
            return list;
        }
        List<String> currencies = names.stream()
                .skip(1)
                .filter(name -> !name.isEmpty())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
        boolean isByCurrency = !names.isEmpty() && names.getFirst().equals("date") && !currencies.isEmpty();
        return isByCurrency && currencies.stream().allMatch(code -> code.matches("[A-Z]{3}"))
                ? new AColumnEach(currencies)
                : null;
    }

    /** {@code Date,USD,GBP}: the price of one euro. */
    record AColumnEach(List<String> currencies) implements RateLayout {

        private static final String EURO = "EUR";

        public AColumnEach {
            currencies = List.copyOf(currencies);
        }

        @Override
        public void read(String file, Row row, List<RateLine> lines, List<Problem> problems) {
            LocalDate day = dayIn(row.cell(0));
            if (day == null) {
                problems.add(noDate(file, row, row.cell(0)));
                return;
            }
            List<RateLine> read = new ArrayList<>();
            for (int i = 0; i < currencies.size(); i++) {
                String text = row.cell(i + 1);
                if (text.isEmpty() || text.equals("N/A")) {
                    continue;
                }
                BigDecimal rate = rateIn(text);
                if (rate == null) {
                    problems.add(noRate(file, row, currencies.get(i), text));
                } else {
                    read.add(new RateLine(EURO, currencies.get(i), day, rate));
                }
            }
            lines.addAll(read);
        }
    }

    /** {@code base,quote,date,rate} in any order; where each of them stands, -1 for nowhere. */
    record OneRateALine(int base, int quote, int date, int rate) implements RateLayout {

        boolean isComplete() {
            return base >= 0 && quote >= 0 && date >= 0 && rate >= 0;
        }

        @Override
        public void read(String file, Row row, List<RateLine> lines, List<Problem> problems) {
            String from = row.cell(base).toUpperCase(Locale.ROOT);
            String to = row.cell(quote).toUpperCase(Locale.ROOT);
            LocalDate day = dayIn(row.cell(date));
            BigDecimal price = rateIn(row.cell(rate));
            if (!isCurrency(from)) {
                problems.add(noCurrency(file, row, "base", row.cell(base)));
            } else if (!isCurrency(to) || to.equals(from)) {
                problems.add(noCurrency(file, row, "quote", row.cell(quote)));
            } else if (day == null) {
                problems.add(noDate(file, row, row.cell(date)));
            } else if (price == null) {
                problems.add(noRate(file, row, "rate", row.cell(rate)));
            } else {
                lines.add(new RateLine(from, to, day, price));
            }
        }
    }

    /** A day such as {@code 2026-05-04}, or {@code 4 May 2026} as the daily file of the ECB has it. */
    private static @Nullable LocalDate dayIn(String text) {
        for (DateTimeFormatter form :
                List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH))) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeException _) {
                // The next form may fit.
            }
        }
        return null;
    }

    /** A price above zero with at most ten decimals, as the ledger keeps it. */
    private static @Nullable BigDecimal rateIn(String text) {
        return text.matches("\\d{1,10}(\\.\\d{1,10})?") && new BigDecimal(text).signum() > 0
                ? new BigDecimal(text)
                : null;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static Problem noDate(String file, Row row, String text) {
        return Problem.row(file, row.line(), "Date", text, "“" + text + "” is not a day", "Write it like 2026-05-04");
    }

    private static Problem noRate(String file, Row row, String field, String text) {
        return Problem.row(
                file,
                row.line(),
                field,
                text,
                "“" + text + "” is not a rate",
                "Write a number above zero with a point and at most ten decimals, such as 1.0842");
    }

    private static Problem noCurrency(String file, Row row, String field, String text) {
        return Problem.row(
                file,
                row.line(),
                field,
                text,
                "“" + text + "” is not a currency to quote here",
                "Give two different three-letter codes, such as EUR and USD");
    }
}
