package org.quittance.formats.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.remittance.AdviceDraft.LineDraft;

/**
 * Reads a lockbox file of BAI, first or second version: each cheque (record 6) is one advice, its overflow records (4) name what it is for.
 *
 * <p>Source: BAI, "Lockbox Communications Standards". Banks differ in what stands behind the cheque's number; a date and the names of drawer
 * and payee are taken where they stand in the places that most use. An overflow record has numbers of ten places each followed by an amount
 * of ten, or one number alone, which then is for the whole cheque.
 */
final class LockboxRemittance {

    static final int RECORD_LENGTH = 80;

    private static final int DOCUMENTS_FROM = 12;
    private static final int NUMBER_LENGTH = 10;
    private static final int PAIR_LENGTH = 20;
    private static final int MOST_PAIRS = 20;
    private static final Pattern PAIRS = Pattern.compile("(?:[^ ].{9}[0-9]{10})+ *");

    private final Findings findings;
    private final List<RemittanceAdvice> advices = new ArrayList<>();
    private @Nullable LocalDate deposited;
    private @Nullable FixedRecord cheque;
    private final List<FixedRecord> overflow = new ArrayList<>();
    private long batchMinor;

    LockboxRemittance(Findings findings) {
        this.findings = findings;
    }

    List<RemittanceAdvice> read(List<FixedRecord> records) {
        for (FixedRecord each : records) {
            switch (each.type()) {
                case '5' -> {
                    endCheque();
                    begin(each);
                }
                case '6' -> {
                    endCheque();
                    cheque = each;
                }
                case '4' -> overflow.add(each);
                case '7' -> {
                    endCheque();
                    check(each);
                }
                default -> endCheque();
            }
        }
        leaveCutOff();
        if (records.isEmpty() || records.getLast().type() != '9') {
            findings.remark(
                    0,
                    "9",
                    "",
                    "The file ends without its trailer (record 9); what follows may be cut off",
                    "Ask the bank to send the file again");
        }
        return advices;
    }

    private void leaveCutOff() {
        FixedRecord last = cheque;
        if (last != null) {
            findings.leaveOut(
                    new UnreadableAdvice(last.line(), "6", last.text(), "The cheque is cut off: no record follows it"));
        }
    }

    private void begin(FixedRecord header) {
        try {
            deposited = header.day("deposit date", 15);
        } catch (UnreadableAdvice e) {
            deposited = null;
            findings.remark(e.line(), e.field(), e.excerpt(), e.message(), "Ask the bank for the day of the deposit");
        }
    }

    private void check(FixedRecord total) {
        try {
            Money told = total.cents("batch total", 24, 33);
            if (told.minor() != batchMinor) {
                findings.remark(
                        total.line(),
                        "batch total",
                        told.toString(),
                        "The cheques of the batch come to %s, not to its total"
                                .formatted(Money.ofMinor(batchMinor, "USD")),
                        "Ask the bank which cheque is missing");
            }
        } catch (UnreadableAdvice e) {
            findings.remark(e.line(), e.field(), e.excerpt(), e.message(), "Check the sum of the batch by hand");
        }
        batchMinor = 0;
    }

    private void endCheque() {
        FixedRecord ended = cheque;
        if (ended != null) {
            try {
                advices.add(advice(ended));
            } catch (UnreadableAdvice e) {
                findings.leaveOut(e);
            }
        } else if (!overflow.isEmpty()) {
            findings.leaveOut(new UnreadableAdvice(
                    overflow.getFirst().line(),
                    "4",
                    overflow.getFirst().text(),
                    "The overflow record belongs to no cheque (record 6)"));
        }
        cheque = null;
        overflow.clear();
    }

    private RemittanceAdvice advice(FixedRecord cheque) throws UnreadableAdvice {
        AdviceDraft draft = new AdviceDraft("BAI lockbox", cheque.line());
        Money amount = cheque.cents("remittance amount", 8, 17);
        batchMinor += amount.minor();
        draft.total = amount;
        draft.payerAccount = withoutZeros(cheque.field(27, 36));
        draft.reference = withoutZeros(cheque.field(37, 46));
        draft.date = deposited;
        draft.payerName = cheque.field(53, 82);
        draft.payeeName = cheque.field(83, 112);
        for (FixedRecord each : overflow) {
            takeDocuments(each, draft, amount);
        }
        return draft.finished(findings);
    }

    private void takeDocuments(FixedRecord record, AdviceDraft draft, Money amount) throws UnreadableAdvice {
        String documents = record.raw(DOCUMENTS_FROM, DOCUMENTS_FROM + MOST_PAIRS * PAIR_LENGTH - 1);
        if (!PAIRS.matcher(documents).matches()) {
            LineDraft line = draft.begin(documents, record.line());
            line.net = overflow.size() == 1 ? amount : null;
            return;
        }
        for (int from = 0; from + PAIR_LENGTH <= documents.stripTrailing().length(); from += PAIR_LENGTH) {
            int at = DOCUMENTS_FROM + from;
            LineDraft line = draft.begin(record.field(at, at + NUMBER_LENGTH - 1), record.line());
            line.net = record.cents("invoice amount", at + NUMBER_LENGTH, at + PAIR_LENGTH - 1);
        }
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+", "");
    }
}
