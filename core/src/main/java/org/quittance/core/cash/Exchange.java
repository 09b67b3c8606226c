package org.quittance.core.cash;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.ledger.Rate;
import org.quittance.core.money.Money;

/**
 * Money of one currency that is credited as money of another, because that is the currency of what it pays.
 *
 * <p>Example: EUR 920.00 for an invoice of USD 1,000.00, on a day on which they were worth USD 997.46, count as USD 1,000.00. The invoice is
 * settled, and the exchange has cost USD 2.54. Currencies are not netted: the credit is one of USD 1,000.00, and beside it stands what
 * was paid, by which rate it would have been how much, and the difference.
 *
 * <p>Invariant: paid and taken are positive and of two currencies; what it is worth at the rates of the day, where that is known, is of the
 * currency in which it is taken.
 *
 * @param paid what was received
 * @param taken what is credited for it
 * @param atRate what it was worth at the rates of the day; null where none is known
 * @param rates by which
 */
public record Exchange(Money paid, Money taken, @Nullable Money atRate, List<Rate> rates, Basis basis) {

    /** By how many millionths what is credited may differ from the worth at the rates of the day: banks take up to about two per cent. */
    public static final int MOST_PER_MILLION = 25_000;

    /** Who says what the money counts as. */
    public enum Basis {
        /** The bank tells what the payer has sent. */
        BANK,
        /** The items that the payer names come to it. */
        ITEMS,
        /** The rates of the day. */
        DAY,
        /** A person. */
        HAND
    }

    public Exchange {
        Objects.requireNonNull(basis, "basis");
        rates = List.copyOf(rates);
        if (!paid.isPositive() || !taken.isPositive() || paid.currency().equals(taken.currency())) {
            throw new IllegalArgumentException("%s cannot count as %s".formatted(paid, taken));
        }
        if (atRate != null && !atRate.currency().equals(taken.currency())) {
            throw new IllegalArgumentException("%s is taken, and %s the worth".formatted(taken, atRate));
        }
    }

    /** What the bank says that was sent, beside what the rates of the day say. */
    public static Exchange sent(Money paid, Money sent, Conversion day) {
        return day instanceof Conversion.Converted(Money worth, List<Rate> rates)
                ? new Exchange(paid, sent, worth, rates, Basis.BANK)
                : new Exchange(paid, sent, null, List.of(), Basis.BANK);
    }

    /** At the rates of the day. */
    public static Exchange atRate(Money paid, Conversion.Converted day) {
        return new Exchange(paid, day.amount(), day.amount(), day.rates(), Basis.DAY);
    }

    /** The same money, credited as another amount, on somebody's word. */
    public Exchange taking(Money other, Basis word) {
        return new Exchange(paid, other, atRate, rates, word);
    }

    /** Whether an amount is so near to what the money is worth that it may be credited for it. */
    public boolean isNear(Money other) {
        Money worth = atRate == null ? taken : atRate;
        BigInteger distance = BigInteger.valueOf(other.minus(worth).abs().minor());
        return distance.multiply(BigInteger.valueOf(1_000_000))
                        .compareTo(BigInteger.valueOf(worth.minor()).multiply(BigInteger.valueOf(MOST_PER_MILLION)))
                <= 0;
    }

    /** How much more is credited than the money was worth at the rates of the day; negative where it is less, zero where no rate is known. */
    public Money cost() {
        return atRate == null ? Money.zero(taken.currency()) : taken.minus(atRate);
    }

    /**
     * What of the money received stands for the first so many minor units of what is credited: rounded half even, and all of it for all. Taken
     * one part after the other, the parts of the money received sum to it.
     */
    public long paidFor(long takenMinor) {
        return new BigDecimal(BigInteger.valueOf(paid.minor()).multiply(BigInteger.valueOf(takenMinor)))
                .divide(BigDecimal.valueOf(taken.minor()), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** For a person: what was paid, what it was worth and by which rates, and what it counts as. */
    public String sentence() {
        if (atRate == null) {
            return "%s counts as the %s that the payer has sent".formatted(paid, taken);
        }
        String worth = "%s is worth %s at the rate of the day (%s)".formatted(paid, atRate, told(rates));
        Money cost = cost();
        if (cost.isZero()) {
            return worth;
        }
        return "%s; it counts as %s, %s %s".formatted(worth, taken, cost.abs(), cost.isPositive() ? "more" : "less");
    }

    private static String told(List<Rate> rates) {
        return rates.stream()
                .map(rate -> "%s %s, %s of %s"
                        .formatted(rate.perBase().toPlainString(), rate.currency(), rate.source(), rate.date()))
                .collect(Collectors.joining("; "));
    }
}
