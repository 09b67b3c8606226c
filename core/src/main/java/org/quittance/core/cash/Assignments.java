package org.quittance.core.cash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.AssignmentOutcome.Divided;
import org.quittance.core.cash.AssignmentOutcome.Refused;
import org.quittance.core.cash.AssignmentOutcome.Share;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * Decides whether a person may divide a payment as they wish, and what goes to which account.
 *
 * <p>Example: 100.00 divided into 70.00 for an invoice of one customer and 20.00 for one of another leaves 10.00; it goes on account where
 * the person says, else to the account with the largest part. Invariant: the shares are positive and sum to the money.
 */
public final class Assignments {

    private Assignments() {}

    /** An open item as it stands when the payment is divided. */
    public record Target(ItemId item, AccountId account, Money open, Terms terms) {}

    /**
     * What is known when the wish is decided.
     *
     * @param money what of the payment is still to be assigned, in the currency in which it is credited
     * @param items the items of the payment's legal entity that are open, among those of the wish
     * @param accounts the accounts of the payment's legal entity, among those of the wish
     * @param leeway how much may be given up of the items
     */
    public record Facts(Money money, Map<ItemId, Target> items, Set<AccountId> accounts, Leeway leeway) {

        public Facts {
            items = Map.copyOf(items);
            accounts = Set.copyOf(accounts);
            Objects.requireNonNull(leeway, "leeway");
        }
    }

    /**
     * How a person divides a payment.
     *
     * @param lines amounts on the side of their items: negative for a credit note that the payer took
     * @param differences what is given up or deducted of items that have a line
     * @param onAccount positive amounts that stay with accounts
     * @param rest who gets what is left; null where nobody is named
     * @param counts as what of another currency the payment is divided; null where it is divided in its own
     */
    public record Wish(
            List<Decision.Line> lines,
            List<Decision.Difference> differences,
            Map<AccountId, Long> onAccount,
            @Nullable AccountId rest,
            @Nullable Money counts) {

        public Wish {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
            onAccount = Map.copyOf(onAccount);
            if (differences.stream()
                            .map(Decision.Difference::subject)
                            .distinct()
                            .count()
                    != differences.size()) {
                throw new IllegalArgumentException("an item has two differences of one kind: " + differences);
            }
        }

        public Wish(
                List<Decision.Line> lines,
                List<Decision.Difference> differences,
                Map<AccountId, Long> onAccount,
                @Nullable AccountId rest) {
            this(lines, differences, onAccount, rest, null);
        }

        public Wish(List<Decision.Line> lines, Map<AccountId, Long> onAccount, @Nullable AccountId rest) {
            this(lines, List.of(), onAccount, rest);
        }
    }

    public static AssignmentOutcome decide(Facts facts, Wish wish) {
        if (!facts.money().isPositive()) {
            return new Refused(AssignmentRefusal.NOTHING_LEFT, null);
        }
        if (!facts.accounts().containsAll(wish.onAccount().keySet())
                || (wish.rest() != null && !facts.accounts().contains(wish.rest()))) {
            return new Refused(AssignmentRefusal.NO_SUCH_ACCOUNT, null);
        }
        for (Decision.Line line : wish.lines()) {
            Optional<AssignmentRefusal> refusal = refusal(facts, line);
            if (refusal.isPresent()) {
                return new Refused(refusal.get(), line.item());
            }
        }
        for (Decision.Difference difference : wish.differences()) {
            Optional<AssignmentRefusal> refusal = refusal(facts, wish, difference);
            if (refusal.isPresent()) {
                return new Refused(refusal.get(), difference.item());
            }
        }
        return facts.leeway().covers(facts.money(), wish.differences())
                ? divide(facts, wish)
                : new Refused(AssignmentRefusal.MORE_THAN_ALONE, null);
    }

