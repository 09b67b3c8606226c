package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.NextAction.Act;
import org.quittance.core.collections.NextAction.Nothing;
import org.quittance.core.collections.NextAction.Wait;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

/**
 * One decision about one account. Where the customer has written something that nobody has read, reading it comes before all else, and what
 * would be due is what it may be about. Where a person has chosen another step than the one that is due, that is taken in its place. Otherwise the questions are asked in this order: is anything owed; does cash on account cover it; does somebody else
 * collect it for us; was a promise broken that nobody has called about; which items are due for their next step; when will the next one be.
 */
final class Decision {

    private final Strategy strategy;
    private final @Nullable StrategyId version;
    private final Standing standing;
    private final AccountTraits traits;
    private final Policy policy;
    private final Grounds grounds;
    private final Verdicts verdicts;
    private final SetOff setOff;
    private final List<Ready> ready = new ArrayList<>();
    private final List<Reason> tooSmall = new ArrayList<>(0);
    private final Set<Action> unreachable = EnumSet.noneOf(Action.class);
    private final Map<Step, List<String>> passedOver = new LinkedHashMap<>(0);
    private final List<Reason.ApprovalAwaited> awaited = new ArrayList<>(0);
    private final List<Reason.StepApproved> approved = new ArrayList<>(0);
    private final List<ItemStanding> covered = new ArrayList<>(0);
    private int exhausted;
    private @Nullable LocalDate nextDay;
    private @Nullable Reason nextReason;

    /** An item whose next step may be taken today. */
    private record Ready(ItemStanding item, Step step) {}

    /**
     * What the account follows.
     *
     * @param version of the strategy; none where all steps that items have had are taken as its own
     */
    record Followed(Strategy strategy, @Nullable StrategyId version) {}

    Decision(Followed followed, Standing standing, AccountTraits traits, Policy policy) {
        this.strategy = followed.strategy();
        this.version = followed.version();
        this.standing = standing;
        this.traits = traits;
        this.policy = policy;
        this.grounds = new Grounds(standing);
        this.verdicts = new Verdicts(standing);
        this.setOff = strategy.setOff(standing);
    }

    NextAction take() {
        NextAction due = asChosen(due());
        return standing.unread().isEmpty() ? due : readFirst(due);
    }

    /** The chosen step in the place of the proposed one, for the same items; a notice asks for nothing that is not overdue. */
    private NextAction asChosen(NextAction due) {
        ChosenStep chosen = standing.chosen();
        if (chosen == null || !(due instanceof Act act)) {
            return due;
        }
        Step proposed = act.step();
        Step step = strategy.step(chosen.step()).orElse(null);
        if (step == null
                || proposed == null
                || act.action() != proposed.action()
                || !proposed.id().equals(chosen.insteadOf())
                || isTaken(chosen, step)
                || verdicts.declines(chosen, step)) {
            return due;
        }
        List<Concern> concerns = new ArrayList<>();
        for (ItemStanding item : standing.items()) {
            for (Concern concern : act.items()) {
                boolean mayBeAskedFor = item.isOverdue() || step.action().reach() != Action.Reach.WRITTEN;
                if (mayBeAskedFor && concern.item().equals(item.item().id())) {
                    concerns.add(new Concern(concern.item(), concern.document(), concern.amount(), step));
                }
            }
        }
        if (concerns.isEmpty()) {
            return due;
        }
        List<Concern> held = verdicts.held(step, concerns);
        concerns.removeAll(held);
        List<Reason> reasons = new ArrayList<>(verdicts.given(step, concerns));
        reasons.addFirst(
                new Reason.StepChosen(step.action(), proposed.action(), chosen.on(), chosen.by(), chosen.why()));
        if (!held.isEmpty()) {
            reasons.add(new Reason.ApprovalAwaited(step, chosen.by(), held));
        }
        reasons.addAll(act.reasons());
        if (concerns.isEmpty()) {
            return new Wait(chosen.on().plusDays(ChosenStep.HOLDS_DAYS), reasons);
        }
        return new Act(
                step, step.action(), step.execution(), concerns, Grounds.sums(concerns), act.priority(), reasons);
    }

