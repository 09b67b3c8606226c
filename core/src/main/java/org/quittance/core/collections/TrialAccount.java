package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

/**
 * An account on its way through a trial: what it has had so far, and what is decided about it on the day that has been reached.
 *
 * <p>It is looked at on the days on which a decision may change; in between it sleeps.
 */
final class TrialAccount {

    private final AccountLife life;
    private final TrialRules rules;
    private final NavigableSet<LocalDate> days;
    private final Map<ItemId, Dunning> dunned = new HashMap<>();
    private final Map<Action, Contact> contacts = new EnumMap<>(Action.class);
    private final List<Touch> touches = new ArrayList<>();
    private final Set<Action> doneToday = EnumSet.noneOf(Action.class);
    private @Nullable OpenEscalation escalation;
    private @Nullable LocalDate wakesOn = LocalDate.MIN;
    private LocalDate day = LocalDate.MIN;
    private @Nullable LocalDate again;
    private boolean isClearing;
    private @Nullable Decided decided;
    private List<Concern> listed = List.of();

    private record Decided(StrategyVersion version, NextAction next) {}

    TrialAccount(AccountLife life, TrialRules rules) {
        this.life = life;
        this.rules = rules;
        this.days = daysOfChange();
    }

    AccountId id() {
        return life.account();
    }

    List<Touch> touches() {
        return touches;
    }

    @Nullable
    LocalDate wakesOn() {
        return wakesOn;
    }

    boolean isAwakeOn(LocalDate today) {
        return wakesOn != null && !wakesOn.isAfter(today);
    }

    /** Whether people of the legal entity work on the day. */
    boolean isWorked(LocalDate today) {
        return life.office().isBusinessDay(today);
    }

    void begin(LocalDate today) {
        day = today;
        again = null;
        doneToday.clear();
        if (escalation != null && today.isAfter(escalation.dueOn())) {
            escalation = null;
        }
        decide();
    }

    private void decide() {
        AccountFacts facts = factsOn(day);
        if (facts.items().isEmpty()) {
            decided = null;
            isClearing = false;
            return;
        }
        Standing standing = Standing.of(facts, rules.policy(), day);
        StrategyVersion version = rules.strategies()
                .choose(standing, life.traits(), rules.policy())
                .version();
        decided = new Decided(version, version.decide(standing, life.traits(), rules.policy()));
        isClearing &= act() != null && act().action() == Action.CLEAR_CASH;
    }

    private NextAction.@Nullable Act act() {
        return decided != null && decided.next() instanceof NextAction.Act act ? act : null;
    }

    /** What could not be done is looked at again on the day, or before it as soon as something changes. */
    void tryAgainOn(LocalDate later) {
        again = again == null || later.isBefore(again) ? later : again;
    }

    /** Sets the next day on which something may be due. What is still to do and waits for no day is said again when something changes. */
    void sleep() {
        LocalDate change = days.higher(day);
        LocalDate next = change;
        if (again != null) {
            next = again;
        } else if (decided != null) {
            next = switch (decided.next()) {
                case NextAction.Act act -> act.action().isStep() ? day.plusDays(1) : change;
                case NextAction.Wait wait -> wait.until();
                case NextAction.Nothing _ -> change;
            };
        }
        wakesOn = change != null && next != null && change.isBefore(next) ? change : next;
    }

    /** The steps that a message of today could be about; none is written twice on a day. */
    List<Step> stepsToWrite(Execution execution) {
        return toWrite(execution).stream()
                .flatMap(concern -> Stream.ofNullable(concern.step()))
                .filter(step -> !doneToday.contains(step.action()))
                .toList();
    }

    private List<Concern> toWrite(Execution execution) {
        NextAction.Act act = act();
        if (act == null) {
            return List.of();
        }
        return switch (execution) {
            case AUTOMATIC -> act.automaticItems();
            case BY_HAND -> act.messageItems();
        };
    }

    /** Lists what goes with a message of the leading step; returns whether that is anything. */
    boolean list(Step lead, Execution execution) {
        listed = toWrite(execution).stream()
                .filter(concern -> goesWith(Objects.requireNonNull(concern.step()), lead))
                .toList();
        return !listed.isEmpty();
    }

    /** Letters with letters, text messages with text messages; a reminder before due goes with no notice. */
    private static boolean goesWith(Step step, Step lead) {
        return step.action().isLetter() == lead.action().isLetter() && step.isReminder() == lead.isReminder();
    }

    /** Whether all that is listed is still to be asked for on the day on which the message would leave. */
    boolean stillOwes(LocalDate leaves) {
        if (leaves.equals(day)) {
            return true;
        }
        if (life.keptBack().blockOn(leaves) != null) {
            return false;
        }
        Map<ItemId, Long> owed = new HashMap<>();
        for (ItemStanding item :
                Standing.of(factsOn(leaves), rules.policy(), leaves).items()) {
            owed.put(item.item().id(), item.chaseableMinor());
        }
        return listed.stream()
                .allMatch(concern -> owed.getOrDefault(concern.item(), 0L)
                        >= concern.amount().minor());
    }

