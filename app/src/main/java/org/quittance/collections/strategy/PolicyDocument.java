package org.quittance.collections.strategy;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quittance.core.collections.Policy;
import org.quittance.core.collections.PriorityWeights;
import org.quittance.core.collections.Yardstick;
import org.quittance.core.ledger.AgeingBands;
import org.quittance.core.money.Money;

/**
 * A policy as it is kept.
 *
 * @param references amounts, in decimals, that weigh the same: {@code EUR 10000}, {@code USD 11000}. They are fixed on purpose: were they
 *     to follow the day's rates, every worklist would change its order every day for no reason that a collector could see
 * @param rateCurrency the currency whose reference is converted, at the ledger's rates, for a currency without one of its own
 * @param bandsEndOn days past due on which the ageing bands after the first end
 */
record PolicyDocument(
        Map<String, String> references,
        String rateCurrency,
        int rateAgeDays,
        List<Integer> bandsEndOn,
        PriorityWeights weights,
        int promiseGraceDays,
        int contactGapDays,
        int dueSoonDays,
        int rollOverDays,
        int monthEndDays) {

    PolicyDocument {
        references = Map.copyOf(references);
        bandsEndOn = List.copyOf(bandsEndOn);
        if (!references.containsKey(rateCurrency)) {
            throw new IllegalArgumentException("The policy has no reference amount of " + rateCurrency);
        }
    }

    /** What a new company starts with: ten thousand euro, and about as much in the currencies most used. */
    static PolicyDocument standard() {
        Map<String, String> references = new TreeMap<>(Map.of(
                "EUR", "10000", "USD", "11000", "GBP", "8500", "CHF", "9500", "SEK", "115000", "NOK", "115000", "DKK",
                "75000", "PLN", "43000", "JPY", "1600000", "CAD", "15000"));
        references.put("AUD", "16500");
        Policy policy = Policy.standard(new Yardstick(Map.of()));
        List<Integer> bands = policy.bands().lastDays();
        return new PolicyDocument(
                references,
                "EUR",
                10,
                bands.subList(1, bands.size()),
                policy.weights(),
                policy.promiseGraceDays(),
                policy.contactGapDays(),
                policy.dueSoonDays(),
                policy.rollOverDays(),
                policy.monthEndDays());
    }

    PolicyDocument with(PriorityWeights other) {
        return new PolicyDocument(
                references,
                rateCurrency,
                rateAgeDays,
                bandsEndOn,
                other,
                promiseGraceDays,
                contactGapDays,
                dueSoonDays,
                rollOverDays,
                monthEndDays);
    }

    Money rateReference() {
        return reference(rateCurrency);
    }

    /** @param byRate what the ledger's rates say of the other currencies */
    Policy policy(Yardstick byRate) {
        Map<Currency, Long> minor = new HashMap<>(byRate.reference());
        references.keySet().forEach(code -> {
            Money reference = reference(code);
            minor.put(reference.currency(), reference.minor());
        });
        return new Policy(
                new Yardstick(minor),
                AgeingBands.endingOn(
                        bandsEndOn.stream().mapToInt(Integer::intValue).toArray()),
                weights,
                promiseGraceDays,
                contactGapDays,
                dueSoonDays,
                rollOverDays,
                monthEndDays);
    }

    private Money reference(String code) {
        String amount = references.get(code);
        if (amount == null) {
            throw new IllegalArgumentException("The policy has no reference amount of " + code);
        }
        return Money.of(amount, code);
    }
}
