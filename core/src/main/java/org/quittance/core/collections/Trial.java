package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * Replays an account's past under strategies that it did not have: what would have been done, and when.
 *
 * <p>Every day is decided by the code that decides today, and whatever is due is taken to be done on that day, calls and escalations
 * too. What the customer paid and promised is taken as it was: a trial says whom a strategy would have contacted, not what they would have
 * answered. It starts {@value #WARM_UP_DAYS} days before the period, so that debts which were old by then do not all climb from the first
 * step on its first day.
 */
public final class Trial {

    public static final int WARM_UP_DAYS = 90;

    private final AccountLife life;
    private final StrategiesInForce strategies;
    private final Policy policy;
    private final NavigableSet<LocalDate> days;
    private final Map<ItemId, Dunning> dunned = new HashMap<>();
    private final Map<Action, Contact> contacts = new HashMap<>();
    private final List<Touch> touches = new ArrayList<>();

    private Trial(AccountLife life, StrategiesInForce strategies, Policy policy) {
        this.life = life;
        this.strategies = strategies;
        this.policy = policy;
        this.days = daysOfChange();
    }

    /** What would have been done about the account from the first day to the last, both included, by day. */
    public static List<Touch> of(
            AccountLife life, StrategiesInForce strategies, Policy policy, LocalDate from, LocalDate to) {
        return new Trial(life, strategies, policy)
                .run(from.minusDays(WARM_UP_DAYS), to).stream()
                        .filter(touch -> !touch.on().isBefore(from))
                        .toList();
    }

    private List<Touch> run(LocalDate start, LocalDate to) {
        LocalDate day = start;
        while (day != null && !day.isAfter(to)) {
            day = next(day);
        }
        return touches;
    }

    /** Does what is due on the day, and returns the next day on which something may be; none where nothing changes any more. */
    private @Nullable LocalDate next(LocalDate day) {
        AccountFacts facts = factsOn(day);
        LocalDate change = days.higher(day);
        if (facts.items().isEmpty()) {
            return change;
        }
        Standing standing = Standing.of(facts, policy, day);
        StrategyVersion version =
                strategies.choose(standing, life.traits(), policy).version();
        return switch (version.strategy().decide(standing, policy)) {
            case NextAction.Act act -> take(act, version, day) ? day.plusDays(1) : change;
            case NextAction.Wait(LocalDate until, var _) -> change == null || until.isBefore(change) ? until : change;
            case NextAction.Nothing _ -> change;
        };
    }

    /** Returns whether that moved anything on the ladder; if not, the same would be said again until something changes. */
    private boolean take(NextAction.Act act, StrategyVersion version, LocalDate day) {
        ContactBlock block = life.keptBack().blockOn(day);
        if (block != null && act.action() == Action.REVIEW) {
            review(block, act, version, day);
            return false;
        }
        List<Concern> automatic = act.automaticItems();
        List<Concern> byHand = act.byHandItems();
        boolean written = climb(automatic, version, day);
        boolean moved = climb(byHand, version, day) || written;
        if (!automatic.isEmpty()) {
            touch(highest(automatic, act.action()), version, day, automatic.size());
        }
        if (!byHand.isEmpty()) {
            touch(highest(byHand, act.action()), version, day, byHand.size());
            moved |= act.action() == Action.CALL;
        }
        return moved;
    }

    /** While nobody may be contacted somebody looks at the account, once for each such order; the ladder stands still. */
    private void review(ContactBlock block, NextAction.Act act, StrategyVersion version, LocalDate day) {
        Contact seen = contacts.get(Action.REVIEW);
        if (seen == null || seen.on().isBefore(block.since())) {
            touch(Action.REVIEW, version, day, act.items().size());
        }
    }

    private boolean climb(List<Concern> concerns, StrategyVersion version, LocalDate day) {
        boolean moved = false;
        for (Concern concern : concerns) {
            Step step = concern.step();
            if (step != null) {
                dunned.put(concern.item(), Dunning.after(dunned.get(concern.item()), step, day, version.id()));
                moved = true;
            }
        }
        return moved;
    }

    private void touch(Action action, StrategyVersion version, LocalDate day, int items) {
        contacts.put(action, new Contact(action, day));
        touches.add(new Touch(day, action, version.id(), items));
    }

    private static Action highest(List<Concern> concerns, Action otherwise) {
        Step highest = null;
        for (Concern concern : concerns) {
            Step step = concern.step();
            if (step != null && (highest == null || step.level() > highest.level())) {
                highest = step;
            }
        }
        return highest == null ? otherwise : highest.action();
    }

    private AccountFacts factsOn(LocalDate day) {
        List<ItemFacts> items = new ArrayList<>();
        for (ItemLife item : life.items()) {
            OpenItem open = item.openOn(day);
            if (open != null) {
                Money disputed = life.keptBack().disputedOn(open.id(), open.open(), day);
                items.add(new ItemFacts(open, disputed, dunned.get(open.id())));
            }
        }
        return new AccountFacts(
                life.account(),
                items,
                life.promises().stream()
                        .filter(promise -> !promise.madeOn().isAfter(day))
                        .toList(),
                life.receipts().stream()
                        .filter(receipt -> !receipt.on().isAfter(day))
                        .toList(),
                List.copyOf(contacts.values()),
                life.payer(),
                life.keptBack().blockOn(day),
                life.limit(),
                List.of(),
                List.of(),
                life.paymentPolicy(),
                life.outOfReach(),
                List.of());
    }

    /** Every day on which a decision or the choice of the strategy may change by itself or by what happened. */
    private NavigableSet<LocalDate> daysOfChange() {
        NavigableSet<LocalDate> change = new TreeSet<>();
        for (ItemLife item : life.items()) {
            change.add(item.since());
            item.changes().forEach(posting -> change.add(posting.on()));
            LocalDate due = item.entered().dueDate();
            change.add(due.plusDays(1));
            for (StrategyVersion version : strategies.inOrder()) {
                Integer from = version.audience().oldest().from();
                Integer to = version.audience().oldest().to();
                if (from != null) {
                    change.add(due.plusDays(from));
                }
                if (to != null) {
                    change.add(due.plusDays(to + 1L));
                }
            }
        }
        change.addAll(life.keptBack().daysOfChange());
        life.promises().forEach(promise -> {
            change.add(promise.madeOn());
            change.add(promise.dueOn().plusDays(policy.promiseGraceDays() + 1L));
        });
        life.receipts().forEach(receipt -> change.add(receipt.on()));
        return change;
    }
}
