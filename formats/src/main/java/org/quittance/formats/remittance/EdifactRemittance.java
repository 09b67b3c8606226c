package org.quittance.formats.remittance;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;
import org.quittance.formats.remittance.AdviceDraft.LineDraft;

/**
 * Reads EDIFACT REMADV: each message (UNH to UNT) is one advice.
 *
 * <p>Source: UN/EDIFACT directories D.93A on, message REMADV, and its EANCOM subset. Amounts before the first document or behind the section
 * control (UNS) are of the whole advice; below a document (DOC) they are the document's, and below an adjustment (AJT) the adjustment's. A
 * credit note (document code 381) is written with a positive amount and taken off.
 */
final class EdifactRemittance {

    private static final String FORMAT = "EDIFACT REMADV";

    /** Monetary amount qualifiers (5025) that say what is paid: remitted, paid, to be transferred, total, due. The first that is there counts. */
    private static final List<String> PAID = List.of("12", "11", "139", "143", "128", "86", "9");

    private static final List<String> GROSS = List.of("9", "77", "39", "98");
    private static final List<String> DISCOUNT = List.of("52", "109", "53");
    private static final List<String> ADJUSTMENT = List.of("165");
    private static final List<String> CREDITS = List.of("381", "83", "261");

    /** Date qualifiers (2005): value date, date of execution, date of the message. */
    private static final List<String> DAYS = List.of("209", "203", "138", "137");

    private final Findings findings;
    private final List<RemittanceAdvice> advices = new ArrayList<>();

    EdifactRemittance(Findings findings) {
        this.findings = findings;
    }

    List<RemittanceAdvice> read(List<EdiSegment> segments) {
        List<EdiSegment> message = new ArrayList<>();
        for (EdiSegment segment : segments) {
            if (segment.is("UNH")) {
                leaveCutOff(message);
                message.clear();
                message.add(segment);
            } else if (segment.is("UNT")) {
                end(message, segment);
                message.clear();
            } else if (!message.isEmpty()) {
                message.add(segment);
            }
        }
        leaveCutOff(message);
        return advices;
    }

    private void leaveCutOff(List<EdiSegment> message) {
        if (!message.isEmpty()) {
            EdiSegment start = message.getFirst();
            findings.leaveOut(new UnreadableAdvice(
                    start.line(), "UNT", start.text(1), "The message is cut off: it has no end (UNT)"));
        }
    }

    private void end(List<EdiSegment> message, EdiSegment trailer) {
        if (message.isEmpty()) {
            return;
        }
        EdiSegment start = message.getFirst();
        if (!start.text(2).equals("REMADV")) {
            findings.leaveOut(new UnreadableAdvice(
                    start.line(),
                    "UNH02",
                    start.text(2),
                    "This is a message %s, not a remittance advice (REMADV)".formatted(start.text(2))));
            return;
        }
        String counted = String.valueOf(message.size() + 1);
        if (!trailer.text(1).replaceFirst("^0+", "").equals(counted)) {
            findings.remark(
                    trailer.line(),
                    "UNT01",
                    trailer.text(1),
                    "The message does not hold as many segments as it says: %s are there".formatted(counted),
                    "Ask the payer whether the advice is complete");
        }
        try {
            advices.add(new Message(start.line()).read(message));
        } catch (UnreadableAdvice e) {
            findings.leaveOut(e);
        }
    }

    /** One advice in the making. */
    private final class Message {

        private final AdviceDraft draft;
        private final Map<Integer, Money> totals = new TreeMap<>();
        private int dayRank = DAYS.size();
        private @Nullable Currency currency;
        private @Nullable Document document;
        private boolean inSummary;

        Message(long line) {
            draft = new AdviceDraft(FORMAT, line);
        }

        RemittanceAdvice read(List<EdiSegment> segments) throws UnreadableAdvice {
            currency = currency(segments);
            for (EdiSegment segment : segments) {
                take(segment);
            }
            endDocument();
            draft.total = totals.isEmpty() ? null : totals.values().iterator().next();
            return draft.finished(findings);
        }

        /** The first that is named: in the CUX, or beside an amount. */
        private @Nullable Currency currency(List<EdiSegment> segments) throws UnreadableAdvice {
            for (EdiSegment segment : segments) {
                boolean named = segment.is("CUX") || segment.is("MOA");
                int component = segment.is("CUX") ? 1 : 2;
                if (named && !segment.text(1, component).isEmpty()) {
                    return segment.currency(1, component);
                }
            }
            return null;
        }