    /** Its part of a message, which counts from today and leaves on a day. */
    void sent(Action action, Execution execution, LocalDate leaves) {
        List<Step> steps = listed.stream()
                .flatMap(concern -> Stream.ofNullable(concern.step()))
                .toList();
        StepOwner owner = steps.stream()
                .max(Comparator.comparingInt(Step::level))
                .map(Step::owner)
                .orElse(StepOwner.COLLECTOR);
        StrategyId under = Objects.requireNonNull(decided).version().id();
        Approval approval = steps.stream()
                .map(step -> rules.approvalOf(under, step))
                .max(Comparator.naturalOrder())
                .orElse(Approval.NONE);
        touch(action, leaves, listed.size(), owner, new Touch.Done(execution == Execution.BY_HAND, approval));
        climb(listed);
    }

    /** What a person is to do about it now; none where that is nothing, or was done today. */
    @Nullable
    Action work() {
        NextAction.Act act = act();
        if (act == null || act.byHandItems().isEmpty()) {
            return null;
        }
        Action action = act.action() == Action.REVIEW ? Action.REVIEW : highest(act.byHandItems(), act.action());
        boolean isDone = doneToday.contains(action)
                || (action == Action.REVIEW && isReviewed())
                || (action == Action.CLEAR_CASH && isClearing);
        return isDone ? null : action;
    }

    /** While nobody may be contacted somebody looks at the account, once for each such order; the ladder stands still. */
    private boolean isReviewed() {
        ContactBlock block = life.keptBack().blockOn(day);
        Contact seen = contacts.get(Action.REVIEW);
        return block != null && seen != null && !seen.on().isBefore(block.since());
    }

    /** Takes the steps of the action for all items that are due for it. */
    void done(Action action) {
        NextAction.Act act = Objects.requireNonNull(act());
        List<Concern> taken = act.byHandItems().stream()
                .filter(concern -> concern.step() == null || isTaken(concern.step(), action))
                .toList();
        int items = taken.isEmpty() ? act.items().size() : taken.size();
        touch(action, day, items, act.owner(), Touch.Done.BY_HAND);
        switch (action) {
            case REVIEW -> {}
            case CLEAR_CASH -> isClearing = true;
            default -> climb(taken);
        }
        if (action.isEscalation()) {
            EscalationPath path = action.path().orElse(EscalationPath.MANAGER);
            escalation = new OpenEscalation(path, "", day, rules.levels().dueOn(path, day, life.office()));
        }
        reached(new Contact(action, day));
    }

    private static boolean isTaken(Step step, Action action) {
        return step.action() == action || (action.isEscalation() && step.action() == Action.ESCALATE);
    }

    /** Something that counts as a contact, or as an internal deed, from its day on; what is awake is decided again. */
    void reached(Contact contact) {
        contacts.put(contact.action(), contact);
        if (day.equals(contact.on())) {
            decide();
        }
    }

    private void touch(Action action, LocalDate on, int items, StepOwner owner, Touch.Done done) {
        doneToday.add(action);
        touches.add(
                new Touch(on, action, Objects.requireNonNull(decided).version().id(), owner, items, done));
    }

    private void climb(List<Concern> concerns) {
        StrategyId under = Objects.requireNonNull(decided).version().id();
        for (Concern concern : concerns) {
            Step step = concern.step();
            if (step != null) {
                dunned.put(concern.item(), Dunning.after(dunned.get(concern.item()), step, day, under));
            }
        }
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

    private AccountFacts factsOn(LocalDate asOf) {
        List<ItemFacts> items = new ArrayList<>();
        for (ItemLife item : life.items()) {
            OpenItem open = item.openOn(asOf);
            if (open != null) {
                Money disputed = life.keptBack().disputedOn(open.id(), open.open(), asOf);
                items.add(new ItemFacts(open, disputed, dunned.get(open.id())));
            }
        }
        return AccountFacts.about(life.account())
                .items(items)
                .promises(life.promises().stream()
                        .filter(promise -> !promise.madeOn().isAfter(asOf))
                        .toList())
                .receipts(life.receipts().stream()
                        .filter(receipt -> !receipt.on().isAfter(asOf))
                        .toList())
                .contacts(List.copyOf(contacts.values()))
                .payer(life.payer())
                .block(life.keptBack().blockOn(asOf))
                .limit(life.limit())
                .escalations(escalation == null ? List.of() : List.of(escalation))
                .paymentPolicy(life.paymentPolicy())
                .outOfReach(life.outOfReach())
                .build();
    }

    /** Every day on which a decision or the choice of the strategy may change by itself or by what happened. */
    private NavigableSet<LocalDate> daysOfChange() {
        NavigableSet<LocalDate> change = new TreeSet<>();
        Set<DayRange> ages = new HashSet<>();
        rules.strategies()
                .inOrder()
                .forEach(version -> ages.add(version.audience().oldest()));
        for (ItemLife item : life.items()) {
            change.add(item.since());
            item.changes().forEach(posting -> change.add(posting.on()));
            LocalDate due = item.entered().dueDate();
            change.add(due.plusDays(1));
            for (DayRange age : ages) {
                if (age.from() != null) {
                    change.add(due.plusDays(age.from()));
                }
                if (age.to() != null) {
                    change.add(due.plusDays(age.to() + 1L));
                }
            }
        }
        change.addAll(life.keptBack().daysOfChange());
        life.promises().forEach(promise -> {
            change.add(promise.madeOn());
            change.add(promise.dueOn().plusDays(rules.policy().promiseGraceDays() + 1L));
        });
        life.receipts().forEach(receipt -> change.add(receipt.on()));
        return change;
    }
}