    private boolean isTaken(ChosenStep chosen, Step step) {
        return standing.last(step.action())
                .filter(contact -> !contact.on().isBefore(chosen.on()))
                .isPresent();
    }

    /** Whatever would be due waits until a person has read what they say. */
    private Act readFirst(NextAction due) {
        List<Concern> concerns = due instanceof Act act ? act.items() : List.of();
        List<Reason> reasons = new ArrayList<>();
        for (UnreadAnswer answer : standing.unread()) {
            reasons.add(new Reason.AnswerUnread(answer));
        }
        // What waits for an approval is proposed to nobody before that: the answer may change it.
        due.reasons().stream()
                .filter(reason -> reason.kind() != ReasonKind.APPROVAL_AWAITED)
                .forEach(reasons::add);
        return new Act(
                null,
                Action.READ_ANSWER,
                Execution.BY_HAND,
                concerns,
                Grounds.sums(concerns),
                Priority.of(standing, policy),
                reasons);
    }

    private NextAction due() {
        if (standing.items().isEmpty()) {
            return new Nothing(List.of(new Reason.NothingOwed()));
        }
        if (standing.isCoveredByCredits()) {
            return clearCash();
        }
        if (standing.handOver().isPresent()) {
            return leaveToOthers();
        }
        for (PromiseCheck promise : standing.promises()) {
            List<Concern> broken = isUnanswered(promise) ? concernsOf(promise) : List.of();
            if (!broken.isEmpty()) {
                return act(strategy.first(Action.CALL), Action.CALL, broken, List.of());
            }
        }
        return climb();
    }

    /** Whoever has the account asks; what may come back to us is cash on account that covers the debt once more of it is due. */
    private NextAction leaveToOthers() {
        for (ItemStanding item : standing.items()) {
            if (!item.isOverdue() && item.chaseableMinor() > 0) {
                awaitOverdue(item, Action.CLEAR_CASH);
            }
        }
        for (PromiseCheck check : standing.promises()) {
            if (check.state() == PromiseState.OPEN) {
                later(check.deadline().plusDays(1), null);
            }
        }
        List<Reason> reasons = grounds.failedAndLeftOut();
        return nextDay == null ? new Nothing(reasons) : new Wait(nextDay, reasons);
    }

    private NextAction clearCash() {
        List<Concern> overdue = new ArrayList<>();
        for (ItemStanding item : standing.items()) {
            if (item.isOverdue() && item.chaseableMinor() > 0) {
                overdue.add(Concern.of(item, null));
            }
        }
        return act(null, Action.CLEAR_CASH, overdue, List.of());
    }

    private boolean isUnanswered(PromiseCheck promise) {
        return (promise.isFailing() || promise.hasLapsed())
                && standing.last(Action.CALL)
                        .filter(call -> call.on().isAfter(promise.deadline()))
                        .isEmpty();
    }

    /** The overdue items that the promise was for, the oldest first, until what is missing and was not promised anew is reached. */
    private List<Concern> concernsOf(PromiseCheck check) {
        Money missing = check.unanswered();
        long left = missing.minor();
        List<Concern> concerns = new ArrayList<>();
        Step call = strategy.first(Action.CALL);
        for (ItemStanding item : standing.items()) {
            if (left > 0
                    && item.isOverdue()
                    && mayBeChased(item)
                    && item.currency().equals(missing.currency())
                    && check.promise().covers(item.item().id())) {
                concerns.add(Concern.of(item, isBehind(item, call) ? null : call));
                left -= item.chaseableMinor();
            }
        }
        return concerns;
    }

    /** Whether an item that another version has brought further than the step would be taken back by it. */
    private boolean isBehind(ItemStanding item, @Nullable Step step) {
        Dunning dunned = item.dunned();
        return step != null && dunned != null && isForeign(dunned) && step.level() <= strategy.placeOf(dunned);
    }

    private boolean isForeign(Dunning dunned) {
        return version != null && !version.equals(dunned.under());
    }

