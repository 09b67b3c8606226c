package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;

/**
 * Reads an ACH file of Nacha for what its addenda say: each credit entry (record 6) with addenda of type 05 (record 7) is one advice.
 *
 * <p>Source: Nacha Operating Rules, appendix "ACH Record Format Specifications". The addenda of a CTX entry hold an X12 820, with or without
 * the segments around it; those of CCD and PPD one or two of its segments. They run on over the ends of records. The money is what the entry
 * moves; the advice must come to the same. Entries without addenda are no advices.
 */
final class NachaRemittance {

    static final int RECORD_LENGTH = 94;

    private static final int CTX_ADDENDA = 9_999;
    private static final String NO_PADDING = "9999999999";

    private final Findings findings;
    private final List<RemittanceAdvice> advices = new ArrayList<>();
    private @Nullable FixedRecord batch;
    private @Nullable FixedRecord entry;
    private final List<FixedRecord> addenda = new ArrayList<>();
    private long counted;

    NachaRemittance(Findings findings) {
        this.findings = findings;
    }

    List<RemittanceAdvice> read(List<FixedRecord> records) {
        boolean ends = false;
        for (FixedRecord each : records) {
            switch (each.type()) {
                case '5' -> {
                    endEntry();
                    batch = each;
                }
                case '6' -> {
                    endEntry();
                    entry = each;
                    counted++;
                }
                case '7' -> {
                    counted++;
                    if (addenda.size() < CTX_ADDENDA) {
                        addenda.add(each);
                    }
                }
                case '8' -> endEntry();
                case '9' -> {
                    endEntry();
                    ends = ends || isControl(each);
                }
                default -> {
                    // The file's header, and what is no record.
                }
            }
        }
        leaveCutOff();
        if (!ends) {
            findings.remark(
                    0,
                    "9",
                    "",
                    "The file ends without its control record (9); what follows may be cut off",
                    "Ask the bank to send the file again");
        }
        return advices;
    }

    private void leaveCutOff() {
        FixedRecord last = entry;
        if (last != null && isCredit(last) && !addenda.isEmpty()) {
            findings.leaveOut(new UnreadableAdvice(
                    last.line(), "6", last.text(), "The entry is cut off: no record follows its addenda"));
        }
    }

    private boolean isControl(FixedRecord record) {
        if (record.text().startsWith(NO_PADDING)) {
            return false;
        }
        String told = record.field(14, 21).replaceFirst("^0+(?=.)", "");
        if (!told.equals(String.valueOf(counted))) {
            findings.remark(
                    record.line(),
                    "entry/addenda count",
                    told,
                    "The file does not hold as many entries and addenda as it says: %d are there".formatted(counted),
                    "Ask the bank whether the file is complete");
        }
        return true;
    }

    private void endEntry() {
        FixedRecord ended = entry;
        if (ended != null && isCredit(ended)) {
            List<FixedRecord> told =
                    addenda.stream().filter(each -> each.raw(2, 3).equals("05")).toList();
            if (!told.isEmpty()) {
                take(ended, segments(told));
            }
        }
        entry = null;
        addenda.clear();
    }

    /** Words without a segment that names a document are no advice. */
    private void take(FixedRecord entry, List<EdiSegment> segments) {
        if (segments.stream().anyMatch(segment -> segment.is("RMR") || segment.is("ADX"))) {
            try {
                advices.add(advice(entry, segments));
            } catch (UnreadableAdvice e) {
                findings.leaveOut(e);
            }
        }
    }

    /** Money that somebody sends: to a current account or to a savings account. */
    private static boolean isCredit(FixedRecord entry) {
        String code = entry.raw(2, 3);
        return code.equals("22") || code.equals("32");
    }

    private RemittanceAdvice advice(FixedRecord entry, List<EdiSegment> segments) throws UnreadableAdvice {
        FixedRecord company = batch;
        String kind = company == null ? "ACH" : company.field(51, 53);
        boolean isCtx = kind.equals("CTX");
        AdviceDraft draft = new AdviceDraft(("NACHA " + kind).strip(), entry.line());
        Money moved = entry.cents("amount", 30, 39);
        X12Remittance.fill(draft, segments);
        Money advised = draft.total;
        if (advised != null && !advised.equals(moved)) {
            findings.remark(
                    entry.line(),
                    "amount",
                    moved.toString(),
                    "The entry moves %s, its addenda advise %s".formatted(moved, advised),
                    "Ask the payer which is right; the entry's amount counts");
        }
        draft.total = moved;
        draft.payeeName = draft.payeeName.isEmpty() ? entry.field(isCtx ? 59 : 55, isCtx ? 74 : 76) : draft.payeeName;
        if (draft.reference.isEmpty()) {
            draft.reference = entry.field(40, 54).isEmpty() ? entry.field(80, 94) : entry.field(40, 54);
        }
        if (company != null) {
            draft.payerName = draft.payerName.isEmpty() ? company.field(5, 20) : draft.payerName;
            draft.date = draft.date == null ? company.day("effective entry date", 70) : draft.date;
        }
        return draft.finished(findings);
    }

    /** Cut at whichever of the two usual terminators comes first; each segment knows the record in which it begins. */
    private static List<EdiSegment> segments(List<FixedRecord> told) {
        StringBuilder text = new StringBuilder();
        for (FixedRecord each : told) {
            text.append(each.raw(4, 83)).append('\n');
        }
        int backslash = text.indexOf("\\");
        int tilde = text.indexOf("~");
        char terminator = tilde >= 0 && (backslash < 0 || tilde < backslash) ? '~' : '\\';
        return EdiSegments.of(text.toString(), new EdiSyntax('*', EdiSyntax.NONE, terminator, EdiSyntax.NONE)).stream()
                .map(segment -> new EdiSegment(
                        told.get((int) Math.min(segment.line(), told.size()) - 1)
                                .line(),
                        segment.elements()))
                .toList();
    }
}
