package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.MatchPolicy.Allowance;

/**
 * Explains a payment of a known payer by nothing but its amount: one item, everything that is overdue, everything that is open, or
 * the only set of items that has the sum.
 *
 * <p>A number in the text that belongs to nothing speaks against it. A sum proves something only where it would be an odd
 * coincidence: of many items some set hits nearly any amount. Therefore the number of sets that would do so by chance is reckoned
 * (sets there are, over amounts there are) and the confidence falls with it.
 */
final class AmountAlone {

    private static final double ONE_ITEM = 0.96;
    private static final double BALANCE = 0.95;
    private static final double SUBSET = 0.95;
    private static final double DOUBTFUL = 0.60;
    private static final double LIKELY_CHANCE = 0.40;
    private static final double RARE = 0.001;

    private AmountAlone() {}

    static List<Explanation> explain(Case it) {
        if (it.books().isEmpty()) {
            return List.of();
        }
        List<Integer> ofAmount = it.standing.withAmount(it.books(), it.amount(), it.amount());
        if (!ofAmount.isEmpty()) {
            return ofAmount.stream().map(position -> one(it, position)).toList();
        }
        List<Explanation> balances = balances(it);
        return balances.isEmpty() ? subsets(it) : balances;
    }

    /** What an earlier payment left of an item is a stronger hint than a whole item: an odd amount that the payer knows. */
    private static Explanation one(Case it, int position) {
        Candidate item = it.item(position);
        boolean rest = it.standing.isPartPaid(position) && it.isPlausible(position);
        String sentence = rest
                ? "The payment is exactly what other payments have left open of " + item.label()
                : "The payment is exactly what is open of " + item.label();
        List<Evidence> evidence =
                List.of(Evidence.of(rest ? Kind.TOGETHER_WITH_OTHER_PAYMENTS : Kind.AMOUNT, item.item(), sentence));
        Explanation whole = Explanation.whole(it, List.of(position), ONE_ITEM, evidence);
        return rest ? whole : weighed(it, Allowance.AMOUNT_ALONE, whole);
    }

    private static List<Explanation> balances(Case it) {
        List<Integer> open = new ArrayList<>();
        List<Integer> overdue = new ArrayList<>();
        it.payersPositions().filter(position -> it.open(position) != 0).forEach(position -> {
            open.add(position);
            if (it.item(position).dueDate().isBefore(it.payment.valueDate())) {
                overdue.add(position);
            }
        });
        List<Explanation> found = new ArrayList<>();
        addIfPaid(found, it, open, "The payment is exactly everything that is open");
        if (overdue.size() < open.size()) {
            addIfPaid(found, it, overdue, "The payment is exactly everything that is overdue");
        }
        return found;
    }

    private static void addIfPaid(List<Explanation> found, Case it, List<Integer> positions, String sentence) {
        if (positions.size() > 1 && positions.stream().mapToLong(it::open).sum() == it.amount()) {
            List<Evidence> evidence = List.of(Evidence.of(Kind.AMOUNT, null, sentence));
            found.add(weighed(it, Allowance.SUBSET, Explanation.whole(it, positions, BALANCE, evidence)));
        }
    }

    private static List<Explanation> subsets(Case it) {
        List<Integer> recent = it.payersPositions()
                .filter(position -> it.open(position) != 0 && it.isPlausible(position))
                .limit(it.policy.subsetItems() + 1L)
                .boxed()
                .toList();
        if (recent.isEmpty() || recent.size() > it.policy.subsetItems()) {
            return List.of();
        }
        long[] amounts = recent.stream().mapToLong(it::open).toArray();
        SubsetSum.Answer answer = SubsetSum.of(amounts, it.amount(), 2);
        double confidence = answer.complete() == SubsetSum.Completeness.STOPPED || byChance(amounts) > RARE
                ? LIKELY_CHANCE
                : SUBSET;
        List<Evidence> evidence =
                List.of(Evidence.of(Kind.AMOUNT, null, "No other set of the payer's open items has this sum"));
        return answer.sets().stream()
                .map(set -> IntStream.of(set).mapToObj(recent::get).toList())
                .map(set -> weighed(it, Allowance.SUBSET, Explanation.whole(it, set, confidence, evidence)))
                .toList();
    }

    /** How many sets would have any given sum if amounts were drawn at random. */
    private static double byChance(long[] amounts) {
        double range = 1;
        for (long amount : amounts) {
            range += Math.abs(amount);
        }
        return Math.pow(2, amounts.length) / range;
    }

    /** Doubtful where the text or an advice speaks of something else. */
    private static Explanation weighed(Case it, Allowance allowance, Explanation explanation) {
        boolean silent = it.named().isEmpty()
                && it.namedInOtherCurrency().isEmpty()
                && !it.namesSettled()
                && it.payment.lines().isEmpty()
                && !it.hasUnreadNumbers();
        return silent && it.policy.allows(allowance) ? explanation : explanation.doubtful(DOUBTFUL);
    }
}
