package org.quittance.formats.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;
import org.quittance.formats.Problem;

/**
 * Puts the lines of a file together to the payouts that they are of.
 *
 * <p>What is paid out is told by the line of the payout itself, where there is one; else it is what the lines come to. Of a file of which a
 * line cannot be read nothing is known for sure: it is refused as a whole, because sums of the others would be sums of something else.
 */
public final class SettlementReports {

    private final String file;
    private final Layout layout;
    private final String label;
    private final List<Problem> problems = new ArrayList<>();

    private SettlementReports(String file, Layout layout, String label) {
        this.file = file;
        this.layout = layout;
        this.label = label;
    }

    private record Payout(String reference, Currency currency) {}

    /**
     * The reports of a file.
     *
     * @param label names the kind of file to people
     * @param problems what came up as its lines were read
     */
    public static Parsed<List<SettlementReport>> of(
            String file, Layout layout, String label, List<SettlementLine> lines, List<Problem> problems) {
        SettlementReports reports = new SettlementReports(file, layout, label);
        reports.problems.addAll(problems);
        boolean isWhole = problems.stream().allMatch(problem -> problem.severity() == Problem.Severity.REMARK);
        return isWhole ? reports.of(lines) : reports.notWhole();
    }

    private Parsed<List<SettlementReport>> notWhole() {
        problems.add(Problem.file(
                file,
                0,
                "",
                "",
                "A line of the settlement report cannot be read, so that nobody knows what the others come to",
                "Mend the lines that are listed, or have the report made again, and feed it as a whole"));
        return new Parsed<>(null, problems);
    }

    private Parsed<List<SettlementReport>> of(List<SettlementLine> lines) {
        boolean isByPayout = lines.stream().anyMatch(line -> !line.reference().isEmpty());
        Map<Payout, List<SettlementLine>> byPayout = new LinkedHashMap<>();
        List<SettlementLine> without = new ArrayList<>();
        for (SettlementLine line : lines) {
            if (isByPayout && line.reference().isEmpty()) {
                without.add(line);
            } else {
                byPayout.computeIfAbsent(new Payout(line.reference(), line.currency()), _ -> new ArrayList<>())
                        .add(line);
            }
        }
        if (!without.isEmpty()) {
            problems.add(Problem.remark(
                    file,
                    without.getFirst().line(),
                    layout.headerOf(Field.REFERENCE),
                    "",
                    "%d lines belong to no payout yet and are left out".formatted(without.size()),
                    "Nothing needs to be done: the report of their payout will bring them"));
        }
        List<SettlementReport> reports = new ArrayList<>();
        byPayout.forEach((payout, own) -> {
            SettlementReport report = report(payout, own);
            if (report != null) {
                reports.add(report);
            }
        });
        return Parsed.of(List.copyOf(reports), problems);
    }

    private @Nullable SettlementReport report(Payout payout, List<SettlementLine> lines) {
        List<SettlementLine> payouts = lines.stream()
                .filter(line -> line.type() == SettlementType.PAYOUT)
                .toList();
        if (payouts.size() > 1) {
            leaveOut(
                    payouts.get(1),
                    "There are several payouts here, and the lines do not say which of them they belong to",
                    "Have a report made for each payout, or one that names the payout in each line");
            return null;
        }
        try {
            List<SettlementReport.Line> movements = lines.stream()
                    .filter(line -> line.type() != SettlementType.PAYOUT)
                    .map(SettlementReports::movement)
                    .toList();
            Money net = payouts.isEmpty()
                    ? movements.stream()
                            .map(SettlementReport.Line::net)
                            .reduce(Money.zero(payout.currency()), Money::plus)
                    : Money.of(payouts.getFirst().gross().abs(), payout.currency());
            return new SettlementReport(
                    label, processor(), reference(payout, payouts), "", date(lines, payouts), net, movements);
        } catch (IllegalArgumentException | ArithmeticException beyondMeasure) {
            leaveOut(
                    lines.getFirst(),
                    "The lines of this payout are more, or come to more, than any payout does",
                    "Correct the amounts and feed the report again");
            return null;
        }
    }

    private void leaveOut(SettlementLine line, String message, String remedy) {
        problems.add(
                Problem.row(file, line.line(), layout.headerOf(Field.REFERENCE), line.reference(), message, remedy));
    }

    /** Files whose makers are not known have no name that a bank's line could tell. */
    private String processor() {
        return layout.source().equals("table") || layout.source().equals("file") ? "" : layout.source();
    }

    /** A processor that numbers its payouts 1, 2, 3 writes something longer into the bank's line. */
    private static String reference(Payout payout, List<SettlementLine> payouts) {
        String told = payouts.isEmpty() ? "" : payouts.getFirst().text();
        String both = told.contains(payout.reference()) ? told : payout.reference() + " " + told;
        return both.strip();
    }

    private static @Nullable LocalDate date(List<SettlementLine> lines, List<SettlementLine> payouts) {
        LocalDate told = lines.getFirst().paidOn();
        if (told != null) {
            return told;
        }
        List<SettlementLine> dated = payouts.isEmpty() ? lines : payouts;
        return dated.stream()
                .map(SettlementLine::day)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static SettlementReport.Line movement(SettlementLine line) {
        SettlementReport.Kind kind = switch (line.type()) {
            case PAYMENT -> SettlementReport.Kind.PAYMENT;
            case REFUND -> SettlementReport.Kind.REFUND;
            case CHARGEBACK -> SettlementReport.Kind.CHARGEBACK;
            case FEE -> SettlementReport.Kind.FEE;
            case OTHER -> SettlementReport.Kind.OTHER;
            case PAYOUT -> throw new IllegalStateException("A payout is no movement of itself");
        };
        boolean isTakenBack = kind.takesBack() && !line.takenBack().isEmpty();
        return new SettlementReport.Line(
                kind,
                isTakenBack ? line.takenBack() : line.transaction(),
                line.document(),
                line.customer(),
                line.payerName(),
                line.text(),
                line.day(),
                Money.of(line.gross(), line.currency()),
                Money.of(line.fee(), line.currency()),
                line.reason());
    }
}
