package org.quittance.collections.reminder;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quittance.collections.strategy.Rules.Decided;
import org.quittance.core.collections.CreditsInLetters;
import org.quittance.core.collections.ItemStanding;
import org.quittance.core.collections.SetOff;
import org.quittance.core.collections.Standing;
import org.quittance.core.collections.Strategy;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/** What lies to an account's credit, and what the account's strategy has its messages do with it. */
record AccountCredits(CreditsInLetters inLetters, SetOff setOff, Standing standing) {

    static AccountCredits of(Decided decided) {
        Strategy strategy = decided.chosen().version().strategy();
        return new AccountCredits(strategy.credits(), strategy.setOff(decided.standing()), decided.standing());
    }

    /** All of it. */
    List<OpenItem> open() {
        return standing.credits();
    }

    /** The items of some currencies that are paid by credits altogether: those that are not due yet, or those that are overdue. */
    List<ItemStanding> covered(boolean notYetDue, Set<Currency> currencies) {
        return standing.items().stream()
                .filter(item -> item.isOverdue() != notYetDue && currencies.contains(item.currency()))
                .filter(item -> item.chaseableMinor() > 0 && left(item).isZero())
                .toList();
    }

    /** Those that are taken off what is asked for of these items, with as much of each as is taken. */
    List<OpenItem> takenOff(Set<ItemId> items) {
        return setOff.creditsFor(items);
    }

    /** Of which of some items less is asked for than is open, and of which credits less is taken off. */
    Set<ItemId> inPart(Set<ItemId> items) {
        Stream<ItemId> asked = standing.items().stream()
                .filter(item ->
                        items.contains(item.item().id()) && !item.item().open().equals(item.chaseable()))
                .map(item -> item.item().id());
        Stream<ItemId> taken = takenOff(items).stream()
                .filter(credit -> !open().contains(credit))
                .map(OpenItem::id);
        return Stream.concat(asked, taken).collect(Collectors.toSet());
    }

    /** Those that are listed beside what is asked for in a currency, and not taken off. */
    List<OpenItem> listed(Currency currency) {
        return inLetters == CreditsInLetters.LISTED
                ? open().stream()
                        .filter(credit -> credit.open().currency().equals(currency))
                        .toList()
                : List.of();
    }

    /** What is left to be asked for of an item. */
    Money left(ItemStanding item) {
        return setOff.left(item);
    }
}
