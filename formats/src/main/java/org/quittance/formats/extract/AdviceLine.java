package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document of a list that says what payments are for: of a payer's portal, or of cheques. The lines with one reference are one
 * remittance advice.
 *
 * @param reference of the payment: the cheque's number, the portal's; empty where there is none
 * @param order the payer's order number; empty where there is none
 * @param gross what the document is over; null where the list does not say
 * @param discount what was taken off by terms, positive; null where the list does not say
 * @param deduction what was taken off for another reason, positive; null where nothing was
 * @param reason why; empty where the list does not say
 * @param paid what of the payment is for the document; negative for a credit note that is taken
 * @param paidOn null where the list does not say
 */
public record AdviceLine(
        long line,
        String reference,
        String payerName,
        String payerAccount,
        String document,
        String order,
        Currency currency,
        @Nullable BigDecimal gross,
        @Nullable BigDecimal discount,
        @Nullable BigDecimal deduction,
        String reason,
        BigDecimal paid,
        @Nullable LocalDate paidOn)
        implements ExtractLine {

    public AdviceLine {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(paid, "paid");
    }
}
