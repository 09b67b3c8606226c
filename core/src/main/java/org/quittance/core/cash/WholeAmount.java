package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.quittance.core.cash.CandidateIndex.Book;
import org.quittance.core.cash.Evidence.Kind;
import org.quittance.core.cash.Explanation.Share;
import org.quittance.core.cash.MatchPolicy.Allowance;

/**
 * Explains the whole of a payment by items that the payer names, exactly or nearly.
 *
 * <p>The rules in order, the first that finds anything decides: the lines of a remittance advice; items named that add up to the
 * payment, or that add up to it with an exact reason for the rest; some of them that add up to the payment; the same with items of other
 * customers; the same less a credit note; the same within tolerance; an item of the amount whose number the text resembles; items named and
 * resembled that add up; items named and one that completes the sum; endings of numbers, less an exact reason; some of the lines of an advice, which a person decides about. Several
 * explanations of one rule are ambiguous.
 *
 * <p>What an advice says to be taken off an item stays open as a deduction with its reason, a discount too: whether it was due by the terms,
 * the payer does not decide.
 */
final class WholeAmount {

    private static final double ADVICE = 0.999;
    private static final double PART_OF_ADVICE = 0.6;
    private static final int MOST_UNKNOWN = 5;
    private static final double NAMED = 0.999;
    private static final double NAMED_BY_STRANGER = 0.97;
    private static final double CREDIT_NOTE = 0.96;
    private static final double RESEMBLED = 0.985;
    private static final double RESEMBLED_BUT_NAMED = 0.90;
    private static final double RESEMBLED_WITHIN_TOLERANCE = 0.97;
    private static final double COMPLETED = 0.96;
    private static final double RESEMBLED_LESS = 0.97;

    private final Case it;

    private WholeAmount(Case it) {
        this.it = it;
    }

    static List<Explanation> explain(Case it) {
        WholeAmount rules = new WholeAmount(it);
        Optional<Explanation> advised = rules.byAdvice();
        if (advised.isPresent()) {
            return List.of(advised.get());
        }
        List<Mention> named = it.named();
        List<Explanation> found = rules.byNames(named);
        if (found.isEmpty() && !it.books().isEmpty()) {
            found = rules.byResemblance(named);
        }
        return found.isEmpty() ? rules.byPartOfAdvice().stream().toList() : found;
    }

    private List<Explanation> byNames(List<Mention> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        if (named.stream().anyMatch(Mention::isOfLetter)) {
            Optional<Explanation> asked = LetterQuoted.explain(it, named, confidenceOf(named));
            if (asked.isPresent()) {
                return List.of(asked.get());
            }
        }
        // Before the sums: all that is named less an exact reason says more than a part of it, the rest unexplained.
        List<Explanation> found = less(named, Shortfall::exact);
        if (found.isEmpty()) {
            found = MentionSums.explain(it, named, confidenceOf(named));
        }
        if (found.isEmpty()) {
            found = acrossCustomers(named);
        }
        if (found.isEmpty()) {
            found = lessCreditNote(named);
        }
        return found.isEmpty() ? less(named, Shortfall::near) : found;
    }

    /** Whoever pays for others names their items beside its own: all of them together are the payment, to the cent. */
    private List<Explanation> acrossCustomers(List<Mention> payers) {
        List<Mention> all = it.namedOfAnyone();
        List<Named> items = Named.singly(all);
        boolean clear = items.size() == all.size() && all.stream().allMatch(Mention::isFull);
        if (!clear || all.size() == payers.size() || Named.total(it, items) != it.amount()) {
            return List.of();
        }
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(Explanation.amountFits(items.size()));
        return List.of(Explanation.whole(it, Named.positions(items), NAMED_BY_STRANGER, evidence));
    }

    private List<Explanation> byResemblance(List<Mention> named) {
        List<Explanation> found = byAmountAndResemblance(named);
        if (found.isEmpty()) {
            List<Mention> all = new ArrayList<>(named);
            all.addAll(it.resembling());
            found = MentionSums.explain(it, all, RESEMBLED);
        }
        if (found.isEmpty()) {
            found = completed(named);
        }
        return found.isEmpty() ? lessByEndings() : found;
    }

    /** Nothing but endings of numbers, which come to the payment less a reason that is exact. */
    private List<Explanation> lessByEndings() {
        List<Named> items = it.endings();
        long missing = Named.total(it, items) - it.amount();
        List<Integer> positions = Named.positions(items);
        return items.isEmpty()
                ? List.of()
                : Shortfall.exact(it, positions, missing).stream()
                        .map(shortfall -> lessBy(shortfall, items, missing, RESEMBLED_LESS))
                        .toList();
    }

