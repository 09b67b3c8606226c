package org.quittance.web.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.quittance.cash.Certificates;
import org.quittance.cash.Certificates.Part;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Report;
import org.quittance.correspondence.letter.Report.Column;
import org.quittance.correspondence.letter.Report.Fact;
import org.quittance.correspondence.letter.Report.Table;
import org.quittance.identity.Viewer;

/**
 * The certificate as it is filed: per currency what became of the money, and every line that is not applied yet. It says who asked for it and
 * when, since a later certificate of the same day is the same.
 *
 * @param lines of every bank account, as the certificate has them
 * @param open the lines that are not applied, by currency; one more than {@link #MOST} where not all are listed
 */
record CertificatePaper(
        LocalDate asOf, List<Certificates.Line> lines, List<Certificates.NotApplied> open, Viewer askedBy, Instant at) {

    /** How many lines are printed at most; whoever has more on the desk exports them. */
    static final int MOST = 2_000;

    private static final int WORDS = 90;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    CertificatePaper {
        lines = List.copyOf(lines);
        open = List.copyOf(open);
    }

    Report report() {
        List<Table> tables = new ArrayList<>();
        for (String currency : currencies()) {
            tables.add(certificate(currency));
            List<Certificates.NotApplied> own = open.stream()
                    .limit(MOST)
                    .filter(line -> line.received().currency().getCurrencyCode().equals(currency))
                    .toList();
            if (!own.isEmpty()) {
                tables.add(notApplied(currency, own));
            }
        }
        return new Report(
                asOf,
                "Quittance",
                "Cash certificate at the end of " + Report.day(asOf),
                List.of(
                        new Fact("Asked for by", "%s (%s)".formatted(askedBy.name(), askedBy.login())),
                        new Fact("Asked for at", MOMENT.format(at) + " UTC"),
                        new Fact("Finding", finding())),
                remarks(),
                tables);
    }

    private List<String> currencies() {
        return lines.stream()
                .map(Certificates.Line::currency)
                .distinct()
                .sorted()
                .toList();
    }

    private String finding() {
        if (lines.isEmpty()) {
            return "No line of the bank had been booked by the end of the day.";
        }
        long faults = lines.stream().filter(line -> !line.difference().isZero()).count();
        return faults == 0
                ? "Every bank account clears to zero."
                : "%d of %d lines do not clear to zero: a fault. Run the ledger's check."
                        .formatted(faults, lines.size());
    }

    private List<String> remarks() {
        String rule =
                "Received equals applied, on account, refunded, corrected, not identified and settled by a report together. Each figure is"
                        + " taken from where it is recorded: the bank's lines, the cash desk, the postings, the open items.";
        return open.size() <= MOST
                ? List.of(rule)
                : List.of(rule, "The first %,d lines that are not applied are listed; there are more.".formatted(MOST));
    }

    private Table certificate(String currency) {
        List<Certificates.Line> own =
                lines.stream().filter(line -> line.currency().equals(currency)).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("Bank account"), Column.words("Book")));
        Arrays.stream(Part.values()).forEach(part -> columns.add(Column.number(part.label())));
        columns.add(Column.number("Difference"));
        // What is behind a sum is in the bank's book already, as that sum.
        List<Certificates.Line> once = own.stream()
                .filter(line -> line.book() != Certificates.Book.BEHIND_SUMS)
                .toList();
        List<String> sums = new ArrayList<>(List.of(
                "Together", once.size() == own.size() ? "" : "without " + Certificates.Book.BEHIND_SUMS.label()));
        Arrays.stream(Part.values()).forEach(part -> sums.add(sum(once, currency, line -> line.of(part))));
        sums.add(sum(once, currency, Certificates.Line::difference));
        return new Table(
                "What became of the money in " + currency,
                columns,
                own.stream().map(CertificatePaper::row).toList(),
                sums);
    }

    private static List<String> row(Certificates.Line line) {
        List<String> cells =
                new ArrayList<>(List.of(line.bankAccount(), line.book().label()));
        Arrays.stream(Part.values()).forEach(part -> cells.add(Report.amount(line.of(part))));
        cells.add(Report.amount(line.difference()));
        return cells;
    }

    private static Table notApplied(String currency, List<Certificates.NotApplied> own) {
        List<String> sums = Stream.concat(
                        Stream.of("Together", "", "", ""),
                        Stream.of(
                                sum(own, currency, Certificates.NotApplied::received),
                                sum(own, currency, Certificates.NotApplied::onAccount),
                                sum(own, currency, Certificates.NotApplied::unidentified)))
                .toList();
        return new Table(
                "Lines in %s that are not applied".formatted(currency),
                List.of(
                        Column.words("Payment"),
                        Column.words("Booked"),
                        Column.words("Bank account"),
                        Column.words("Payer and text"),
                        Column.number("Received"),
                        Column.number("On account"),
                        Column.number("Not identified")),
                own.stream().map(CertificatePaper::row).toList(),
                sums);
    }

    private static List<String> row(Certificates.NotApplied line) {
        return List.of(
                "P" + line.paymentId(),
                Report.day(line.bookingDate()),
                line.bankAccount(),
                words(line),
                Report.amount(line.received()),
                Report.amount(line.onAccount()),
                Report.amount(line.unidentified()));
    }

    /** Control characters of a bank's file have no sign in a font. */
    private static String words(Certificates.NotApplied line) {
        String all = (line.payer() + " " + line.remittance())
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return all.length() <= WORDS ? all : all.substring(0, WORDS) + " …";
    }

    private static <T> String sum(List<T> lines, String currency, Function<T, Money> of) {
        return Report.amount(lines.stream().map(of).reduce(Money.ofMinor(0, currency), Money::plus));
    }
}