    /** What is paid, given up and deducted of an item is no more than is open of it; a discount is no more than the terms grant. */
    private static Optional<AssignmentRefusal> refusal(Facts facts, Wish wish, Decision.Difference difference) {
        long taken = 0;
        for (Decision.Line line : wish.lines()) {
            taken = Math.addExact(taken, line.item().equals(difference.item()) ? line.amountMinor() : 0);
        }
        if (taken <= 0) {
            return Optional.of(AssignmentRefusal.DIFFERENCE_OF_NOTHING);
        }
        for (Decision.Difference other : wish.differences()) {
            taken = Math.addExact(taken, other.item().equals(difference.item()) ? other.amountMinor() : 0);
        }
        Target target = Objects.requireNonNull(facts.items().get(difference.item()));
        if (taken > target.open().minor()) {
            return Optional.of(AssignmentRefusal.MORE_THAN_OPEN);
        }
        return facts.leeway().isDiscountBeyondTerms(difference, target)
                ? Optional.of(AssignmentRefusal.DISCOUNT_NOT_GRANTED)
                : Optional.empty();
    }

    private static Optional<AssignmentRefusal> refusal(Facts facts, Decision.Line line) {
        Target target = facts.items().get(line.item());
        if (target == null) {
            return Optional.of(AssignmentRefusal.NOT_OPEN);
        }
        if (!target.open().currency().equals(facts.money().currency())) {
            return Optional.of(AssignmentRefusal.WRONG_CURRENCY);
        }
        long open = target.open().minor();
        boolean isWithin =
                Long.signum(open) == Long.signum(line.amountMinor()) && Math.abs(line.amountMinor()) <= Math.abs(open);
        return isWithin ? Optional.empty() : Optional.of(AssignmentRefusal.MORE_THAN_OPEN);
    }

    private static AssignmentOutcome divide(Facts facts, Wish wish) {
        Map<AccountId, List<Decision.Line>> lines = new LinkedHashMap<>();
        Map<AccountId, Long> amounts = new LinkedHashMap<>();
        for (Decision.Line line : wish.lines()) {
            AccountId account =
                    Objects.requireNonNull(facts.items().get(line.item())).account();
            lines.computeIfAbsent(account, _ -> new ArrayList<>()).add(line);
            amounts.merge(account, line.amountMinor(), Math::addExact);
        }
        new TreeMap<>(byNumber(wish.onAccount()))
                .forEach((account, amount) -> amounts.merge(AccountId.of(account), amount, Math::addExact));
        long left = facts.money().minor()
                - amounts.values().stream().mapToLong(Long::longValue).sum();
        if (left < 0) {
            return new Refused(AssignmentRefusal.MORE_THAN_PAID, null);
        }
        if (left > 0) {
            AccountId rest = wish.rest() == null ? largest(amounts) : wish.rest();
            if (rest == null) {
                return new Refused(AssignmentRefusal.NOBODY_FOR_THE_REST, null);
            }
            amounts.merge(rest, left, Math::addExact);
        }
        if (amounts.values().stream().anyMatch(amount -> amount <= 0)) {
            return new Refused(AssignmentRefusal.CREDITS_EXCEED_DEBITS, null);
        }
        return new Divided(amounts.entrySet().stream()
                .map(share -> share(share.getKey(), share.getValue(), lines, wish))
                .toList());
    }

    private static Share share(
            AccountId account, long amountMinor, Map<AccountId, List<Decision.Line>> lines, Wish wish) {
        List<Decision.Line> own = lines.getOrDefault(account, List.of());
        List<Decision.Difference> differences = wish.differences().stream()
                .filter(difference -> own.stream().anyMatch(line -> line.item().equals(difference.item())))
                .toList();
        return new Share(account, amountMinor, own, differences);
    }

    private static Map<Long, Long> byNumber(Map<AccountId, Long> amounts) {
        Map<Long, Long> byNumber = new TreeMap<>();
        amounts.forEach((account, amount) -> byNumber.put(account.value(), amount));
        return byNumber;
    }

    private static @Nullable AccountId largest(Map<AccountId, Long> amounts) {
        AccountId largest = null;
        long most = 0;
        for (Map.Entry<AccountId, Long> share : amounts.entrySet()) {
            if (share.getValue() > most) {
                most = share.getValue();
                largest = share.getKey();
            }
        }
        return largest;
    }
}
