package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.quittance.core.money.Money;

/**
 * A payment of an extract of payments. Money received is positive.
 *
 * @param rowId the number that the file itself gives the line; empty where it gives none
 * @param entity the company code; empty where neither the file nor the defaults name one
 * @param reference the payer's or the bank's reference; empty where there is none
 * @param remittanceText what the payer wrote
 * @param amount free of binary noise; with the decimals of the currency under {@link DecimalRule#OF_CURRENCY}
 * @param valueDate the day of value; the booking day where the file gives none
 * @param bookingDate the day of booking; the day of value where the file gives none
 */
public record PaymentLine(
        long line,
        String rowId,
        String entity,
        String payerName,
        String payerAccount,
        String reference,
        String remittanceText,
        Currency currency,
        BigDecimal amount,
        LocalDate valueDate,
        LocalDate bookingDate)
        implements ExtractLine {

    public PaymentLine {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(valueDate, "valueDate");
        Objects.requireNonNull(bookingDate, "bookingDate");
    }

    /** The amount in whole minor units; throws where it was read under {@link DecimalRule#AS_WRITTEN} and has none. */
    public Money money() {
        return Money.of(amount, currency);
    }
}
