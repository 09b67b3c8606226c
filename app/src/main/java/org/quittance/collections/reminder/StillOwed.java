package org.quittance.collections.reminder;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.decision.AccountDecisions;
import org.quittance.collections.strategy.RuleBook;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.collections.strategy.StepBook;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.contact.Debt;
import org.quittance.core.contact.Rule;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.SendGate;
import org.quittance.platform.BusinessClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets no message of ours leave that asks for what is no longer owed: what was paid, promised or disputed since it was written, and
 * nothing to a customer who is not to be contacted. Nor one that is wrong about what lies to the customer's credit, or that asks where money on
 * account covers all that could be asked for. What was noted for the message is then taken back, and what is still owed of it is due again, in a
 * message that is right.
 */
@Order(10)
@Component
public class StillOwed implements SendGate {

    private final StepBook steps;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final BusinessClock clock;

    StillOwed(StepBook steps, AccountDecisions decisions, RuleBook ruleBook, BusinessClock clock) {
        this.steps = steps;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    @Override
    public Verdict ask(Message message) {
        if (!steps.isOurs(message.id().value())) {
            return new Verdict.Go();
        }
        LocalDate today = clock.today();
        Set<Long> accounts =
                message.items().stream().map(item -> item.account().value()).collect(Collectors.toSet());
        List<Decided> decided = decisions.decide(accounts, today, ruleBook.rules(today));
        Map<ItemId, ItemStanding> standing = new HashMap<>();
        Map<AccountId, AccountCredits> credits = new HashMap<>();
        Set<Long> covered = new HashSet<>();
        for (Decided each : decided) {
            if (each.standing().block() != null) {
                return new Verdict.Refuse(
                        Rule.DO_NOT_CONTACT.code(),
                        "The customer is not to be contacted: "
                                + each.standing().block().why());
            }
            if (each.standing().isCoveredByCredits()) {
                covered.add(each.account().key().accountId());
            }
            credits.put(AccountId.of(each.account().key().accountId()), AccountCredits.of(each));
            for (ItemStanding item : each.standing().items()) {
                standing.put(item.item().id(), item);
            }
        }
        List<ListedItem> debits = message.items().stream()
                .filter(item -> item.open().isPositive())
                .toList();
        Verdict verdict = verdict(debits, standing);
        if (verdict instanceof Verdict.Go && !covered.isEmpty()) {
            return new Verdict.Refuse(
                    Rule.COVERED.code(),
                    "Money has come on account that covers all that can be asked for%s. Apply it first"
                            .formatted(covered.size() < accounts.size() ? " of an account that it lists" : ""));
        }
        return verdict instanceof Verdict.Go && !isRightAboutCredits(message.items(), standing, credits)
                ? new Verdict.Refuse(
                        Rule.OUT_OF_DATE.code(),
                        "What lies to the customer's credit has changed since it was written. Write a new one")
                : verdict;
    }

    /** Whether every credit that it lists is there, and it asks for no more than is left once credits are taken off, where they are. */
    private static boolean isRightAboutCredits(
            List<ListedItem> listed, Map<ItemId, ItemStanding> standing, Map<AccountId, AccountCredits> credits) {
        Map<AccountId, List<ListedItem>> byAccount =
                listed.stream().collect(Collectors.groupingBy(ListedItem::account));
        return byAccount.entrySet().stream().allMatch(entry -> {
            AccountCredits now = credits.get(entry.getKey());
            return now != null && isThere(entry.getValue(), now.open()) && isLeft(entry.getValue(), standing, now);
        });
    }

    private static boolean isThere(List<ListedItem> listed, List<OpenItem> open) {
        return listed.stream()
                .filter(item -> item.open().isNegative())
                .allMatch(item -> open.stream()
                        .anyMatch(credit ->
                                credit.id().equals(item.item()) && credit.open().compareTo(item.open()) <= 0));
    }

    /** Per currency, as credits are. */
    private static boolean isLeft(List<ListedItem> listed, Map<ItemId, ItemStanding> standing, AccountCredits credits) {
        if (credits.inLetters() != CreditsInLetters.NETTED) {
            return true;
        }
        Map<Currency, Money> tooMuch = new HashMap<>();
        for (ListedItem item : listed) {
            ItemStanding now = standing.get(item.item());
            Money asked = now == null ? item.open() : item.open().minus(credits.left(now));
            tooMuch.merge(item.open().currency(), asked, Money::plus);
        }
        return tooMuch.values().stream().noneMatch(Money::isPositive);
    }

    private static Verdict verdict(List<ListedItem> listed, Map<ItemId, ItemStanding> standing) {
        Set<Debt> gone = EnumSet.noneOf(Debt.class);
        int less = 0;
        for (ListedItem item : listed) {
            ItemStanding now = standing.get(item.item());
            gone.add(Debt.of(now == null ? List.of() : List.of(now)));
            if (now == null || now.chaseableMinor() < item.open().minor()) {
                less++;
            }
        }
        if (less == 0) {
            return new Verdict.Go();
        }
        if (gone.contains(Debt.OWED)) {
            return new Verdict.Refuse(
                    Rule.OUT_OF_DATE.code(),
                    "%d of the %d items it lists have been paid, promised or disputed since it was written. Write a new one"
                            .formatted(less, listed.size()));
        }
        return gone.size() > 1
                ? new Verdict.Refuse(
                        Rule.NOTHING_OWED.code(),
                        "Everything it lists has been paid, promised or disputed since it was written")
                : refusal(gone.iterator().next());
    }

    private static Verdict refusal(Debt all) {
        return switch (all) {
            case OWED -> new Verdict.Go();
            case PAID -> new Verdict.Refuse(Rule.PAID.code(), "Everything it lists has been paid since it was written");
            case PROMISED -> new Verdict.Refuse(Rule.PROMISED.code(), "Everything it lists is promised");
            case GIVEN_UP ->
                new Verdict.Refuse(
                        Rule.GIVEN_UP.code(),
                        "Everything it lists is to be given up by a settlement since it was written");
            case DISPUTED ->
                new Verdict.Refuse(Rule.DISPUTED.code(), "Everything it lists has been disputed since it was written");
        };
    }
}
