package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.OnAccount;
import org.quittance.core.cash.Decision.Proposed;
import org.quittance.core.cash.Decision.Unidentified;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.ledger.CrossRates;
import org.quittance.core.ledger.ItemId;

/**
 * A list of payments decided together against the same items.
 *
 * <p>The certain ones come first, whatever their place in the list: what they pay can no longer be taken for something else, and
 * they show which bank account is whose. Within a step the payments keep their order.
 *
 * @param matches one for each payment, in the order of the payments
 * @param openAfter what is open of each item that was touched, in minor units, after everything applied
 */
public record MatchRun(List<Match> matches, Map<ItemId, Long> openAfter) {

    private static final int MOST_ROUNDS = 4;
    private static final int MOST_ALTERNATIVES = 5;

    public MatchRun {
        matches = List.copyOf(matches);
        openAfter = Map.copyOf(openAfter);
    }

    /**
     * Decides the payments. Example: of two payments of 40 and 60 that both name invoice 4711 over 100, each is applied to it, and
     * {@code openAfter} holds 0 for the invoice.
     */
    public static MatchRun of(List<Payment> payments, CandidateIndex index, MatchPolicy policy) {
        return of(payments, index, _ -> policy);
    }

    /** The same, each payment under the policy of its own day. */
    public static MatchRun of(List<Payment> payments, CandidateIndex index, Function<Payment, MatchPolicy> policyFor) {
        return of(payments, index, policyFor, Experience.NONE);
    }

    /** The same, after what people's decisions have shown. */
    public static MatchRun of(
            List<Payment> payments,
            CandidateIndex index,
            Function<Payment, MatchPolicy> policyFor,
            Experience experience) {
        return of(payments, index, policyFor, experience, CrossRates.NONE);
    }

    /**
     * The same, where payments may be for items of other currencies.
     *
     * @param rates of the currencies of payments and items around the days of the payments
     */
    public static MatchRun of(
            List<Payment> payments,
            CandidateIndex index,
            Function<Payment, MatchPolicy> policyFor,
            Experience experience,
            CrossRates rates) {
        return new Run(payments, index, policyFor, experience, rates).decide();
    }

    /** The state of a run in progress. */
    private static final class Run {

        private final Experience experience;
        private final Standing standing;
        private final List<Case> cases = new ArrayList<>();
        private final Map<Case, Match> decided = new HashMap<>();
        private final Map<Case, Case> asReceived = new HashMap<>();
        private final CrossRates rates;

        Run(
                List<Payment> payments,
                CandidateIndex index,
                Function<Payment, MatchPolicy> policyFor,
                Experience experience,
                CrossRates rates) {
            this.experience = experience;
            this.rates = rates;
            standing = new Standing(index);
            Set<String> ids = new HashSet<>();
            for (Payment payment : payments) {
                if (!ids.add(payment.id())) {
                    throw new IllegalArgumentException("payment %s is given twice".formatted(payment.id()));
                }
                cases.add(new Case(payment, standing, policyFor.apply(payment)));
            }
        }

        MatchRun decide() {
            boolean news = true;
            for (int round = 0; news && round < MOST_ROUNDS; round++) {
                news = apply(WholeAmount::explain) > 0;
            }
            applyInstalments();
            apply(unlessWhole(PartOfItem::explain));
            apply(WholeAmount::explain);
            applyInstalments();
            takeInOtherCurrencies();
            apply(unlessWhole(AmountAlone::explain));
            List<Match> matches = new ArrayList<>(cases.size());
            for (Case it : cases) {
                Match match = decided.get(it);
                matches.add(match == null ? undecided(it) : match);
            }
            return new MatchRun(matches, standing.changes());
        }

        /** What names items of another currency alone, and comes to them, is looked at as money of that currency from here on. */
        private void takeInOtherCurrencies() {
            cases.replaceAll(it -> decided.containsKey(it)
                    ? it
                    : inOtherCurrency(it)
                            .filter(other -> !OtherCurrency.isGuess(other))
                            .orElse(it));
            if (!asReceived.isEmpty()) {
                apply(WholeAmount::explain);
                apply(unlessWhole(PartOfItem::explain));
            }
        }

        private Optional<Case> inOtherCurrency(Case it) {
            return OtherCurrency.read(it, rates).map(payment -> {
                Case other = new Case(payment, standing, it.policy);
                asReceived.put(other, it);
                return other;
            });
        }

