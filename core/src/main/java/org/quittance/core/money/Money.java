package org.quittance.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of one currency, held as a whole number of minor units (cents, pence, whole yen).
 *
 * <p>{@code Money.of("12.50", "EUR")} is 1250 minor units. An amount with more decimals than its currency has is refused: money is
 * never rounded silently. Sums and differences of two currencies are refused too. Arithmetic that leaves the range of a
 * {@code long} throws {@link ArithmeticException}.
 *
 * @param minor the amount in minor units; debits are positive, credits negative
 * @param currency an ISO 4217 currency that has minor units (not a metal or a test code)
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit and cannot be owed");
        }
    }

    public static Money ofMinor(long minor, Currency currency) {
        return new Money(minor, currency);
    }

    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /** Reads a plain decimal such as {@code -1234.5}; refuses more decimals than the currency has. */
    public static Money of(String amount, String currencyCode) {
        return of(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    /** Takes the amount exactly; throws {@link ArithmeticException} where the currency has fewer decimals. */
    public static Money of(BigDecimal amount, Currency currency) {
        try {
            BigDecimal minor = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
            return new Money(minor.unscaledValue().longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    "%s is not a whole number of minor units of %s".formatted(amount.toPlainString(), currency));
        }
    }

    /** Takes the amount to the nearest minor unit under the rule that the caller names. */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rule) {
        return of(amount.setScale(currency.getDefaultFractionDigits(), rule), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negated() : this;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The same amount in major units, with exactly the currency's decimals. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** Orders amounts of one currency; comparing two currencies throws {@link IllegalArgumentException}. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toDecimal().toPlainString();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("%s and %s cannot be netted".formatted(this, other));
        }
        return other;
    }
}
