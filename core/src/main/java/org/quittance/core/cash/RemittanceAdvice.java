package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A payer's own list of what a payment is for, which came apart from the money.
 *
 * <p>Example: an X12 820 of Mart Inc. over USD 21,298.97, trace 4529952, with seven invoices. Whoever wrote it, and in which format, its
 * amounts are signed from the side of what is owed: an invoice that is paid is positive, a credit note that is taken negative.
 *
 * @param format the format as found, for example {@code X12 820}
 * @param payerName who pays; empty where the advice does not say
 * @param payerAccount the IBAN or account number that is debited, without blanks; empty where it does not say
 * @param payeeName who is paid; empty where it does not say
 * @param reference by which the money will be known: trace or cheque number, or the advice's own number
 * @param date when the money moves, or the advice was written; null where it says neither
 * @param total what is paid, never negative
 */
public record RemittanceAdvice(
        String format,
        String payerName,
        String payerAccount,
        String payeeName,
        String reference,
        @Nullable LocalDate date,
        Money total,
        List<Line> lines) {

    /** More in minor units than any document is over; the sum of {@value #MOST_LINES} of them still fits into a {@code long}. */
    public static final long LARGEST_AMOUNT = 10_000_000_000_000L;

    public static final int MOST_LINES = 50_000;

    /**
     * One document of an advice.
     *
     * @param document its number as the payer writes it
     * @param references its other numbers: order, delivery, department
     * @param gross what the document is over; null where the payer does not say
     * @param discount what was taken off by terms, positive; null where the payer does not say
     * @param adjustment what was added or taken off for another reason, negative where less is paid; null where there is none
     * @param adjustmentReason why, as the payer's code; empty where there is none
     * @param net what of the payment is for the document
     */
    public record Line(
            String document,
            List<String> references,
            @Nullable Money gross,
            @Nullable Money discount,
            @Nullable Money adjustment,
            String adjustmentReason,
            Money net) {

        public Line {
            Objects.requireNonNull(document, "document");
            references = List.copyOf(references);
            requireSound(net, net);
            for (Money amount : new Money[] {gross, discount, adjustment}) {
                if (amount != null) {
                    requireSound(amount, net);
                }
            }
        }

        /** What was taken off, by terms or for another reason; zero where nothing was, or something was added. */
        public long keptMinor() {
            return Math.max(0, minor(discount)) + Math.max(0, -minor(adjustment));
        }

        /** Why something was taken off, in words; empty where nothing was. */
        public String keptReason() {
            List<String> reasons = new ArrayList<>();
            if (minor(discount) > 0) {
                reasons.add("discount taken");
            }
            if (minor(adjustment) < 0) {
                reasons.add(
                        adjustmentReason.isBlank()
                                ? "taken off without a reason"
                                : "reason " + adjustmentReason.strip());
            }
            return String.join("; ", reasons);
        }

        private Payment.RemittanceLine forMatching() {
            return new Payment.RemittanceLine(document.strip(), net, keptMinor(), keptReason());
        }

        private static long minor(@Nullable Money amount) {
            return amount == null ? 0 : amount.minor();
        }
    }

    public RemittanceAdvice {
        lines = List.copyOf(lines);
        requireSound(total, total);
        if (total.isNegative()) {
            throw new IllegalArgumentException("nobody pays " + total);
        }
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines are more than an advice has");
        }
        for (Line line : lines) {
            requireSound(line.net(), total);
        }
    }

    /** By how much the lines miss the total: zero where they add up. */
    public Money difference() {
        Money sum = Money.zero(total.currency());
        for (Line line : lines) {
            sum = sum.plus(line.net());
        }
        return total.minus(sum);
    }

    public boolean addsUp() {
        return difference().isZero();
    }

    /**
     * What the matcher may take at its word: each document once, with all that is paid for it. None where the lines do not add up, for then
     * nobody knows which of them is wrong; and none where one of them names no document.
     */
    public List<Payment.RemittanceLine> paymentLines() {
        if (!addsUp() || lines.stream().anyMatch(line -> line.document().isBlank())) {
            return List.of();
        }
        Map<String, Payment.RemittanceLine> byDocument = new LinkedHashMap<>();
        for (Line line : lines) {
            byDocument.merge(line.document().strip(), line.forMatching(), RemittanceAdvice::together);
        }
        return byDocument.values().stream()
                .filter(line -> !line.paid().isZero())
                .toList();
    }

    private static Payment.RemittanceLine together(Payment.RemittanceLine one, Payment.RemittanceLine other) {
        String reason = Stream.of(one.reason(), other.reason())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Payment.RemittanceLine(
                one.reference(), one.paid().plus(other.paid()), one.keptMinor() + other.keptMinor(), reason);
    }

    private static void requireSound(Money amount, Money like) {
        if (!amount.currency().equals(like.currency())) {
            throw new IllegalArgumentException("%s beside %s on one advice".formatted(amount, like));
        }
        if (amount.minor() > LARGEST_AMOUNT || amount.minor() < -LARGEST_AMOUNT) {
            throw new IllegalArgumentException(amount + " is more than a document is over");
        }
    }
}