        /** A weaker explanation counts only where no stronger one is there: two equally good ones are for a person. */
        private static Function<Case, List<Explanation>> unlessWhole(Function<Case, List<Explanation>> weaker) {
            return it -> {
                List<Explanation> whole = WholeAmount.explain(it);
                return whole.isEmpty() ? weaker.apply(it) : whole;
            };
        }

        /** Applies what one kind of explanation makes certain; returns how many payments that were. */
        private int apply(Function<Case, List<Explanation>> explain) {
            int applied = 0;
            for (Case it : open()) {
                List<Explanation> found = weighed(it, explain.apply(it));
                if (found.size() == 1 && found.getFirst().confidence() >= it.policy.applyFrom()) {
                    apply(it, found.getFirst());
                    applied++;
                }
            }
            return applied;
        }

        private List<Explanation> weighed(Case it, List<Explanation> found) {
            return found.stream().map(one -> weighed(it, one)).toList();
        }

        private Explanation weighed(Case it, Explanation explanation) {
            return experience.weighed(OtherCurrency.weighed(it, explanation));
        }

        private void applyInstalments() {
            for (Instalments.Group group : Instalments.among(open())) {
                if (group.payments().keySet().stream()
                        .allMatch(it -> weighed(it, group.explanation(it)).confidence() >= it.policy.applyFrom())) {
                    group.payments().keySet().forEach(it -> apply(it, weighed(it, group.explanation(it))));
                }
            }
        }

        private void apply(Case it, Explanation explanation) {
            explanation.settle(standing);
            Applied decision = new Applied(explanation.division(it));
            decided.put(it, new Match(it.payment, decision, explanation.evidence(), explanation.confidence()));
            int customer =
                    standing.index.customerOf(explanation.shares().getFirst().position());
            boolean ofOneCustomer = explanation.shares().stream()
                    .allMatch(share -> standing.index.customerOf(share.position()) == customer);
            if (ofOneCustomer) {
                standing.learn(it.payment, customer);
            }
        }

        private List<Case> open() {
            return cases.stream().filter(it -> !decided.containsKey(it)).toList();
        }

        private Match undecided(Case it) {
            Case received = asReceived.getOrDefault(it, it);
            Optional<Match> match = proposed(it);
            if (match.isEmpty()) {
                match = it == received ? inOtherCurrency(it).flatMap(this::proposed) : proposed(received);
            }
            return match.orElseGet(() -> nothingFound(received));
        }

        /** What is worth showing of the strongest kind of explanation that finds anything. */
        private Optional<Match> proposed(Case it) {
            for (Function<Case, List<Explanation>> explain : List.<Function<Case, List<Explanation>>>of(
                    WholeAmount::explain, PartOfItem::explain, AmountAlone::explain)) {
                List<Explanation> best = weighed(it, explain.apply(it)).stream()
                        .filter(explanation -> explanation.confidence() >= it.policy.proposeFrom())
                        .limit(MOST_ALTERNATIVES)
                        .toList();
                if (!best.isEmpty()) {
                    return Optional.of(proposed(it, best));
                }
            }
            return Optional.empty();
        }

        private Match proposed(Case it, List<Explanation> best) {
            List<Evidence> evidence = new ArrayList<>(best.getFirst().evidence());
            double confidence = best.getFirst().confidence();
            if (best.size() > 1) {
                evidence.add(
                        Evidence.of(Kind.AMBIGUOUS, null, "%d sets of items fit equally well".formatted(best.size())));
                confidence /= best.size();
            }
            List<Division> alternatives =
                    best.stream().map(explanation -> explanation.division(it)).toList();
            return new Match(it.payment, new Proposed(alternatives), evidence, confidence);
        }

        private Match nothingFound(Case it) {
            Evidence nothing = Evidence.of(
                    Kind.NOTHING_FOUND, null, "No open item is named, and no amount of the payer's fits alone");
            List<Evidence> evidence = new ArrayList<>(List.of(nothing));
            evidence.addAll(LetterQuoted.settled(it));
            OtherCurrency.withoutRate(it).ifPresent(evidence::add);
            Evidence payer = it.payerEvidence();
            if (payer == null) {
                return new Match(it.payment, new Unidentified(), evidence, 0);
            }
            evidence.addFirst(payer);
            return new Match(it.payment, new OnAccount(standing.index.homeAccount(it.payer())), evidence, 0);
        }
    }
}