    private Explanation lessBy(Shortfall shortfall, List<Named> items, long missing, double most) {
        List<Evidence> evidence = Named.evidence(it, items);
        evidence.add(shortfall.evidence());
        return Explanation.of(
                        it,
                        shortfall.shares(it, Named.positions(items), missing),
                        Math.min(shortfall.confidence(), most),
                        evidence)
                .leaving(shortfall.left());
    }

    /** Every line of the advice names one item, and takes no more than is open of it. */
    private Optional<Explanation> byAdvice() {
        Advised advised = advised();
        long total =
                advised.shares().values().stream().mapToLong(Share::amountMinor).sum();
        return advised.shares().isEmpty() || !advised.unknown().isEmpty() || total != it.amount()
                ? Optional.empty()
                : Optional.of(explanation(advised, ADVICE, List.of()));
    }

    /** Some lines of the advice name an item, and come to no more than the payment: a person decides about the others. */
    private Optional<Explanation> byPartOfAdvice() {
        Advised advised = advised();
        long total =
                advised.shares().values().stream().mapToLong(Share::amountMinor).sum();
        if (advised.unknown().isEmpty() || total <= 0 || total > it.amount()) {
            return Optional.empty();
        }
        String missing = "The remittance advice also names %s, of which not so much is open"
                .formatted(String.join(
                        ", ", advised.unknown().stream().limit(MOST_UNKNOWN).toList()));
        return Optional.of(
                explanation(advised, PART_OF_ADVICE, List.of(Evidence.of(Kind.NOTHING_FOUND, null, missing))));
    }

    /** The lines of the advice that name one item and take no more than is open of it, and the documents of the others. */
    private record Advised(Map<Payment.RemittanceLine, Share> shares, List<String> unknown) {}

