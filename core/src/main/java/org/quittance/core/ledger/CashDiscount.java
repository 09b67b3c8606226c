package org.quittance.core.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the terms of a document let the payer take off for paying early, for example 2 % within 10 days.
 *
 * @param basisPoints hundredths of a per cent, more than 0 and less than 10,000
 * @param days after the document's date within which it may be taken
 */
public record CashDiscount(int basisPoints, int days) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public CashDiscount {
        if (basisPoints <= 0 || basisPoints >= 10_000 || days < 0) {
            throw new IllegalArgumentException("%d basis points within %d days".formatted(basisPoints, days));
        }
    }

    /** From two columns that are filled together or not at all. */
    public static @Nullable CashDiscount ofNullable(@Nullable Integer basisPoints, @Nullable Integer days) {
        return basisPoints == null || days == null ? null : new CashDiscount(basisPoints, days);
    }

    /** The discount on an amount, rounded half up to the minor unit. */
    public long of(long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The per cent without needless zeros: {@code 2}, {@code 2.5}. */
    public String percent() {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
