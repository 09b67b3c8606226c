package org.quittance.formats.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.SettlementReport;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;

/**
 * Reads the debits that a company has ordered in an ACH file of Nacha: each batch (records 5 to 8) is credited as one sum.
 *
 * <p>Source: Nacha Operating Rules, "ACH Record Format Specifications". The value is empty where the file orders no debits; a batch is taken
 * whole or not at all, and one whose control record tells another total is held.
 */
public final class AchDebits {

    private static final Pattern HEADER = Pattern.compile("^101[^\\r\\n]{28,36}094101");

    private final Findings findings;
    private final List<SettlementReport> batches = new ArrayList<>();
    private @Nullable FixedRecord batch;
    private List<SettlementReport.Line> debits = new ArrayList<>();
    private boolean isBroken;

    private AchDebits(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads the batches of debits.
     *
     * @param fileName as the user knows it; only for messages
     * @param in read to its end; left open
     * @throws IOException where the stream itself fails
     */
    public static Parsed<List<SettlementReport>> read(String fileName, InputStream in) throws IOException {
        Findings findings = new Findings(fileName);
        String text = new String(in.readNBytes(RemittanceReader.MOST_BYTES), StandardCharsets.ISO_8859_1).strip();
        if (!HEADER.matcher(text).find()) {
            return findings.refuse("This is no ACH file of Nacha", "Export the file that was sent to the bank again");
        }
        AchDebits reader = new AchDebits(findings);
        FixedRecord.of(text, NachaRemittance.RECORD_LENGTH).forEach(reader::take);
        return findings.read(reader.batches);
    }

    private void take(FixedRecord record) {
        try {
            switch (record.type()) {
                case '5' -> {
                    batch = record;
                    debits = new ArrayList<>();
                    isBroken = false;
                }
                case '6' -> entry(record);
                case '7' -> addenda(record);
                case '8' -> end(record);
                default -> {
                    // The file's header and control, and what is no record.
                }
            }
        } catch (UnreadableAdvice e) {
            isBroken = true;
            findings.leaveOut(e, "Export the file that was sent to the bank again");
        }
    }

    /** Of a current account or a savings account; what is ordered is no notice beforehand, and over something. */
    private void entry(FixedRecord entry) throws UnreadableAdvice {
        String code = entry.raw(2, 3);
        if (!code.equals("27") && !code.equals("37")) {
            return;
        }
        Money amount = entry.cents("amount", 30, 39);
        if (!amount.isPositive()) {
            throw new UnreadableAdvice(
                    entry.line(), "amount", entry.field(30, 39), "A debit of nothing collects nothing");
        }
        debits.add(new SettlementReport.Line(
                SettlementReport.Kind.PAYMENT,
                entry.field(80, 94),
                "",
                "",
                entry.field(55, 76),
                entry.field(40, 54),
                null,
                amount,
                Money.zero(amount.currency()),
                ""));
    }

    private void addenda(FixedRecord addenda) {
        if (!addenda.raw(2, 3).equals("05") || debits.isEmpty()) {
            return;
        }
        SettlementReport.Line last = debits.removeLast();
        debits.add(new SettlementReport.Line(
                last.kind(),
                last.transaction(),
                last.document(),
                last.customer(),
                last.payerName(),
                last.text() + "\n" + addenda.field(4, 83),
                last.day(),
                last.gross(),
                last.fee(),
                last.reason()));
    }

    private void end(FixedRecord control) throws UnreadableAdvice {
        FixedRecord header = batch;
        List<SettlementReport.Line> ordered = debits;
        batch = null;
        debits = new ArrayList<>();
        if (header == null || ordered.isEmpty() || isBroken) {
            return;
        }
        LocalDate day = header.day("effective entry date", 70);
        String reference = "%s %s, batch %s"
                .formatted(
                        header.field(41, 50),
                        header.field(54, 63),
                        header.field(88, 94).replaceFirst("^0+(?=.)", ""));
        try {
            batches.add(new SettlementReport(
                    "ACH debits, NACHA " + header.field(51, 53),
                    "",
                    reference,
                    "",
                    day,
                    control.cents("total debit", 21, 32),
                    ordered));
        } catch (IllegalArgumentException | ArithmeticException beyondMeasure) {
            throw new UnreadableAdvice(header.line(), "5", header.text(), "The batch is larger than any collection is");
        }
    }
}