    private int placeOf(ItemStanding item) {
        Dunning dunned = item.dunned();
        if (dunned == null) {
            return Integer.MIN_VALUE;
        }
        return isForeign(dunned) ? strategy.placeOf(dunned) : dunned.level();
    }

    private NextAction climb() {
        boolean callPending = standing.promises().stream().anyMatch(this::isUnanswered);
        for (ItemStanding item : standing.items()) {
            if (mayBeChased(item) && isLeft(item)) {
                place(item);
            }
            if (!item.isOverdue() && item.chaseableMinor() > 0) {
                awaitOverdue(item, callPending ? Action.CALL : Action.CLEAR_CASH);
            }
        }
        List<Step> passing = passingSteps();
        if (!passing.isEmpty()) {
            return actOn(passing);
        }
        for (PromiseCheck check : standing.promises()) {
            if (check.state() == PromiseState.OPEN) {
                later(check.deadline().plusDays(1), null);
            }
        }
        List<Reason> reasons = new ArrayList<>();
        if (nextReason != null) {
            reasons.add(nextReason);
        }
        reasons.addAll(tooSmall);
        reasons.addAll(stepsLeftOut());
        if (exhausted > 0) {
            reasons.add(new Reason.StepsExhausted(exhausted));
        }
        reasons.addAll(grounds.failedAndLeftOut());
        return nextDay == null ? new Nothing(reasons) : new Wait(nextDay, reasons);
    }

    private boolean mayBeChased(ItemStanding item) {
        return item.chaseableMinor() > 0 && !isCovered(item.currency());
    }

    /** Whether credits that are set off leave something of the item to be asked for. */
    private boolean isLeft(ItemStanding item) {
        boolean isLeft = setOff.left(item).isPositive();
        if (!isLeft && item.isOverdue()) {
            covered.add(item);
        }
        return isLeft;
    }

    private boolean isCovered(Currency currency) {
        return sumsIn(currency).isCoveredByCredits();
    }

    private boolean hasCreditsIn(Currency currency) {
        return sumsIn(currency).credits().isPositive();
    }

    private CurrencyStanding sumsIn(Currency currency) {
        for (CurrencyStanding sums : standing.currencies()) {
            if (sums.currency().equals(currency)) {
                return sums;
            }
        }
        throw new IllegalStateException("No sums in %s".formatted(currency));
    }

    /** Finds the item's next step and whether it is for today or for later. */
    private void place(ItemStanding item) {
        Step step = strategy.nextFor(item, placeOf(item), this::isPassedOver);
        if (step == null) {
            exhausted += isPassedOverAbove(placeOf(item)) ? 0 : 1;
            return;
        }
        if (step.action().isEscalation() && !standing.escalations().isEmpty()) {
            awaitAnswer();
            return;
        }
        LocalDate due = dueDayOf(step, item);
        if (step.action().isEscalation() && step.repetition() == Repetition.AFTER_ITS_WAIT) {
            LocalDate again = againOn(step);
            due = again.isAfter(due) ? again : due;
        }
        LocalDate refusedUntil = refusedUntil(step);
        if (refusedUntil.isAfter(standing.asOf())) {
            LocalDate again = refusedUntil.isAfter(due) ? refusedUntil : due;
            later(again, new Reason.StepDueOn(step.action(), item.item().document(), again));
            return;
        }
        StepVerdict verdict = verdicts.on(step, item);
        if (verdict != null && verdict.kind() == StepVerdict.Kind.DECLINED) {
            LocalDate again = verdict.lapsesOn(step);
            later(
                    again.isAfter(due) ? again : due,
                    new Reason.StepDeclined(step.action(), verdict.on(), verdict.by(), verdict.why(), again));
            return;
        }
        Optional<Contact> blocking = step.action().isContact() ? standing.lastContact() : Optional.empty();
        LocalDate free = blocking.map(contact -> contact.on().plusDays(policy.contactGapDays()))
                .orElse(due);
        if (due.isAfter(standing.asOf())) {
            LocalDate from = free.isAfter(due) ? free : due;
            later(from, new Reason.StepDueOn(step.action(), item.item().document(), from));
        } else if (blocking.isPresent() && free.isAfter(standing.asOf())) {
            Contact contact = blocking.get();
            later(free, new Reason.ContactedRecently(contact.action(), contact.on(), policy.contactGapDays()));
        } else {
            ready.add(new Ready(item, step));
        }
    }

