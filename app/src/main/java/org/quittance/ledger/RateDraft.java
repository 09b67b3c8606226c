package org.quittance.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate to enter: on the day, one unit of the base was worth {@code rate} units of the quoted currency.
 *
 * @param source who published it
 */
public record RateDraft(String base, String quote, LocalDate day, BigDecimal rate, String source) {

    public RateDraft {
        if (base.equals(quote) || rate.signum() <= 0 || source.isBlank()) {
            throw new IllegalArgumentException("One %s is %s %s by \"%s\"".formatted(base, rate, quote, source));
        }
    }
}