        private void take(EdiSegment segment) throws UnreadableAdvice {
            switch (segment.tag()) {
                case "BGM" -> draft.reference = segment.text(2);
                case "RFF" -> takeReference(segment);
                case "DTM" -> takeDay(segment);
                case "NAD" -> takeParty(segment);
                case "FII" -> takeBank(segment);
                case "DOC" -> beginDocument(segment);
                case "AJT" -> {
                    if (document != null) {
                        document.beginAdjustment(segment.text(1));
                    }
                }
                case "MOA" -> takeAmount(segment);
                case "UNS" -> {
                    endDocument();
                    inSummary = true;
                }
                default -> {
                    // Free text and contacts do not say what is paid.
                }
            }
        }

        private void takeReference(EdiSegment segment) {
            Document current = document;
            if (current != null) {
                current.line.refer(segment.text(1, 1));
            } else if (!inSummary && segment.text(1, 0).equals("PQ")) {
                draft.reference = segment.text(1, 1);
            }
        }

        private void takeDay(EdiSegment segment) throws UnreadableAdvice {
            int rank = DAYS.indexOf(segment.text(1, 0));
            boolean written =
                    segment.text(1, 2).equals("102") || segment.text(1, 2).equals("203");
            if (document == null && rank >= 0 && rank < dayRank && written) {
                draft.date = segment.day(1, 1);
                dayRank = rank;
            }
        }

        private void takeParty(EdiSegment segment) {
            if (document != null) {
                return;
            }
            String name = segment.has(4) ? segment.text(4) : segment.text(3);
            switch (segment.text(1)) {
                case "PR", "BY", "IV" -> draft.payerName = draft.payerName.isEmpty() ? name : draft.payerName;
                case "PE", "SU" -> draft.payeeName = draft.payeeName.isEmpty() ? name : draft.payeeName;
                default -> {
                    // Banks and intermediaries.
                }
            }
        }

        private void takeBank(EdiSegment segment) {
            if (document == null && segment.text(1).equals("OR")) {
                draft.payerAccount = segment.text(2);
            }
        }

        private void beginDocument(EdiSegment segment) throws UnreadableAdvice {
            endDocument();
            LineDraft line = draft.begin(segment.text(2), segment.line());
            document = new Document(line, CREDITS.contains(segment.text(1)));
        }

        private void endDocument() {
            if (document != null) {
                document.end();
            }
            document = null;
        }

        private void takeAmount(EdiSegment segment) throws UnreadableAdvice {
            if (currency == null) {
                throw segment.unreadable(1, segment.text(1, 1), "The advice does not say its currency");
            }
            Money amount = segment.amount(1, 1, currency);
            String qualifier = segment.text(1, 0);
            if (document != null) {
                document.take(qualifier, amount);
            } else if (PAID.contains(qualifier)) {
                totals.putIfAbsent(PAID.indexOf(qualifier), amount);
            }
        }
    }

    /** One document in the making. */
    private static final class Document {

        private final LineDraft line;
        private final boolean credit;
        private @Nullable String adjusting;
        private int paidRank = PAID.size();
        private int grossRank = GROSS.size();

        Document(LineDraft line, boolean credit) {
            this.line = line;
            this.credit = credit;
        }

        void beginAdjustment(String reason) {
            adjusting = reason;
        }

        void take(String qualifier, Money written) {
            Money amount = credit && written.isPositive() ? written.negated() : written;
            if (adjusting != null) {
                line.adjust(amount, adjusting);
                return;
            }
            if (PAID.contains(qualifier) && PAID.indexOf(qualifier) < paidRank) {
                paidRank = PAID.indexOf(qualifier);
                line.net = amount;
            }
            if (GROSS.contains(qualifier) && GROSS.indexOf(qualifier) < grossRank) {
                grossRank = GROSS.indexOf(qualifier);
                line.gross = amount;
            }
            if (DISCOUNT.contains(qualifier)) {
                line.discount = amount;
            }
            if (ADJUSTMENT.contains(qualifier)) {
                line.adjust(amount, "");
            }
        }

        /** What is due is what is paid only where nothing was taken off it. */
        void end() {
            boolean onlyDue = paidRank == PAID.indexOf("9");
            if (onlyDue && (line.discount != null || line.adjustment != null)) {
                line.net = null;
            }
        }
    }
}
