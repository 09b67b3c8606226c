package org.quittance.collections.reminder;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.collections.SetOff;
import org.quittance.core.collections.Strategy;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * What lies to an account's credit, and what the account's strategy has its messages do with it.
 *
 * @param open all of it
 */
record AccountCredits(CreditsInLetters inLetters, SetOff setOff, List<OpenItem> open) {

    static AccountCredits of(Decided decided) {
        Strategy strategy = decided.chosen().version().strategy();
        return new AccountCredits(
                strategy.credits(),
                strategy.setOff(decided.standing()),
                decided.standing().credits());
    }

    /** Those that are taken off what is asked for of these items, with as much of each as is taken. */
    List<OpenItem> takenOff(Set<ItemId> items) {
        return setOff.creditsFor(items);
    }

    /** Those of which less is taken off than is open. */
    Set<ItemId> takenInPart(Set<ItemId> items) {
        return takenOff(items).stream()
                .filter(taken -> !open.contains(taken))
                .map(OpenItem::id)
                .collect(Collectors.toSet());
    }

    /** Those that are listed beside what is asked for in a currency, and not taken off. */
    List<OpenItem> listed(Currency currency) {
        return inLetters == CreditsInLetters.LISTED
                ? open.stream()
                        .filter(credit -> credit.open().currency().equals(currency))
                        .toList()
                : List.of();
    }

    /** What is left to be asked for of an item. */
    Money left(ItemStanding item) {
        return setOff.left(item);
    }
}
