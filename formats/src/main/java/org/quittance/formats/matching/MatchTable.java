package org.quittance.formats.matching;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.Line;
import org.quittance.core.cash.Decision.OnAccount;
import org.quittance.core.cash.Decision.Proposed;
import org.quittance.core.cash.Decision.Unidentified;
import org.quittance.core.cash.Evidence;
import org.quittance.core.cash.Match;
import org.quittance.formats.extract.PaymentLine;
import org.quittance.formats.matching.ExtractRows.Numbered;
import org.quittance.formats.table.Column;
import org.quittance.formats.table.TableWriter;
import org.quittance.formats.table.Value;

/**
 * The answer as a table: {@code payment_row,item_rows,applied,decision,confidence,evidence}.
 *
 * <p>{@code item_rows} and {@code applied} hold as many entries as the payment has items, separated by semicolons; an amount is in
 * major units, negative for a credit taken. {@code decision} is {@code applied}, {@code proposed} (with the best proposal) or
 * {@code none}.
 */
final class MatchTable {

    private static final List<Column> COLUMNS = List.of(
            Column.integer("payment_row"),
            Column.text("item_rows"),
            Column.text("applied"),
            Column.text("decision"),
            Column.decimal("confidence"),
            Column.text("evidence"));

    private static final int CONFIDENCE_DECIMALS = 4;

    private MatchTable() {}

    /** One line for each payment, in the order of the file; one without a match is money that went out. */
    static MatchFiles.Summary write(
            List<Numbered<PaymentLine>> payments,
            Map<Long, Match> matches,
            Map<Currency, Scale> scales,
            OutputStream out)
            throws IOException {
        long applied = 0;
        long proposed = 0;
        try (TableWriter table = TableWriter.csv(out, TableWriter.ByteOrderMark.OMITTED, COLUMNS)) {
            for (Numbered<PaymentLine> payment : payments) {
                Match match = matches.get(payment.row());
                if (match == null) {
                    table.write(
                            none(payment.row(), BigDecimal.ZERO.setScale(CONFIDENCE_DECIMALS), "Not money received"));
                    continue;
                }
                Scale scale = Objects.requireNonNull(
                        scales.get(payment.line().currency()), "scale of the payment's currency");
                table.write(row(payment.row(), match, scale));
                applied += match.decision() instanceof Applied ? 1 : 0;
                proposed += match.decision() instanceof Proposed ? 1 : 0;
            }
        }
        return new MatchFiles.Summary(payments.size(), applied, proposed, payments.size() - applied - proposed);
    }

    private static List<Value> row(long row, Match match, Scale scale) {
        BigDecimal confidence =
                BigDecimal.valueOf(match.confidence()).setScale(CONFIDENCE_DECIMALS, RoundingMode.HALF_UP);
        String evidence = match.evidence().stream().map(Evidence::sentence).collect(Collectors.joining(". "));
        return switch (match.decision()) {
            case Applied decision -> row(row, decision.division(), "applied", confidence, evidence, scale);
            case Proposed decision ->
                row(row, decision.alternatives().getFirst(), "proposed", confidence, evidence, scale);
            case OnAccount _, Unidentified _ -> none(row, confidence, evidence);
        };
    }

    private static List<Value> row(
            long row, Division division, String decision, BigDecimal confidence, String evidence, Scale scale) {
        List<Line> debitsFirst = division.lines().stream()
                .sorted(Comparator.<Line>comparingInt(line -> line.amountMinor() > 0 ? 0 : 1)
                        .thenComparingLong(line -> line.item().value()))
                .toList();
        return List.of(
                Value.of(row),
                Value.of(
                        debitsFirst.stream().map(line -> line.item().toString()).collect(Collectors.joining(";"))),
                Value.of(debitsFirst.stream()
                        .map(line -> scale.major(line.amountMinor()).toPlainString())
                        .collect(Collectors.joining(";"))),
                Value.of(decision),
                Value.of(confidence),
                Value.of(evidence));
    }

    private static List<Value> none(long row, BigDecimal confidence, String evidence) {
        return List.of(
                Value.of(row), Value.of(""), Value.of(""), Value.of("none"), Value.of(confidence), Value.of(evidence));
    }
}
