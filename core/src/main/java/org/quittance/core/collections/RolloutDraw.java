package org.quittance.core.collections;

import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.money.Money;

/**
 * The lot of a roll-out, drawn among the customers that a version is for today, and who is on which side of it.
 *
 * <p>Example: a version for half of 37 customers takes 19 and holds 18 out. Raised to all, the 19 keep it and the 18 come to it.
 *
 * @param share as it would be from now on
 * @param with who would have the version
 * @param heldOut who would not
 * @param added of those with it, who does not have it under the share until now
 * @param removed of those without it, who has it under the share until now
 */
public record RolloutDraw(Share share, Side with, Side heldOut, Side added, Side removed) {

    /**
     * An account that the version is for.
     *
     * @param id of the account
     * @param overdue by currency; none where nothing is
     * @param finishesFirst whether it goes on with what it began under another version before it follows this one
     */
    public record Account(AccountId id, CustomerId customer, List<Money> overdue, boolean finishesFirst) {

        public Account {
            overdue = List.copyOf(overdue);
        }
    }

    /**
     * What is on one side.
     *
     * @param ids of the accounts
     * @param finishing of the accounts, those that finish what they began first
     * @param overdue the sum in each currency, by its code
     */
    public record Side(long customers, Set<AccountId> ids, long finishing, List<Money> overdue) {

        public Side {
            ids = Set.copyOf(ids);
            overdue = List.copyOf(overdue);
        }

        static Side of(List<Account> accounts) {
            return new Side(
                    accounts.stream().map(Account::customer).distinct().count(),
                    accounts.stream().map(Account::id).collect(Collectors.toSet()),
                    accounts.stream().filter(Account::finishesFirst).count(),
                    sums(accounts));
        }

        public long accounts() {
            return ids.size();
        }

        private static List<Money> sums(List<Account> accounts) {
            Map<Currency, Money> sums = new HashMap<>();
            accounts.stream()
                    .map(Account::overdue)
                    .flatMap(Collection::stream)
                    .filter(Money::isPositive)
                    .forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
            return sums.values().stream()
                    .sorted(Comparator.comparing(amount -> amount.currency().getCurrencyCode()))
                    .toList();
        }
    }

    /** Draws among the accounts' customers, where {@code before} is the share until now: none for a draft. */
    public static RolloutDraw of(List<Account> accounts, StrategyId version, int percent, Share before) {
        Set<CustomerId> customers =
                accounts.stream().map(Account::customer).collect(Collectors.toCollection(HashSet::new));
        Share share = Share.drawn(percent, customers, version, before);
        Predicate<Account> isIn = account -> share.holds(account.customer(), version);
        Predicate<Account> wasIn = account -> before.holds(account.customer(), version);
        return new RolloutDraw(
                share,
                side(accounts, isIn),
                side(accounts, isIn.negate()),
                side(accounts, isIn.and(wasIn.negate())),
                side(accounts, wasIn.and(isIn.negate())));
    }

    /** How many customers the version is for today. */
    public long customers() {
        return with.customers() + heldOut.customers();
    }

    private static Side side(List<Account> accounts, Predicate<Account> on) {
        return Side.of(accounts.stream().filter(on).toList());
    }
}
