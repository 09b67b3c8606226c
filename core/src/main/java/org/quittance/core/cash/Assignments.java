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
    public record Target(ItemId item, AccountId account, Money open) {}

    /**
     * What is known when the wish is decided.
     *
     * @param money what of the payment is still to be assigned
     * @param items the items of the payment's legal entity that are open, among those of the wish
     * @param accounts the accounts of the payment's legal entity, among those of the wish
     */
    public record Facts(Money money, Map<ItemId, Target> items, Set<AccountId> accounts) {

        public Facts {
            items = Map.copyOf(items);
            accounts = Set.copyOf(accounts);
        }
    }

    /**
     * How a person divides a payment.
     *
     * @param lines amounts on the side of their items: negative for a credit note that the payer took
     * @param onAccount positive amounts that stay with accounts
     * @param rest who gets what is left; null where nobody is named
     */
    public record Wish(
            List<Decision.Line> lines,
            Map<AccountId, Long> onAccount,
            @Nullable AccountId rest) {

        public Wish {
            lines = List.copyOf(lines);
            onAccount = Map.copyOf(onAccount);
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
        return divide(facts, wish);
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
                .map(share ->
                        new Share(share.getKey(), share.getValue(), lines.getOrDefault(share.getKey(), List.of())))
                .toList());
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
