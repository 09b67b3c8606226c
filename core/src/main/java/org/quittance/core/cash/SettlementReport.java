package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * What one sum on the bank account is made of, as the card processor or the collecting company tells it.
 *
 * <p>Example: Stripe's payout {@code po_77} over 245.00: payments of 100.00 and 200.00, of which 5.00 are kept as fees, and a refund of 50.00.
 *
 * <p>Invariant: all amounts are in one currency, and no text holds a card number: what looks like one is masked as the record is made.
 *
 * @param format as found, for example {@code Stripe, payout reconciliation}
 * @param processor who pays out, as the bank's line may name it; empty where the company collects itself
 * @param reference of the payout: by it the bank's line may be known; empty where there is none
 * @param account the bank account that is credited; empty where the report does not say
 * @param date when it is paid out; null where the report does not say
 * @param net what is paid out
 */
public record SettlementReport(
        String format,
        String processor,
        String reference,
        String account,
        @Nullable LocalDate date,
        Money net,
        List<Line> lines) {

    /** What a line is about. */
    public enum Kind {
        PAYMENT("Payment"),
        /** The company has given money back. */
        REFUND("Refund"),
        /** The payer's bank has taken it back. */
        CHARGEBACK("Chargeback"),
        FEE("Fee"),
        /** A reserve, an advance, a correction: it is nobody's payment. */
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether money that had been paid has gone back. */
        public boolean takesBack() {
            return this == REFUND || this == CHARGEBACK;
        }
    }

    /**
     * One movement.
     *
     * @param transaction the payment's number at the processor, which its refunds and chargebacks name too; empty where there is none
     * @param document the invoice or order that is named; empty where none is
     * @param customer the payer's number at the processor, or the account that is debited; empty where there is none
     * @param text what else is told, as a payer would write it
     * @param day when it was paid or went back; null where the report does not say
     * @param gross what the payer has paid, positive; what has gone back, negative
     * @param fee what the processor keeps of it; negative where it gives a fee back
     * @param reason why it went back; empty where the report does not say
     */
    public record Line(
            Kind kind,
            String transaction,
            String document,
            String customer,
            String payerName,
            String text,
            @Nullable LocalDate day,
            Money gross,
            Money fee,
            String reason) {

        /** Its digits are as many as a card's, and mean something else. */
        private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}");

        public Line {
            transaction = CardNumbers.masked(transaction);
            document = CardNumbers.masked(document);
            customer = IBAN.matcher(customer).matches() ? customer : CardNumbers.masked(customer);
            payerName = CardNumbers.masked(payerName);
            text = CardNumbers.masked(text);
            reason = CardNumbers.masked(reason);
            if (kind == Kind.PAYMENT && !gross.isPositive()) {
                throw new IllegalArgumentException("nobody pays " + gross);
            }
            if (kind.takesBack() && !gross.isNegative()) {
                throw new IllegalArgumentException("%s that goes back".formatted(gross));
            }
            requireSound(gross, gross);
            requireSound(fee, gross);
        }

        /** What of the line is paid out. */
        public Money net() {
            return gross.minus(fee);
        }
    }

    public SettlementReport {
        Objects.requireNonNull(format, "format");
        reference = CardNumbers.masked(reference);
        lines = List.copyOf(lines);
        requireSound(net, net);
        if (lines.size() > RemittanceAdvice.MOST_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines are more than a report has");
        }
        for (Line line : lines) {
            requireSound(line.gross(), net);
        }
    }

    /** What was paid out less what the lines come to: zero where they add up. Where it is not, nothing is believed. */
    public Money difference() {
        return net.minus(sum(lines.stream().map(Line::net)));
    }

    /** What payers have paid. */
    public Money paid() {
        return sum(of(Kind.PAYMENT).map(Line::gross));
    }

    /** What has gone back to them: positive. */
    public Money takenBack() {
        return sum(lines.stream().filter(line -> line.kind().takesBack()).map(Line::gross))
                .negated();
    }

    /** What the processor keeps: of each line, and by lines of their own. */
    public Money fees() {
        return sum(lines.stream().map(Line::fee)).minus(sum(of(Kind.FEE).map(Line::gross)));
    }

    /** What is neither a payment nor goes back nor is a fee: negative where the processor holds it. */
    public Money other() {
        return sum(of(Kind.OTHER).map(Line::gross));
    }

    private Stream<Line> of(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind);
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(net.currency()), Money::plus);
    }

    private static void requireSound(Money amount, Money like) {
        if (!amount.currency().equals(like.currency())) {
            throw new IllegalArgumentException("%s beside %s in one report".formatted(amount, like));
        }
        if (Math.abs(amount.minor()) > RemittanceAdvice.LARGEST_AMOUNT) {
            throw new IllegalArgumentException(amount + " is more than a report is over");
        }
    }
}