    private Advised advised() {
        Map<Payment.RemittanceLine, Share> shares = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Payment.RemittanceLine line : it.payment.lines()) {
            OptionalInt position = named(line.reference());
            if (position.isPresent()
                    && isOpen(position.getAsInt(), line.paid().minor())
                    && seen.add(position.getAsInt())) {
                shares.put(line, new Share(position.getAsInt(), line.paid().minor()));
            } else {
                unknown.add(line.reference());
            }
        }
        return new Advised(shares, unknown);
    }

    private boolean isOpen(int position, long paid) {
        long open = it.open(position);
        return Long.signum(paid) == Long.signum(open) && Math.abs(paid) <= Math.abs(open);
    }

    private Explanation explanation(Advised advised, double confidence, List<Evidence> against) {
        List<Evidence> evidence = new ArrayList<>();
        List<Explanation.Left> left = new ArrayList<>();
        advised.shares().forEach((line, share) -> {
            int position = share.position();
            evidence.add(it.evidence(
                    new Mention(Kind.REMITTANCE_LINE, Mention.Weight.FULL, 0, 0, List.of(position)), position));
            long kept = Math.min(line.keptMinor(), it.open(position) - share.amountMinor());
            if (share.amountMinor() > 0 && kept > 0) {
                left.add(new Explanation.Left(position, Decision.Difference.Kind.DEDUCTION, kept, line.reason()));
            }
        });
        evidence.addAll(against);
        return Explanation.of(it, List.copyOf(advised.shares().values()), confidence, evidence)
                .leaving(left);
    }

    /** The one open item of this number: of the payer, or, where the payer has none, of whomever they pay for. */
    private OptionalInt named(String reference) {
        char[] key = ReferenceKey.of(reference).toCharArray();
        List<Integer> open = it.standing.index.bearing(key, 0, key.length).stream()
                .filter(position -> it.open(position) != 0
                        && it.item(position)
                                .currency()
                                .equals(it.payment.amount().currency()))
                .toList();
        List<Integer> payers = open.stream().filter(it::isPayers).toList();
        List<Integer> meant = payers.isEmpty() ? open : payers;
        return meant.size() == 1 ? OptionalInt.of(meant.getFirst()) : OptionalInt.empty();
    }

    /** How a rest may be explained. */
    private interface Explained {
        Optional<Shortfall> why(Case it, List<Integer> positions, long missing);
    }

    /** The items named, one for each number, miss the payment by something that has a reason. */
    private List<Explanation> less(List<Mention> named, Explained explained) {
        List<Named> items = Named.singly(named);
        long missing = Named.total(it, items) - it.amount();
        boolean clear = named.stream()
                        .allMatch(mention ->
                                mention.isFull() && mention.positions().size() == 1)
                && items.stream().anyMatch(item -> it.open(item.position()) > missing);
        if (!clear || missing == 0) {
            return List.of();
        }
        List<Integer> positions = Named.positions(items);
        return explained.why(it, positions, missing).stream()
                .map(shortfall -> lessBy(shortfall, items, missing, confidenceOf(named)))
                .toList();
    }

    /** The items named come to more than the payment, by exactly one of the payer's credits. */
    private List<Explanation> lessCreditNote(List<Mention> named) {
        List<Named> items = Named.singly(named);
        long over = Named.total(it, items) - it.amount();
        if (over <= 0 || !it.policy.allows(Allowance.CREDIT_NOTE_TAKEN)) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        for (int credit : it.standing.withAmount(booksOf(items), -over, -over)) {
            List<Evidence> evidence = Named.evidence(it, items);
            String sentence = "What is missing is exactly " + it.item(credit).label();
            evidence.add(Evidence.of(Kind.CREDIT_NOTE_TAKEN, it.item(credit).item(), sentence));
            found.add(Explanation.whole(it, and(items, credit), CREDIT_NOTE, evidence));
        }
        return found;
    }

    /** Of an unknown payer who names items of one customer, that customer's book: the credit is one of theirs. */
    private List<Book> booksOf(List<Named> items) {
        List<Integer> customers = items.stream()
                .map(item -> it.standing.index.customerOf(item.position()))
                .distinct()
                .toList();
        return it.books().isEmpty() && customers.size() == 1
                ? List.of(it.standing.index.book(
                        customers.getFirst(), it.payment.amount().currency()))
                : it.books();
    }

    /** The payer's items of this amount whose number the text resembles; of nearly this amount, where the text is no other number. */
    private List<Explanation> byAmountAndResemblance(List<Mention> named) {
        long tolerance = it.tolerance();
        Map<Kind, List<Explanation>> exact = new EnumMap<>(Kind.class);
        List<Explanation> near = new ArrayList<>();
        for (int position : it.standing.withAmount(it.books(), it.amount() - tolerance, it.amount() + tolerance)) {
            Mention mention = it.isPlausible(position) ? it.resemblance(position) : null;
            if (mention == null) {
                continue;
            }
            Evidence number = it.evidence(mention, position);
            if (it.open(position) == it.amount()) {
                List<Evidence> evidence = List.of(number, Explanation.amountFits(1));
                exact.computeIfAbsent(mention.kind(), _ -> new ArrayList<>())
                        .add(Explanation.whole(
                                it,
                                List.of(position),
                                isNamedOtherwise(mention, position) ? RESEMBLED_BUT_NAMED : RESEMBLED,
                                evidence));
            } else if (named.stream().noneMatch(mention::overlaps)) {
                Evidence nearly = Evidence.of(Kind.WITHIN_TOLERANCE, null, "The difference is within the tolerance");
                Share share = new Share(position, Math.min(it.amount(), it.open(position)));
                // What is missing may be a second item that the text names, and not a little of the first.
                double confidence = it.hasNumberBeside(mention) ? RESEMBLED_BUT_NAMED : RESEMBLED_WITHIN_TOLERANCE;
                near.add(Explanation.of(it, List.of(share), confidence, List.of(number, nearly)));
            }
        }
        // The kinds stand in the order of their strength: one typing error says more than a part of a number.
        return exact.isEmpty() ? near : exact.values().iterator().next();
    }

    /** Whether the piece of text is, to the letter, the number of another open item of the payer, of another currency too. */
    private boolean isNamedOtherwise(Mention piece, int position) {
        return Stream.concat(
                        it.named().stream(), it.namedInOtherCurrency().stream().map(Named::mention))
                .anyMatch(mention -> mention.isFull()
                        && mention.overlaps(piece)
                        && !mention.positions().contains(position)
                        && mention.positions().stream().anyMatch(it::isPayers));
    }

    /** Items named for less than the payment, and one more of the payer's that is exactly the rest. */
    private List<Explanation> completed(List<Mention> named) {
        List<Named> certain = it.certain(named);
        long rest = it.amount() - Named.total(it, certain);
        if (certain.isEmpty() || rest <= 0) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        for (int position : it.standing.withAmount(it.books(), rest, rest)) {
            if (!Named.positions(certain).contains(position) && it.isPlausible(position)) {
                List<Evidence> evidence = Named.evidence(it, certain);
                String sentence = "The rest is exactly what is open of "
                        + it.item(position).label();
                evidence.add(Evidence.of(Kind.AMOUNT, it.item(position).item(), sentence));
                found.add(Explanation.whole(it, and(certain, position), COMPLETED, evidence));
            }
        }
        return found;
    }

    private static List<Integer> and(List<Named> items, int position) {
        List<Integer> all = new ArrayList<>(Named.positions(items));
        all.add(position);
        return all;
    }

    private double confidenceOf(List<Mention> named) {
        boolean stranger = it.payer() >= 0
                && named.stream()
                        .noneMatch(mention -> mention.positions().stream().anyMatch(it::isPayers));
        boolean full = named.stream().allMatch(Mention::isFull);
        return stranger || (!full && it.payer() < 0) ? NAMED_BY_STRANGER : NAMED;
    }
}
