package org.quittance.core.cash;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.Exchange.Basis;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.money.Money;

/**
 * Decides whether a person may credit money received as an amount of another currency.
 *
 * <p>Example: EUR 920.00, worth USD 997.46, may be credited as USD 1,000.00 by whoever may give up USD 2.54, or where the policy gives up as
 * much for an exchange, or where the matcher has proposed it. Crediting less than the worth gives nothing up; both are bounded by
 * {@link Exchange#MOST_PER_MILLION}.
 */
public final class Exchanging {

    private Exchanging() {}

    /** What is said to a person's wish. */
    public sealed interface Outcome {

        /** The money counts as what the person wishes. */
        record Exchanged(Exchange exchange) implements Outcome {}

        /** It does not, and why. */
        record Refused(AssignmentRefusal reason) implements Outcome {}
    }

    /**
     * What is known when the wish is decided.
     *
     * @param paid what of the payment is still to be assigned
     * @param day what that is worth in the other currency at the rates of the payment's day
     * @param sent what the bank says that the payer has sent, if the whole payment is still to be assigned; null where it says nothing
     * @param proposed as what the matcher would credit it; null where it proposes nothing of the kind
     * @param leeway of the person, in the other currency
     */
    public record Facts(
            Money paid,
            Conversion day,
            @Nullable Money sent,
            @Nullable Money proposed,
            Leeway leeway) {

        public Facts {
            Objects.requireNonNull(paid, "paid");
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(leeway, "leeway");
        }
    }

    /** The exchange by which the money counts as so much of the other currency, or why it does not. */
    public static Outcome decide(Facts facts, Money counts) {
        if (counts.currency().equals(facts.paid().currency()) || !counts.isPositive()) {
            return new Outcome.Refused(AssignmentRefusal.NO_EXCHANGE);
        }
        if (counts.equals(facts.sent())) {
            return new Outcome.Exchanged(Exchange.sent(facts.paid(), counts, facts.day()));
        }
        if (!(facts.day() instanceof Conversion.Converted converted)
                || !converted.amount().isPositive()) {
            return new Outcome.Refused(AssignmentRefusal.NO_RATE);
        }
        Exchange day = Exchange.atRate(facts.paid(), converted);
        if (!day.isNear(counts)) {
            return new Outcome.Refused(AssignmentRefusal.TOO_FAR_FROM_THE_RATE);
        }
        Exchange exchange = day.taken().equals(counts) ? day : day.taking(counts, Basis.HAND);
        return counts.equals(facts.proposed()) || facts.leeway().coversExchange(exchange.cost())
                ? new Outcome.Exchanged(exchange)
                : new Outcome.Refused(AssignmentRefusal.EXCHANGE_MORE_THAN_ALONE);
    }
}
