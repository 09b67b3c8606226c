package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.remittance.AdviceDraft.LineDraft;

/**
 * Reads X12 820, payment order and remittance advice: each transaction (ST to SE) is one advice.
 *
 * <p>Source: ASC X12 transaction set 820. RMR carries what is paid (04), the document's own amount (05) and the discount (06), in that order.
 * An ADX below an RMR says why less or more is paid, and is in what is paid already; one that stands alone is a line of its own. Amounts
 * are in the currency of CUR, and in US dollars where there is none.
 */
final class X12Remittance {

    private static final String FORMAT = "X12 820";
    private static final Currency WITHOUT_CURRENCY = Currency.getInstance("USD");

    private final Findings findings;
    private final List<RemittanceAdvice> advices = new ArrayList<>();

    X12Remittance(Findings findings) {
        this.findings = findings;
    }

    List<RemittanceAdvice> read(List<EdiSegment> segments) {
        List<EdiSegment> transaction = new ArrayList<>();
        for (EdiSegment segment : segments) {
            if (segment.is("ST")) {
                leaveCutOff(transaction);
                transaction.clear();
                transaction.add(segment);
            } else if (segment.is("SE")) {
                end(transaction, segment);
                transaction.clear();
            } else if (!transaction.isEmpty()) {
                transaction.add(segment);
            }
        }
        leaveCutOff(transaction);
        return advices;
    }

    private void leaveCutOff(List<EdiSegment> transaction) {
        if (!transaction.isEmpty()) {
            EdiSegment start = transaction.getFirst();
            findings.leaveOut(new UnreadableAdvice(
                    start.line(), "SE", start.text(2), "The transaction is cut off: it has no end (SE)"));
        }
    }

    private void end(List<EdiSegment> transaction, EdiSegment trailer) {
        if (transaction.isEmpty()) {
            return;
        }
        EdiSegment start = transaction.getFirst();
        if (!start.text(1).equals("820")) {
            findings.leaveOut(new UnreadableAdvice(
                    start.line(),
                    "ST01",
                    start.text(1),
                    "This is a transaction %s, not a remittance advice (820)".formatted(start.text(1))));
            return;
        }
        String counted = String.valueOf(transaction.size() + 1);
        if (!trailer.text(1).replaceFirst("^0+", "").equals(counted)) {
            findings.remark(
                    trailer.line(),
                    "SE01",
                    trailer.text(1),
                    "The transaction does not hold as many segments as it says: %s are there".formatted(counted),
                    "Ask the payer whether the advice is complete");
        }
        try {
            AdviceDraft draft = new AdviceDraft(FORMAT, start.line());
            fill(draft, transaction);
            advices.add(draft.finished(findings));
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e);
        }
    }

    /** Takes into a draft what segments of one transaction say, be they all of it or the few that an addendum has room for. */
    static void fill(AdviceDraft draft, List<EdiSegment> segments) throws UnreadableAdvice {
        Transaction transaction = new Transaction(draft, Transaction.currency(segments));
        for (EdiSegment segment : segments) {
            transaction.take(segment);
        }
    }

    /** One advice in the making. */
    private static final class Transaction {

        private final AdviceDraft draft;
        private final Currency currency;
        private @Nullable LineDraft current;
        private boolean inDetail;

        Transaction(AdviceDraft draft, Currency currency) {
            this.draft = draft;
            this.currency = currency;
        }

        /** Stands behind the amount that it is the currency of. */
        private static Currency currency(List<EdiSegment> segments) throws UnreadableAdvice {
            for (EdiSegment segment : segments) {
                if (segment.is("CUR")) {
                    return segment.currency(2, 0);
                }
            }
            return WITHOUT_CURRENCY;
        }

        private void take(EdiSegment segment) throws UnreadableAdvice {
            switch (segment.tag()) {
                case "BPR", "BPS" -> takeOrder(segment);
                case "TRN" -> draft.reference = draft.reference.isEmpty() ? segment.text(2) : draft.reference;
                case "DTM" -> takeDay(segment);
                case "N1" -> takeParty(segment);
                case "ENT" -> {
                    inDetail = true;
                    current = null;
                }
                case "RMR" -> takeDocument(segment);
                case "ADX" -> takeAdjustment(segment);
                case "REF" -> takeReference(segment);
                default -> {
                    // Names, addresses and contacts do not say what is paid.
                }
            }
        }

        private void takeOrder(EdiSegment segment) throws UnreadableAdvice {
            Money amount = segment.amount(2, currency);
            draft.total = amount;
            draft.payerAccount = segment.text(9);
            if (segment.has(16)) {
                draft.date = segment.day(16, 0);
            }
        }

        private void takeDay(EdiSegment segment) throws UnreadableAdvice {
            if (!inDetail && draft.date == null && segment.has(2)) {
                draft.date = segment.day(2, 0);
            }
        }

        private void takeParty(EdiSegment segment) {
            if (!inDetail && segment.text(1).equals("PR")) {
                draft.payerName = segment.text(2);
            } else if (!inDetail && segment.text(1).equals("PE")) {
                draft.payeeName = segment.text(2);
            }
        }

        private void takeDocument(EdiSegment segment) throws UnreadableAdvice {
            inDetail = true;
            LineDraft line = draft.begin(segment.text(2), segment.line());
            line.net = segment.amountIfThere(4, currency);
            line.gross = segment.amountIfThere(5, currency);
            line.discount = segment.amountIfThere(6, currency);
            if (segment.has(8)) {
                line.adjust(segment.amount(8, currency), segment.text(7));
            }
            current = line;
        }

        private void takeAdjustment(EdiSegment segment) throws UnreadableAdvice {
            Money amount = segment.amount(1, currency);
            LineDraft line = current;
            if (line == null) {
                inDetail = true;
                line = draft.begin(segment.text(4), segment.line());
                line.net = amount;
            }
            line.adjust(amount, segment.text(2));
        }

        private void takeReference(EdiSegment segment) {
            if (current != null) {
                current.refer(segment.text(2));
            }
        }
    }
}
