package org.quittance.formats.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes the noise of binary fractions from amounts: 31270.609999999997 was written by a program that meant 31270.61.
 *
 * <p>What lies within a millionth of a minor unit is noise. An amount of more than 15 digits can only come from a binary fraction, and
 * differences of large ones carry more of it: there a millionth of a whole unit is noise. A tenth of a cent never is.
 */
final class ExactAmount {

    private static final int NOISE_DECIMALS = 6;
    private static final int MOST_DECIMALS = 4;
    private static final int DECIMAL_DIGITS = 15;

    private ExactAmount() {}

    /** The amount with so many decimals; null where that would change it. */
    static @Nullable BigDecimal of(BigDecimal amount, int decimals) {
        if (amount.scale() == decimals) {
            return amount;
        }
        if (amount.scale() < decimals) {
            return amount.setScale(decimals);
        }
        BigDecimal near = amount.setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal difference = amount.subtract(near).abs();
        return difference.compareTo(noise(amount, decimals)) <= 0 ? near : null;
    }

    /** The amount with the fewest decimals, two at least, that leave it unchanged but for noise. */
    static BigDecimal withoutNoise(BigDecimal amount) {
        for (int decimals = 2; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal exact = of(amount, decimals);
            if (exact != null) {
                return exact;
            }
        }
        return amount;
    }

    private static BigDecimal noise(BigDecimal amount, int decimals) {
        return BigDecimal.ONE.movePointLeft(
                amount.precision() > DECIMAL_DIGITS ? NOISE_DECIMALS : decimals + NOISE_DECIMALS);
    }
}
