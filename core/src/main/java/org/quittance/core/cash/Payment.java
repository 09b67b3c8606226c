package org.quittance.core.cash;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * Money received, with everything that the payer said about it.
 *
 * <p>Invariant: the amount is positive. Money that went out, or came back, is not applied to items.
 *
 * @param id unique among the payments that are matched together
 * @param payerName as the bank gave it; empty where unknown
 * @param payerAccount their IBAN or account number, without blanks; empty where unknown
 * @param structuredReferences references with a check digit, as the payer gave them in a field of their own
 * @param remittanceText free text, lines joined by a line feed; evidence points into it
 * @param lines the remittance advice, where there is one
 * @param chargesMinor what banks kept on the way, as the statement tells; 0 where it tells nothing
 * @param sent what the payer has sent, where that was in another currency; null where it was not
 * @param creditedAccount the account to which it was sent, without blanks, where the bank names it; empty where it does not
 * @param exchange what was received, where that was in another currency than the one in which the payment is taken; null where it was not
 */
public record Payment(
        String id,
        Money amount,
        LocalDate valueDate,
        String payerName,
        String payerAccount,
        List<String> structuredReferences,
        String remittanceText,
        List<RemittanceLine> lines,
        long chargesMinor,
        @Nullable Money sent,
        String creditedAccount,
        @Nullable Exchange exchange) {

    /** One that is taken in the currency in which it was received. */
    public Payment(
            String id,
            Money amount,
            LocalDate valueDate,
            String payerName,
            String payerAccount,
            List<String> structuredReferences,
            String remittanceText,
            List<RemittanceLine> lines,
            long chargesMinor,
            @Nullable Money sent) {
        this(
                id,
                amount,
                valueDate,
                payerName,
                payerAccount,
                structuredReferences,
                remittanceText,
                lines,
                chargesMinor,
                sent,
                "",
                null);
    }

    /** One of which the bank tells neither charges nor another currency. */
    public Payment(
            String id,
            Money amount,
            LocalDate valueDate,
            String payerName,
            String payerAccount,
            List<String> structuredReferences,
            String remittanceText,
            List<RemittanceLine> lines) {
        this(id, amount, valueDate, payerName, payerAccount, structuredReferences, remittanceText, lines, 0, null);
    }

    /**
     * One line of a remittance advice.
     *
     * @param reference the document number as the payer writes it
     * @param paid what of the payment belongs to it; negative for a credit note taken
     * @param keptMinor what the payer says to have kept back of it, in minor units of the same currency; zero where nothing
     * @param reason why, in words; empty where nothing is kept back
     */
    public record RemittanceLine(String reference, Money paid, long keptMinor, String reason) {

        public RemittanceLine {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(paid, "paid");
            Objects.requireNonNull(reason, "reason");
            if (keptMinor < 0) {
                throw new IllegalArgumentException("%d kept back of %s".formatted(keptMinor, reference));
            }
        }

        public RemittanceLine(String reference, Money paid) {
            this(reference, paid, 0, "");
        }
    }

    public Payment {
        if (chargesMinor < 0) {
            throw new IllegalArgumentException("charges of " + chargesMinor);
        }
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(valueDate, "valueDate");
        Objects.requireNonNull(payerName, "payerName");
        Objects.requireNonNull(payerAccount, "payerAccount");
        Objects.requireNonNull(remittanceText, "remittanceText");
        Objects.requireNonNull(creditedAccount, "creditedAccount");
        structuredReferences = List.copyOf(structuredReferences);
        lines = List.copyOf(lines);
        if (exchange != null && !exchange.taken().equals(amount)) {
            throw new IllegalArgumentException("a payment of %s that counts as %s".formatted(amount, exchange.taken()));
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a payment of %s cannot be applied".formatted(amount));
        }
        for (RemittanceLine line : lines) {
            if (!line.paid().currency().equals(amount.currency())) {
                throw new IllegalArgumentException(
                        "the advice names %s for a payment of %s".formatted(line.paid(), amount));
            }
        }
    }

    /**
     * The same payment in another currency. The charges were kept in the currency received and are spent with the exchange; lines of an advice
     * are of that currency too, and are left to the payment as it was received.
     */
    Payment exchanged(Exchange other) {
        return new Payment(
                id,
                other.taken(),
                valueDate,
                payerName,
                payerAccount,
                structuredReferences,
                remittanceText,
                List.of(),
                0,
                null,
                creditedAccount,
                other);
    }
}
