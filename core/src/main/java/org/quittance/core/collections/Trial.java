package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.AccountId;

/**
 * Replays a customer's past under strategies that it did not have: what would have been done about each account, and when.
 *
 * <p>Every day is decided by the code that decides today, and what is due is done in the order of life: first the one message of the night
 * about all accounts, then what people do by hand on working days; after each deed the accounts are decided again, so that a call waits
 * where a message has just gone, and nothing is escalated that waits for an answer. A message counts for its items from the day on which it
 * is written, and leaves on the first day on which the rules of contact let it; one that lists what is no longer owed by then never leaves.
 *
 * <p>What the customer paid and promised is taken as it was: a trial says whom a strategy would have contacted, not what they would have
 * answered. Every call reaches the customer; what needs approval is approved on the day. An escalation is answered on the last day of its service level, and nothing of what is
 * recommended is approved. It starts {@value #WARM_UP_DAYS} days before the period, so that debts which were old by then do not all climb
 * from the first step on its first day.
 */
public final class Trial {

    public static final int WARM_UP_DAYS = 90;

    private final ContactDays contactDays;
    private final List<TrialAccount> accounts;
    private final List<Contact> history = new ArrayList<>();

    private Trial(CustomerLife life, TrialRules rules) {
        this.contactDays = life.contactDays();
        this.accounts = life.accounts().stream()
                .map(account -> new TrialAccount(account, rules))
                .toList();
    }

    /** What would have been done about each account from the first day to the last, both included, by day. */
    public static Map<AccountId, List<Touch>> of(CustomerLife life, TrialRules rules, LocalDate from, LocalDate to) {
        Trial trial = new Trial(life, rules);
        LocalDate day = from.minusDays(WARM_UP_DAYS);
        while (day != null && !day.isAfter(to)) {
            day = trial.next(day);
        }
        Map<AccountId, List<Touch>> touches = new LinkedHashMap<>();
        for (TrialAccount account : trial.accounts) {
            touches.put(
                    account.id(),
                    account.touches().stream()
                            .filter(touch ->
                                    !touch.on().isBefore(from) && !touch.on().isAfter(to))
                            .sorted(Comparator.comparing(Touch::on))
                            .toList());
        }
        return touches;
    }

    /** Does what is due on the day, and returns the next day on which something may be; none where nothing changes any more. */
    private @Nullable LocalDate next(LocalDate day) {
        List<TrialAccount> awake =
                accounts.stream().filter(account -> account.isAwakeOn(day)).toList();
        awake.forEach(account -> account.begin(day));
        write(awake, Execution.AUTOMATIC, day);
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (TrialAccount account : awake) {
                isMore |= work(account, awake, day);
            }
        }
        awake.forEach(TrialAccount::sleep);
        return accounts.stream()
                .flatMap(account -> Optional.ofNullable(account.wakesOn()).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The one message about all accounts; returns whether there was one that left, on the day or later. */
    private boolean write(List<TrialAccount> awake, Execution execution, LocalDate day) {
        Step lead = null;
        for (TrialAccount account : awake) {
            for (Step step : account.stepsToWrite(execution)) {
                lead = lead == null || goesBefore(step, lead) ? step : lead;
            }
        }
        if (lead == null) {
            return false;
        }
        Step written = lead;
        List<TrialAccount> addressed = awake.stream()
                .filter(account -> account.list(written, execution))
                .toList();
        Optional<LocalDate> leaves =
                contactDays.leavesOn(new ContactDays.Ready(lead.action(), execution, day), List.copyOf(history));
        if (leaves.isEmpty()) {
            addressed.forEach(account -> account.tryAgainOn(day.plusDays(1)));
            return false;
        }
        if (!addressed.stream().allMatch(account -> account.stillOwes(leaves.get()))) {
            addressed.forEach(account -> account.tryAgainOn(leaves.get().plusDays(1)));
            return false;
        }
        addressed.forEach(account -> account.sent(written.action(), execution, leaves.get()));
        reached(written.action(), day, leaves.get());
        return true;
    }

    /** A letter before a text message, and of letters the one of the highest step. */
    private static boolean goesBefore(Step step, Step other) {
        boolean isLetter = step.action().isLetter();
        return isLetter == other.action().isLetter() ? step.level() > other.level() : isLetter;
    }

    /** One deed by hand; returns whether anything was done. */
    private boolean work(TrialAccount account, List<TrialAccount> awake, LocalDate day) {
        Action action = account.work();
        if (action == null) {
            return false;
        }
        if (!account.isWorked(day) || !mayBeDone(action, day)) {
            account.tryAgainOn(day.plusDays(1));
            return false;
        }
        if (action.isMessage()) {
            return write(awake, Execution.BY_HAND, day);
        }
        if (!action.isContact()) {
            account.done(action);
            return true;
        }
        for (TrialAccount each : awake) {
            if (each.equals(account) || action.equals(each.work())) {
                each.done(action);
            }
        }
        reached(action, day, day);
        return true;
    }

    private boolean mayBeDone(Action action, LocalDate day) {
        return switch (action) {
            case CALL -> contactDays.mayBeCalled(day, List.copyOf(history));
            case INTEREST_NOTICE ->
                contactDays
                        .leavesOn(new ContactDays.Ready(action, Execution.BY_HAND, day), List.copyOf(history))
                        .filter(day::equals)
                        .isPresent();
            case REMINDER_BEFORE_DUE,
                    NOTICE_1,
                    NOTICE_2,
                    NOTICE_3,
                    TEXT_MESSAGE,
                    PORTAL_NOTICE,
                    VISIT,
                    ESCALATE,
                    RECOMMEND_SUSPENSION,
                    RECOMMEND_HOLD,
                    RECOMMEND_AGENCY,
                    RECOMMEND_LEGAL,
                    CLEAR_CASH,
                    REVIEW,
                    READ_ANSWER -> true;
        };
    }

    /** The customer was reached, which counts for all of its accounts from the day on which it was decided. */
    private void reached(Action action, LocalDate decided, LocalDate on) {
        history.add(new Contact(action, on));
        accounts.forEach(account -> account.reached(new Contact(action, decided)));
    }
}
