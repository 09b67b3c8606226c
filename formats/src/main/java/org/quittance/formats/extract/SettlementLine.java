package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a card processor's settlement report. The lines of one payout are one {@link org.quittance.core.cash.SettlementReport}.
 *
 * @param reference of the payout; empty where the report does not tell it line by line
 * @param paidOn when the payout is made; null where the line does not say
 * @param type what the movement is, by the processor's word
 * @param transaction the payment's number at the processor
 * @param takenBack the number of the payment that goes back, where it is another; empty otherwise
 * @param customer the payer's number at the processor
 * @param day of the movement; null where the line does not say
 * @param gross what is paid, or negative goes back
 * @param fee what the processor keeps of it, positive
 */
public record SettlementLine(
        long line,
        String reference,
        @Nullable LocalDate paidOn,
        SettlementType type,
        String transaction,
        String takenBack,
        String document,
        String customer,
        String payerName,
        String text,
        @Nullable LocalDate day,
        Currency currency,
        BigDecimal gross,
        BigDecimal fee,
        String reason)
        implements ExtractLine {

    public SettlementLine {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(gross, "gross");
        Objects.requireNonNull(fee, "fee");
    }
}