    /** What would be recommended has been approved already, nobody can be reached so, or the step is not for the account as it stands. */
    private boolean isPassedOver(Step step) {
        if (!step.condition().isNone() && isUnmet(step)) {
            return true;
        }
        if (standing.outOfReach().contains(step.action())) {
            unreachable.add(step.action());
            return true;
        }
        return standing.inForce().stream()
                .map(InForce::path)
                .anyMatch(path -> step.action().path().filter(path::equals).isPresent());
    }

    /** Whether there is a step left that is only not for the account as it stands. */
    private boolean isPassedOverAbove(int place) {
        return passedOver.keySet().stream().anyMatch(step -> step.level() > place);
    }

    private boolean isUnmet(Step step) {
        LocalDate changesOn = step.condition().changesOn(standing);
        if (changesOn != null) {
            later(changesOn, null);
        }
        List<String> unmet = passedOver.containsKey(step)
                ? passedOver.get(step)
                : step.condition().unmet(standing, traits, policy.yardstick());
        if (!unmet.isEmpty()) {
            passedOver.put(step, unmet);
        }
        return !unmet.isEmpty();
    }

    /** Until when nobody is asked again for what they, or whoever decides it with them, have just refused. */
    private LocalDate refusedUntil(Step step) {
        return standing.refused().stream()
                .filter(refused -> step.action().isTakenBy(refused.path()))
                .map(refused -> refused.lapsesOn(step))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** Nothing is escalated twice: the account comes back when the answer is overdue, and before that by the answer itself. */
    private void awaitAnswer() {
        LocalDate tomorrow = standing.asOf().plusDays(1);
        LocalDate overdueOn = standing.escalations().getFirst().dueOn().plusDays(1);
        later(overdueOn.isAfter(tomorrow) ? overdueOn : tomorrow, null);
    }

    /** Once overdue, the item may be what a broken promise is called about, or what tips the cash on account over or under the debt. */
    private void awaitOverdue(ItemStanding item, Action then) {
        if (then == Action.CALL || hasCreditsIn(item.currency())) {
            LocalDate overdueOn = item.item().dueDate().plusDays(1);
            later(overdueOn, new Reason.StepDueOn(then, item.item().document(), overdueOn));
        }
    }

    private LocalDate dueDayOf(Step step, ItemStanding item) {
        LocalDate byAge = payDayOf(step, item).plusDays(step.daysFromDue());
        Dunning dunned = item.dunned();
        if (dunned == null) {
            return byAge;
        }
        LocalDate byWait = dunned.on().plusDays(step.waitDays());
        return byWait.isAfter(byAge) ? byWait : byAge;
    }

    /**
     * When the account may be taken to somebody again by a step that repeats itself: whoever was asked has heard of the whole account, and
     * is not asked once more because another item has come of age meanwhile.
     */
    private LocalDate againOn(Step step) {
        LocalDate again = LocalDate.MIN;
        for (ItemStanding item : standing.items()) {
            Dunning dunned = item.dunned();
            if (dunned != null && dunned.action() == step.action()) {
                LocalDate on = dunned.on().plusDays(step.waitDays());
                again = on.isAfter(again) ? on : again;
            }
        }
        return again;
    }

    /** The day from which a step counts: the due date, or when the customer pays by its own policy. */
    private LocalDate payDayOf(Step step, ItemStanding item) {
        PaymentPolicy own = standing.paymentPolicy();
        LocalDate due = item.item().dueDate();
        return own == null || step.isReminder() ? due : own.paysOn(due);
    }

    private void later(LocalDate day, @Nullable Reason reason) {
        if (nextDay == null || day.isBefore(nextDay)) {
            nextDay = day;
            nextReason = reason;
        }
    }

    /** The steps with enough to be taken for, the highest first; a reminder stays behind where a notice goes. */
    private List<Step> passingSteps() {
        if (ready.isEmpty()) {
            return List.of();
        }
        List<Step> passing = new ArrayList<>(2);
        boolean noticeGoes = false;
        for (Step step : strategy.steps().reversed()) {
            List<Concern> due = concernsFor(step);
            if (due.isEmpty() || (step.isReminder() && noticeGoes)) {
                continue;
            }
            List<Money> amounts = Grounds.sums(due);
            if (share(amounts) < policy.yardstick().share(step.minimum())) {
                tooSmall.add(new Reason.BelowMinimum(step.action(), amounts, step.minimum()));
            } else {
                List<Concern> held = verdicts.held(step, due);
                hold(step, held);
                if (held.size() < due.size()) {
                    approved.addAll(verdicts.given(step, due));
                    passing.add(step);
                    noticeGoes |= step.isMessage();
                }
            }
        }
        return passing;
    }

    /** What waits for an approval is not taken now. */
    private void hold(Step step, List<Concern> held) {
        if (!held.isEmpty()) {
            awaited.add(new Reason.ApprovalAwaited(step, "", held));
            Set<ItemId> items = held.stream().map(Concern::item).collect(Collectors.toSet());
            ready.removeIf(each -> each.step().equals(step)
                    && items.contains(each.item().item().id()));
        }
    }

    private List<Concern> concernsFor(Step step) {
        List<Concern> due = new ArrayList<>();
        for (Ready each : ready) {
            if (each.step().equals(step)) {
                due.add(Concern.of(each.item(), step, setOff));
            }
        }
        return due;
    }

    private double share(List<Money> amounts) {
        double share = 0;
        for (Money amount : amounts) {
            share += policy.yardstick().share(amount);
        }
        return share;
    }

    private NextAction actOn(List<Step> passing) {
        Step lead = passing.getFirst();
        boolean internalOnly = standing.block() != null && !lead.action().isContact();
        List<Concern> concerns = new ArrayList<>();
        List<ItemStanding> led = new ArrayList<>();
        for (Ready each : ready) {
            boolean goes = passing.contains(each.step())
                    && !(internalOnly && each.step().action().isContact());
            if (goes) {
                concerns.add(Concern.of(each.item(), each.step(), setOff));
            }
            if (each.step().equals(lead)) {
                led.add(each.item());
            }
        }
        return act(lead, lead.action(), concerns, grounds.lastStepOf(led));
    }

    /** The messages that wait for an approval, and the steps that some item would have had next, were they for the account or taken there. */
    private List<Reason> stepsLeftOut() {
        List<Reason> reasons = new ArrayList<>(awaited);
        if (!covered.isEmpty()) {
            reasons.add(new Reason.CreditsCover(
                    covered.size(),
                    Grounds.totals(covered.stream().map(ItemStanding::chaseable).toList())));
        }
        setOff.kept().forEach(kept -> reasons.add(new Reason.CreditsKept(kept)));
        unreachable.forEach(action -> reasons.add(new Reason.StepLeftOut(action)));
        passedOver.forEach((step, unmet) -> reasons.add(new Reason.StepPassedOver(step.action(), unmet)));
        return reasons;
    }

    private Act act(@Nullable Step step, Action wanted, List<Concern> concerns, List<Reason> lastStep) {
        ContactBlock block = standing.block();
        boolean blocked = block != null && wanted.isContact();
        Action action = blocked ? Action.REVIEW : wanted;
        Execution execution = step == null || blocked ? Execution.BY_HAND : step.execution();
        List<Reason> reasons = new ArrayList<>();
        if (block != null) {
            reasons.add(new Reason.ContactBlocked(block.why()));
        }
        reasons.add(grounds.oldestOf(concerns.getFirst()));
        reasons.addAll(lastStep);
        reasons.addAll(approved);
        reasons.addAll(stepsLeftOut());
        reasons.addAll(grounds.failedAndLeftOut());
        return new Act(
                step, action, execution, concerns, Grounds.sums(concerns), Priority.of(standing, policy), reasons);
    }
}
