package org.quittance.collections;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.Rules.Decided;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.ledger.ItemId;
import org.quittance.correspondence.ListedItem;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.SendGate;
import org.quittance.platform.BusinessClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets no message of ours leave that asks for what is no longer owed: what was paid, promised or disputed since it was written, and
 * nothing to a customer who is not to be contacted. What was noted for the message is then taken back, and what is still owed of it is due
 * again, in a message that is right.
 */
@Order(10)
@Component
class StillOwed implements SendGate {

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
        Map<ItemId, Long> owed = new HashMap<>();
        for (Decided each : decided) {
            if (each.standing().block() != null) {
                return new Verdict.Refuse(
                        "do-not-contact",
                        "The customer is not to be contacted: "
                                + each.standing().block().why());
            }
            for (ItemStanding item : each.standing().items()) {
                owed.put(item.item().id(), item.chaseableMinor());
            }
        }
        return verdict(message.items(), owed);
    }

    private static Verdict verdict(List<ListedItem> listed, Map<ItemId, Long> owed) {
        int gone = 0;
        int less = 0;
        for (ListedItem item : listed) {
            long still = owed.getOrDefault(item.item(), 0L);
            if (still <= 0) {
                gone++;
            }
            if (still < item.open().minor()) {
                less++;
            }
        }
        if (less == 0) {
            return new Verdict.Go();
        }
        return gone == listed.size()
                ? new Verdict.Refuse(
                        "nothing-owed", "Everything it lists has been paid, promised or disputed since it was written")
                : new Verdict.Refuse(
                        "out-of-date",
                        "%d of the %d items it lists have been paid, promised or disputed since it was written. Write a new one"
                                .formatted(less, listed.size()));
    }
}
