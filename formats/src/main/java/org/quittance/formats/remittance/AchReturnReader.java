package org.quittance.formats.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.formats.Parsed;

/**
 * Reads what came back in an ACH file of Nacha: entries (record 6) with an addenda record of type 99 are returns, those with one of type 98
 * notifications of change.
 *
 * <p>Source: Nacha Operating Rules, "ACH Record Format Specifications". Whatever the bytes are, the answer is a value and problems, never an
 * exception; only a failing stream throws. Of what a bank calls a return only the debits are money that had been received; a credit of ours that
 * came back, and what banks dispute among themselves (R61 to R77), is told as a remark and left out.
 */
public final class AchReturnReader {

    private static final Pattern HEADER = Pattern.compile("^101[^\\r\\n]{28,36}094101");
    private static final Pattern BETWEEN_BANKS = Pattern.compile("R(6[1-9]|7[0-7])");
    private static final Pattern CODE = Pattern.compile("[RC][0-9]{2}");
    private static final String REMEDY = "Ask the bank what is meant";

    private final Findings findings;
    private final List<AchEntry> entries = new ArrayList<>();
    private @Nullable LocalDate made;
    private @Nullable LocalDate effective;
    private @Nullable FixedRecord entry;

    private AchReturnReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * Reads the entries that came back; the value is empty where the file is an ACH file without any, and refused where it is none.
     *
     * @param fileName as the user knows it; only for messages
     * @param in read to its end; left open
     * @throws IOException where the stream itself fails
     */
    public static Parsed<List<AchEntry>> read(String fileName, InputStream in) throws IOException {
        Findings findings = new Findings(fileName);
        byte[] bytes = in.readNBytes(RemittanceReader.MOST_BYTES + 1);
        if (bytes.length > RemittanceReader.MOST_BYTES) {
            return findings.refuse(
                    "The file is larger than %,d bytes".formatted(RemittanceReader.MOST_BYTES),
                    "Ask the bank for a file for each day");
        }
        // The format is one of single bytes: whatever stands in a name keeps its place.
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        if (!HEADER.matcher(text).find()) {
            return findings.refuse("This is no ACH file of Nacha", "Ask the bank for its file of returns");
        }
        AchReturnReader reader = new AchReturnReader(findings);
        FixedRecord.of(text, NachaRemittance.RECORD_LENGTH).forEach(reader::take);
        return findings.read(reader.entries);
    }

    private void take(FixedRecord record) {
        try {
            switch (record.type()) {
                case '1' -> made = record.day("file creation date", 24);
                case '5' -> {
                    entry = null;
                    effective = record.day("effective entry date", 70);
                }
                case '6' -> entry = record;
                case '7' -> addenda(record);
                default -> {
                    // Controls, and what is no record.
                }
            }
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e, "Ask the bank for a corrected file");
        }
    }

    private void addenda(FixedRecord addenda) throws UnreadableAdvice {
        String type = addenda.raw(2, 3);
        FixedRecord returned = entry;
        if (returned == null || !(type.equals("99") || type.equals("98"))) {
            return;
        }
        String code = addenda.field(4, 6);
        if (!CODE.matcher(code).matches()) {
            throw new UnreadableAdvice(addenda.line(), "reason code", code, "This is no return reason or change code");
        }
        if (type.equals("98")) {
            entries.add(entry(returned, addenda, AchEntry.Kind.CHANGE, addenda.field(36, 64)));
        } else if (BETWEEN_BANKS.matcher(code).matches()) {
            remark(
                    returned,
                    code,
                    "A return that the banks dispute among themselves: it takes no money back by itself");
        } else if (isDebit(returned)) {
            entries.add(entry(returned, addenda, AchEntry.Kind.RETURN, addenda.field(36, 79)));
        } else {
            remark(returned, code, "A payment of ours came back; it is no money that had been received");
        }
        entry = null;
    }

    private void remark(FixedRecord returned, String code, String message) {
        findings.remark(returned.line(), "reason code", code, message, REMEDY);
    }

    /** To a current account, a savings account, a general ledger or a loan account. */
    private static boolean isDebit(FixedRecord returned) {
        return returned.raw(2, 3).matches("[2345][67]");
    }

    private AchEntry entry(FixedRecord returned, FixedRecord addenda, AchEntry.Kind kind, String told)
            throws UnreadableAdvice {
        LocalDate day = effective == null ? made : effective;
        if (day == null) {
            throw new UnreadableAdvice(returned.line(), "date", "", "Neither the batch nor the file tells its day");
        }
        Money amount = returned.cents("amount", 30, 39);
        if (kind == AchEntry.Kind.RETURN && !amount.isPositive()) {
            throw new UnreadableAdvice(
                    returned.line(), "amount", returned.field(30, 39), "A return of nothing takes nothing back");
        }
        return new AchEntry(
                returned.line(),
                kind,
                addenda.field(4, 6),
                amount,
                returned.field(55, 76),
                returned.field(40, 54),
                addenda.field(80, 94).isEmpty() ? returned.field(80, 94) : addenda.field(80, 94),
                addenda.field(7, 21),
                told,
                day);
    }
}
