package org.quittance.formats.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;

/** An advice while it is being read. */
final class AdviceDraft {

    private static final int MOST_REFERENCES = 20;
    private static final int LONGEST = 200;

    private final String format;
    private final long line;
    private final List<LineDraft> lines = new ArrayList<>();
    String payerName = "";
    String payerAccount = "";
    String payeeName = "";
    String reference = "";

    @Nullable
    LocalDate date;

    @Nullable
    Money total;

    AdviceDraft(String format, long line) {
        this.format = format;
        this.line = line;
    }

    /** One document while it is being read. */
    static final class LineDraft {

        private final String document;
        private final List<String> references = new ArrayList<>();

        @Nullable
        Money gross;

        @Nullable
        Money discount;

        @Nullable
        Money adjustment;

        @Nullable
        Money net;

        String adjustmentReason = "";

        private LineDraft(String document) {
            this.document = shortened(document);
        }

        void refer(String reference) {
            if (!reference.isEmpty() && references.size() < MOST_REFERENCES) {
                references.add(shortened(reference));
            }
        }

        void adjust(Money by, String reason) {
            adjustment = adjustment == null ? by : adjustment.plus(by);
            adjustmentReason = adjustmentReason.isEmpty() ? shortened(reason) : adjustmentReason;
        }

        private RemittanceAdvice.@Nullable Line finished() {
            Money paid = net == null ? fromGross() : net;
            return paid == null
                    ? null
                    : new RemittanceAdvice.Line(
                            document, references, gross, discount, adjustment, adjustmentReason, paid);
        }

        /** What is paid where only the document's own amount is told: less the discount, with what was adjusted. */
        private @Nullable Money fromGross() {
            Money paid = gross;
            if (paid != null && discount != null) {
                paid = paid.minus(discount);
            }
            if (adjustment != null) {
                paid = paid == null ? adjustment : paid.plus(adjustment);
            }
            return paid;
        }
    }

    LineDraft begin(String document, long at) throws UnreadableAdvice {
        if (lines.size() >= RemittanceAdvice.MOST_LINES) {
            throw new UnreadableAdvice(
                    at, "", document, "The advice has more than %,d lines".formatted(RemittanceAdvice.MOST_LINES));
        }
        LineDraft begun = new LineDraft(document);
        lines.add(begun);
        return begun;
    }

    RemittanceAdvice finished(Findings findings) throws UnreadableAdvice {
        if (total == null) {
            throw new UnreadableAdvice(line, "", "", "The advice does not say how much is paid");
        }
        if (total.isNegative()) {
            throw new UnreadableAdvice(line, "", total.toString(), "The advice is over less than nothing");
        }
        List<RemittanceAdvice.Line> finished = new ArrayList<>();
        for (LineDraft draft : lines) {
            RemittanceAdvice.Line done = soundLine(draft);
            if (done == null) {
                findings.remark(
                        line,
                        "",
                        draft.document,
                        "Of document %s the advice says no amount; it is left out".formatted(draft.document),
                        "Ask the payer what is paid for it");
            } else {
                finished.add(done);
            }
        }
        RemittanceAdvice advice = new RemittanceAdvice(
                format,
                shortened(payerName),
                shortened(payerAccount.replace(" ", "")),
                shortened(payeeName),
                shortened(reference),
                date,
                total,
                finished);
        remarkIfItDoesNotAddUp(advice, findings);
        return advice;
    }

    private RemittanceAdvice.@Nullable Line soundLine(LineDraft draft) throws UnreadableAdvice {
        try {
            return draft.finished();
        } catch (IllegalArgumentException | ArithmeticException tooLarge) {
            throw new UnreadableAdvice(
                    line,
                    "",
                    draft.document,
                    "The amounts of document %s go beyond anything that is paid".formatted(draft.document));
        }
    }

    private void remarkIfItDoesNotAddUp(RemittanceAdvice advice, Findings findings) {
        if (!advice.lines().isEmpty() && !advice.addsUp()) {
            findings.remark(
                    line,
                    "",
                    advice.total().toString(),
                    "The lines of advice %s miss its total by %s".formatted(advice.reference(), advice.difference()),
                    "Ask the payer which is right; a person decides what the payment is for");
        }
    }

    private static String shortened(String text) {
        String plain = text.strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
