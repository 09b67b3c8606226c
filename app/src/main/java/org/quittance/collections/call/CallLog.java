package org.quittance.collections.call;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.PromiseOutcome;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallLogged.Part;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
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
    private final Promises promises;
    private final Overrides overrides;
    private final HandSteps steps;
    private final Redecision redecision;
    private final Timeline timeline;
    private final BusinessClock clock;

    CallLog(
            VisibleAccounts visible,
            Promises promises,
            Overrides overrides,
            HandSteps steps,
            Redecision redecision,
            Timeline timeline,
            BusinessClock clock) {
        this.visible = visible;
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
        List<ItemStep> due = steps.due(accounts, clock.today(), action -> action == Action.CALL);
        PromiseId promise = null;
        if (promised != null) {
            switch (promises.write(promised, viewer)) {
                case PromiseOutcome.Refused(var reason) -> {
                    return new CallLogged.Refused(Part.PROMISE, reason.sentence());
                }
                case PromiseOutcome.Asked(String sentence) -> {
                    return new CallLogged.Asked(sentence);
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

    private void noteReach(CallReport report, Set<Long> accounts, List<ItemStep> due, String actor) {
        switch (report.result().reached()) {
            case THEM -> steps.taken(due, accounts, Action.CALL, new Deed(clock.today(), null, actor));
            case NOBODY -> {}
        }
    }

    private Activity activity(CallReport report, Set<Long> accounts, String actor) {
        return new Activity(
                CustomerId.of(report.customerId()),
                accounts.stream().map(AccountId::of).collect(Collectors.toSet()),
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
}
