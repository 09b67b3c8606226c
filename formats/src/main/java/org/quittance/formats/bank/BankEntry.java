package org.quittance.formats.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * One movement on a bank account: a single transaction, a batch having been split into its parts.
 *
 * <p>Amounts are signed from the account holder's side: money received is positive.
 *
 * @param line where it stands in the file, counted from 1
 * @param status booked, or only announced
 * @param kind what sort of movement it is
 * @param amount in the account's currency, after charges that the bank has deducted from it
 * @param bookingDate the day of booking
 * @param valueDate the day of value; the booking day where the bank gave none
 * @param bankReference the bank's own reference (AcctSvcrRef, //reference); empty where it gave none
 * @param endToEndReference the payer's reference that travelled with the payment; empty where there is none, and for NOTPROVIDED
 * @param mandateReference the direct debit mandate; empty where there is none
 * @param batchReference ties the parts of one batch booking together; empty for a single booking
 * @param counterpartyName who paid or was paid, the ultimate party where the bank names one; empty where unknown
 * @param counterpartyAccount their IBAN or account number, without blanks; empty where unknown
 * @param structuredReferences references with a check digit of their own, as the payer gave them (RF, QRR, OGM, KID …)
 * @param remittanceText free text: lines joined as the bank wrapped them, by a line feed
 * @param charges what the bank deducted before crediting, positive, in the account's currency; null where none are told
 * @param original amount and currency before conversion, signed; null where there was none
 * @param transactionCode the bank's code ({@code PMNT/RCDT/ESCT}, SWIFT type with the German business code {@code NTRF+166}, BAI type
 *     {@code 142}); empty where there is none
 * @param returnReason why the payment came back, for example {@code AC04}; empty unless it is a return
 * @param creditedAccount the account to which it was sent, without blanks, where the bank names another than the statement's: a virtual
 *     account of one customer; empty where it names none
 */
public record BankEntry(
        long line,
        Status status,
        Kind kind,
        Money amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        String bankReference,
        String endToEndReference,
        String mandateReference,
        String batchReference,
        String counterpartyName,
        String counterpartyAccount,
        List<String> structuredReferences,
        String remittanceText,
        @Nullable Money charges,
        @Nullable Money original,
        String transactionCode,
        String returnReason,
        String creditedAccount) {

    /** One of which the bank names no other account than the statement's. */
    public BankEntry(
            long line,
            Status status,
            Kind kind,
            Money amount,
            LocalDate bookingDate,
            LocalDate valueDate,
            String bankReference,
            String endToEndReference,
            String mandateReference,
            String batchReference,
            String counterpartyName,
            String counterpartyAccount,
            List<String> structuredReferences,
            String remittanceText,
            @Nullable Money charges,
            @Nullable Money original,
            String transactionCode,
            String returnReason) {
        this(
                line,
                status,
                kind,
                amount,
                bookingDate,
                valueDate,
                bankReference,
                endToEndReference,
                mandateReference,
                batchReference,
                counterpartyName,
                counterpartyAccount,
                structuredReferences,
                remittanceText,
                charges,
                original,
                transactionCode,
                returnReason,
                "");
    }

    /** How certain the movement is. */
    public enum Status {
        BOOKED,
        PENDING,
        /** For information only: never counts towards a balance. */
        INFORMATION
    }

    /** What sort of movement it is. */
    public enum Kind {
        PAYMENT,
        /** A payment that came back after it was booked: by the bank or the payer, with a reason. */
        RETURN,
        /** The bank takes back its own booking. */
        REVERSAL
    }

    public BankEntry {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(bookingDate, "bookingDate");
        Objects.requireNonNull(valueDate, "valueDate");
        structuredReferences = List.copyOf(structuredReferences);
    }
}
