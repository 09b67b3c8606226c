package org.quittance.core.cash;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.quittance.core.cash.Exchange.Basis;
import org.quittance.core.ledger.Conversion;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.money.Money;

/**
 * Reads a payment as money of another currency: that of the items which it names, where it names none of its own currency.
 *
 * <p>If the bank tells that the payer has sent so much in that currency, it counts as that. Else it is converted at the rates of its day; and
 * where what it names comes to nearly that, it counts as what it names, for the payer meant to pay it and only the banks' rates differ.
 */
final class OtherCurrency {

    /** How sure a match across currencies can be at most. */
    private static final double ACROSS = 0.97;

    private static final double FOR_A_PERSON = 0.90;

    private OtherCurrency() {}

    /** The payment in the currency of what it names; empty where it names nothing of one other currency, or no rate is known. */
    static Optional<Payment> read(Case it, CrossRates rates) {
        List<Named> named = it.namedInOtherCurrency();
        if (it.payment.exchange() != null || named.isEmpty()) {
            return Optional.empty();
        }
        Currency currency = it.item(named.getFirst().position()).currency();
        Money total = Money.ofMinor(Named.total(it, named), currency);
        return total.isPositive() ? exchange(it.payment, total, rates).map(it.payment::exchanged) : Optional.empty();
    }

    private static Optional<Exchange> exchange(Payment payment, Money total, CrossRates rates) {
        Conversion day = rates.converted(payment.amount(), total.currency(), payment.valueDate());
        Money sent = payment.sent();
        if (sent != null && sent.currency().equals(total.currency())) {
            return Optional.of(Exchange.sent(payment.amount(), sent, day));
        }
        if (day instanceof Conversion.Converted converted && converted.amount().isPositive()) {
            Exchange atRate = Exchange.atRate(payment.amount(), converted);
            return Optional.of(atRate.isNear(total) ? atRate.taking(total, Basis.ITEMS) : atRate);
        }
        return Optional.empty();
    }

    /** Whether nothing but the rate of the day says how much it is: what it names comes to something else. */
    static boolean isGuess(Case it) {
        return it.payment.exchange() != null && it.payment.exchange().basis() == Basis.DAY;
    }

    /** For a payment with which nothing could be done: that what it names is of another currency; empty where it names no such thing. */
    static Optional<Evidence> withoutRate(Case it) {
        return it.namedInOtherCurrency().stream().findFirst().map(named -> {
            Candidate item = it.item(named.position());
            String sentence = "The text names %s, which is in %s; no rate of it is known on %s or in the week before"
                    .formatted(item.label(), item.currency(), it.payment.valueDate());
            return Evidence.of(Evidence.Kind.NOTHING_FOUND, item.item(), sentence);
        });
    }

    /**
     * An explanation of a payment that counts as another currency: less sure, and for a person where the rate of the day alone says how much it
     * is, or where the exchange has cost or brought more than the policy gives up.
     */
    static Explanation weighed(Case it, Explanation explanation) {
        Exchange exchange = it.payment.exchange();
        if (exchange == null) {
            return explanation;
        }
        double most =
                isCertain(exchange, it.policy) ? ACROSS : Math.min(FOR_A_PERSON, Math.nextDown(it.policy.applyFrom()));
        return explanation
                .doubtful(most)
                .because(Evidence.of(Evidence.Kind.EXCHANGE_DIFFERENCE, null, exchange.sentence()));
    }

    private static boolean isCertain(Exchange exchange, MatchPolicy policy) {
        return switch (exchange.basis()) {
            case BANK -> true;
            case ITEMS ->
                exchange.cost().abs().minor()
                        <= policy.limitsIn(exchange.taken().currency()).exchangeDifferenceMinor();
            case DAY, HAND -> false;
        };
    }
}
