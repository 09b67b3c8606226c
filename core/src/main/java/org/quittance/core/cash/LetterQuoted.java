package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Explanation.Share;
import org.quittance.core.cash.MatchPolicy.Allowance;
import org.quittance.core.cash.Reading.Window;

/**
 * What is special about a payment that quotes a letter of ours; for the rest the letter counts like the numbers of its items.
 *
 * <p>Where numbers of items stand beside the reference and come to the payment, they say what of the letter is paid. And where the letter
 * asked for less of an item than is open, the rest being promised or disputed, that much is what a payer of the whole letter pays.
 * An instalment of a repayment plan is for what fell due first of it.
 * Whoever takes off the credits that it listed beside its items pays the rest.
 */
final class LetterQuoted {

    private static final double NOT_ALLOWED = 0.80;
    private static final double NUMBER_OF_A_STRANGER = 0.60;

    private LetterQuoted() {}

    /** What goes before the rules for numbers; empty where these alone hold. At least one of the mentions is of a letter. */
    static Optional<Explanation> explain(Case it, List<Mention> named, double confidence) {
        List<Mention> numbers =
                named.stream().filter(mention -> !mention.isOfLetter()).toList();
        if (!numbers.isEmpty()) {
            return byNumbers(it, numbers, confidence);
        }
        List<Named> items = Named.in(named);
        return byPlan(it, items, confidence)
                .or(() -> asAsked(it, items, confidence))
                .or(() -> lessCredits(it, items, confidence));
    }

    private static Optional<Explanation> byNumbers(Case it, List<Mention> numbers, double confidence) {
        List<Named> items = Named.singly(numbers);
        boolean clear = items.size() == numbers.size() && numbers.stream().allMatch(Mention::isFull);
        if (!clear || Named.total(it, items) != it.amount()) {
            return Optional.empty();
        }
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(Explanation.amountFits(items.size()));
        return Optional.of(Explanation.whole(it, Named.positions(items), confidence, evidence));
    }

    private static Optional<Explanation> asAsked(Case it, List<Named> items, double confidence) {
        List<Share> shares = shares(it, items);
        long total = shares.stream().mapToLong(Share::amountMinor).sum();
        if (total != it.amount() || total == Named.total(it, items)) {
            return Optional.empty();
        }
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(Evidence.of(Kind.AMOUNT, null, "The payment is exactly what the letter asks of what is open"));
        Explanation explanation = Explanation.of(it, shares, confidence, evidence);
        return Optional.of(it.policy.allows(Allowance.PART_PAYMENT) ? explanation : explanation.doubtful(NOT_ALLOWED));
    }

    /**
     * A part of one repayment plan, or all that is left of it: what fell due first is paid first, whatever the instalment. Its number alone, which
     * has no check digits, says no more than which plan may be meant, unless it is the payer's own.
     */
    private static Optional<Explanation> byPlan(Case it, List<Named> items, double confidence) {
        QuotedLetter plan = items.getFirst().mention().letter();
        if (plan == null
                || !plan.isPlan()
                || items.stream().anyMatch(named -> !plan.equals(named.mention().letter()))
                || it.amount() > Named.total(it, items)) {
            return Optional.empty();
        }
        List<Share> shares = new ArrayList<>();
        long left = it.amount();
        for (Named named : byDueDate(it, items)) {
            long paid = Math.min(left, it.open(named.position()));
            if (paid > 0) {
                shares.add(new Share(named.position(), paid));
                left -= paid;
            }
        }
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(
                Evidence.of(Kind.AMOUNT, null, "A repayment plan is paid in the order in which its items fell due"));
        Explanation explanation = Explanation.of(it, shares, confidence, evidence);
        boolean isSure = items.getFirst().mention().kind() == Kind.LETTER_REFERENCE
                || it.isPayers(items.getFirst().position());
        return Optional.of(isSure ? explanation : explanation.doubtful(NUMBER_OF_A_STRANGER));
    }

    private static List<Named> byDueDate(Case it, List<Named> items) {
        return items.stream()
                .sorted(Comparator.comparing(
                                (Named named) -> it.item(named.position()).dueDate())
                        .thenComparingLong(
                                named -> it.item(named.position()).item().value()))
                .toList();
    }

    /** All that the letter asked for, less all that it listed beside it. */
    private static Optional<Explanation> lessCredits(Case it, List<Named> items, double confidence) {
        List<Share> shares = new ArrayList<>(shares(it, items));
        items.stream()
                .flatMap(named ->
                        it.listedBeside(Objects.requireNonNull(named.mention().letter())).stream())
                .distinct()
                .filter(position -> it.open(position) != 0)
                .forEach(position -> shares.add(new Share(position, it.open(position))));
        long total = shares.stream().mapToLong(Share::amountMinor).sum();
        if (total != it.amount() || shares.size() == items.size()) {
            return Optional.empty();
        }
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(Evidence.of(
                Kind.AMOUNT, null, "The payment is exactly what the letter asks for, less the credits that it lists"));
        return Optional.of(Explanation.of(it, shares, confidence, evidence));
    }

    private static List<Share> shares(Case it, List<Named> items) {
        return items.stream()
                .map(named -> new Share(named.position(), asked(it, named)))
                .toList();
    }

    /** What the letter asked for, as far as it is still open. */
    private static long asked(Case it, Named named) {
        long open = it.open(named.position());
        long asked = Objects.requireNonNull(named.mention().letter())
                .askedOf(it.item(named.position()).item());
        boolean less = Long.signum(asked) == Long.signum(open) && Math.abs(asked) < Math.abs(open);
        return less ? asked : open;
    }

    /** Which letter, of when and of how much, with the place of its reference; it speaks for all of its items. */
    static Evidence evidence(Case it, Mention mention) {
        QuotedLetter letter = Objects.requireNonNull(mention.letter());
        List<Integer> open = it.mentions().stream()
                .filter(one -> letter.equals(one.letter()))
                .flatMap(one -> one.positions().stream())
                .filter(position -> it.open(position) != 0)
                .distinct()
                .toList();
        return new Evidence(
                mention.kind(),
                mention.start(),
                mention.end(),
                letter.items() == 1 ? letter.askedMinor().keySet().iterator().next() : null,
                (mention.end() == 0 ? "The reference quotes " : "The text quotes ") + letter.sentence(open.size()));
    }

    /** For a payment with which nothing could be done: the letters that it quotes and of which nothing was open to begin with. */
    static List<Evidence> settled(Case it) {
        return it.mentions().stream()
                .filter(mention -> mention.isOfLetter() && mention.positions().isEmpty())
                .map(mention -> evidence(it, mention))
                .toList();
    }

    /** Whether a piece of the text is one of a letter's reference: its digits are nobody's number. */
    static boolean covers(Window window, List<Mention> mentions) {
        return mentions.stream()
                .anyMatch(mention ->
                        mention.isOfLetter() && mention.start() < window.end() && window.start() < mention.end());
    }
}
