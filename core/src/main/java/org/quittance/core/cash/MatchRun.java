package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.quittance.core.cash.Decision.Applied;
import org.quittance.core.cash.Decision.Division;
import org.quittance.core.cash.Decision.OnAccount;
import org.quittance.core.cash.Decision.Proposed;
import org.quittance.core.cash.Decision.Unidentified;
import org.quittance.core.cash.Evidence.Kind;
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
        return new Run(payments, index, policyFor, experience).decide();
    }

    /** The state of a run in progress. */
    private static final class Run {

        private final Experience experience;
        private final Standing standing;
        private final List<Case> cases = new ArrayList<>();
        private final Map<Case, Match> decided = new HashMap<>();

        Run(
                List<Payment> payments,
                CandidateIndex index,
                Function<Payment, MatchPolicy> policyFor,
                Experience experience) {
            this.experience = experience;
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
            apply(unlessWhole(AmountAlone::explain));
            List<Match> matches = new ArrayList<>(cases.size());
            for (Case it : cases) {
                Match match = decided.get(it);
                matches.add(match == null ? undecided(it) : match);
            }
            return new MatchRun(matches, standing.changes());
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
                List<Explanation> found = weighed(explain.apply(it));
                if (found.size() == 1 && found.getFirst().confidence() >= it.policy.applyFrom()) {
                    apply(it, found.getFirst());
                    applied++;
                }
            }
            return applied;
        }

        private List<Explanation> weighed(List<Explanation> found) {
            return found.stream().map(experience::weighed).toList();
        }

        private void applyInstalments() {
            for (Instalments.Group group : Instalments.among(open())) {
                if (group.payments().keySet().stream()
                        .allMatch(it ->
                                experience.weighed(group.explanation(it)).confidence() >= it.policy.applyFrom())) {
                    group.payments().keySet().forEach(it -> apply(it, group.explanation(it)));
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
            List<Explanation> best = List.of();
            for (Function<Case, List<Explanation>> explain : List.<Function<Case, List<Explanation>>>of(
                    WholeAmount::explain, PartOfItem::explain, AmountAlone::explain)) {
                if (best.isEmpty()) {
                    best = weighed(explain.apply(it)).stream()
                            .filter(explanation -> explanation.confidence() >= it.policy.proposeFrom())
                            .limit(MOST_ALTERNATIVES)
                            .toList();
                }
            }
            return best.isEmpty() ? nothingFound(it) : proposed(it, best);
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
            Evidence payer = it.payerEvidence();
            return payer == null
                    ? new Match(it.payment, new Unidentified(), List.of(nothing), 0)
                    : new Match(
                            it.payment,
                            new OnAccount(standing.index.homeAccount(it.payer())),
                            List.of(payer, nothing),
                            0);
        }
    }
}
