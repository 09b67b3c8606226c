package org.quittance.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.CallLogged.Part;
import org.quittance.collections.CallReport.FollowUp;
import org.quittance.collections.Rules.Decided;
import org.quittance.collections.StepBook.Deed;
import org.quittance.collections.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Concern;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what a person has done about a customer: a call with its result, promise and next step in one transaction.
 *
 * <p>A call that reached somebody takes the call that was due off the worklist, and holds back messages for as long as contacts are to
 * stay apart.
 */
@Service
public class CallLog {

    private final VisibleAccounts visible;
    private final AccountDecisions decisions;
    private final RuleBook ruleBook;
    private final Promises promises;
    private final Overrides overrides;
    private final StepBook steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final BusinessClock clock;

    CallLog(
            VisibleAccounts visible,
            AccountDecisions decisions,
            RuleBook ruleBook,
            Promises promises,
            Overrides overrides,
            StepBook steps,
            Redecision redecision,
            Timeline timeline,
            BusinessClock clock) {
        this.visible = visible;
        this.decisions = decisions;
        this.ruleBook = ruleBook;
        this.promises = promises;
        this.overrides = overrides;
        this.steps = steps;
        this.redecision = redecision;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Writes a call down: all that the report says, or nothing. */
    @Transactional
    public CallLogged log(CallReport report, Viewer viewer) {
        Set<Long> own = visible.ofCustomer(viewer, report.customerId());
        Set<Long> accounts = report.accounts().isEmpty() ? own : report.accounts();
        PromiseDraft promised = report.promise();
        if (own.isEmpty()
                || !own.containsAll(accounts)
                || (promised != null && !accounts.contains(promised.account().value()))) {
            return new CallLogged.Refused(Part.ACCOUNTS, Overrides.Outcome.NOT_FOUND.sentence());
        }
        FollowUp followUp = report.followUp();
        if (followUp != null) {
            Overrides.Outcome check = overrides.check(followUp.on(), followUp.reason());
            if (check != Overrides.Outcome.DONE) {
                return new CallLogged.Refused(Part.FOLLOW_UP, check.sentence());
            }
        }
        redecision.hold(accounts);
        List<Decided> due = decide(accounts);
        PromiseId promise = null;
        if (promised != null) {
            switch (promises.write(promised, viewer)) {
                case PromiseOutcome.Refused(var reason) -> {
                    return new CallLogged.Refused(Part.PROMISE, reason.sentence());
                }
                case PromiseOutcome.Noted(PromiseId id) -> promise = id;
            }
        }
        noteReach(report, accounts, due, viewer.login());
        if (followUp != null) {
            accounts.forEach(account -> overrides.writeSnooze(
                    report.customerId(), account, followUp.on(), followUp.reason(), viewer.login()));
        }
        long activity = timeline.log(activity(report, accounts, viewer.login()));
        redecision.decide(accounts);
        return new CallLogged.Logged(activity, promise);
    }

    private List<Decided> decide(Set<Long> accounts) {
        LocalDate today = clock.today();
        return decisions.decide(accounts, today, ruleBook.rules(today));
    }

    private void noteReach(CallReport report, Set<Long> accounts, List<Decided> due, String actor) {
        switch (report.result().reached()) {
            case THEM -> {
                Deed deed = new Deed(clock.today(), null, actor);
                steps.noteSteps(stepsOf(Action.CALL, due), deed);
                steps.noteContact(accounts, Action.CALL, deed);
            }
            case NOBODY -> {}
        }
    }

    /** The steps of the kind that a person was to take now. */
    private static List<ItemStep> stepsOf(Action action, List<Decided> due) {
        return due.stream()
                .flatMap(decided -> ItemStep.of(
                        decided.account().key().accountId(),
                        byHandItems(decided.next()),
                        decided.chosen().version().id())
                        .stream())
                .filter(step -> step.step().action() == action)
                .toList();
    }

    private static List<Concern> byHandItems(NextAction next) {
        return switch (next) {
            case NextAction.Act act -> act.byHandItems();
            case NextAction.Wait _, NextAction.Nothing _ -> List.of();
        };
    }

    private Activity activity(CallReport report, Set<Long> accounts, String actor) {
        return new Activity(
                CustomerId.of(report.customerId()),
                onlyOne(accounts),
                Activity.Kind.CALL,
                switch (report.way()) {
                    case PLACED -> Activity.Direction.OUT;
                    case RECEIVED -> Activity.Direction.IN;
                },
                clock.today(),
                actor,
                report.contactId(),
                report.result().label(),
                report.note(),
                null);
    }

    private static @Nullable AccountId onlyOne(Set<Long> accounts) {
        return accounts.size() == 1 ? AccountId.of(accounts.iterator().next()) : null;
    }
}
