package org.quittance.collections.call;

import static org.quittance.db.collections.Tables.CALL_NOTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.VisibleAccounts;
import org.quittance.collections.agreement.PromiseDraft;
import org.quittance.collections.agreement.PromiseOutcome;
import org.quittance.collections.agreement.Promises;
import org.quittance.collections.call.CallLogged.Part;
import org.quittance.collections.call.CallReport.FollowUp;
import org.quittance.collections.contact.CallResult;
import org.quittance.collections.decision.AccountNext;
import org.quittance.collections.decision.HandSteps;
import org.quittance.collections.decision.NextActions;
import org.quittance.collections.decision.Overrides;
import org.quittance.collections.decision.Redecision;
import org.quittance.collections.strategy.StepBook.Deed;
import org.quittance.collections.strategy.StepBook.ItemStep;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.NextAction;
import org.quittance.core.collections.PromiseId;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.correspondence.Activity;
import org.quittance.correspondence.Timeline;
import org.quittance.disputes.DisputeDraft;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.Disputes;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Notes what a person has done about a customer: a call with its result, what was promised or disputed and the next step in one transaction.
 *
 * <p>A call that reached somebody takes the call that was due off the worklist, and holds back messages for as long as contacts are to
 * stay apart.
 */
@Service
public class CallLog {

    private final DSLContext sql;
    private final VisibleAccounts visible;
    private final CallClearance clearance;
    private final Promises promises;
    private final Disputes disputes;
    private final Overrides overrides;
    private final HandSteps steps;
    private final NextActions next;
    private final Redecision redecision;
    private final Timeline timeline;
    private final WrongNumbers wrongNumbers;
    private final BusinessClock clock;

    CallLog(
            DSLContext sql,
            VisibleAccounts visible,
            CallClearance clearance,
            Promises promises,
            Disputes disputes,
            Overrides overrides,
            HandSteps steps,
            NextActions next,
            Redecision redecision,
            Timeline timeline,
            WrongNumbers wrongNumbers,
            BusinessClock clock) {
        this.sql = sql;
        this.visible = visible;
        this.clearance = clearance;
        this.promises = promises;
        this.disputes = disputes;
        this.overrides = overrides;
        this.steps = steps;
        this.next = next;
        this.redecision = redecision;
        this.timeline = timeline;
        this.wrongNumbers = wrongNumbers;
        this.clock = clock;
    }

    /** Writes a call down: all that the report says, or nothing. */
    @Transactional
    public CallLogged log(CallReport report, Viewer viewer) {
        Set<Long> own = visible.ofCustomer(viewer, report.customerId());
        Set<Long> accounts = report.accounts().isEmpty() ? own : report.accounts();
        if (own.isEmpty()
                || !own.containsAll(accounts)
                || !report.promises().stream()
                        .allMatch(promise -> accounts.contains(promise.account().value()))) {
            return new CallLogged.Refused(Part.ACCOUNTS, Overrides.Outcome.NOT_FOUND.sentence());
        }
        FollowUp followUp = report.followUp();
        if (followUp != null) {
            Overrides.Outcome check = overrides.check(followUp.on(), followUp.reason());
            if (check != Overrides.Outcome.DONE) {
                return new CallLogged.Refused(Part.FOLLOW_UP, check.sentence());
            }
        }
        return switch (clearance.of(report, viewer)) {
            case CallClearance.Answer.Open(String question) -> new CallLogged.Refused(Part.DIALLING, question);
            case CallClearance.Answer.Cleared cleared -> write(report, accounts, cleared, viewer);
        };
    }

    private CallLogged write(
            CallReport report, Set<Long> accounts, CallClearance.Answer.Cleared cleared, Viewer viewer) {
        redecision.hold(accounts);
        List<ItemStep> due = steps.due(accounts, clock.today(), action -> action == Action.CALL);
        Written written = new Written(cleared);
        Optional<CallLogged> objection = promised(report, written, viewer).or(() -> disputed(report, written, viewer));
        if (objection.isPresent()) {
            // What was promised or disputed before the one that is refused goes with it.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return objection.get();
        }
        written.deed = noteReach(report, accounts, due, viewer.login());
        FollowUp followUp = report.followUp();
        if (followUp != null) {
            for (Long account : putOff(report, accounts, viewer)) {
                Overrides.Snoozed snoozed = overrides.writeSnooze(
                        report.customerId(), account, followUp.on(), followUp.reason(), viewer.login());
                written.snoozes.add(snoozed.id());
                written.activities.add(snoozed.activityId());
            }
        }
        Activity call = activity(report, accounts, cleared, viewer.login());
        long activity = timeline.log(call);
        written.activities.add(activity);
        keep(activity, call, written);
        redecision.decide(accounts);
        return new CallLogged.Logged(activity, written.promises, written.disputes);
    }

    /** In order. Where nobody was reached, what asks for no contact, such as an escalation, does not wait for the next call. */
    private List<Long> putOff(CallReport report, Set<Long> accounts, Viewer viewer) {
        Set<Long> goOn = report.result().reached() == CallResult.Reached.THEM || accounts.size() == 1
                ? Set.of()
                : next.ofCustomer(viewer, report.customerId()).stream()
                        .filter(account -> account.next() instanceof NextAction.Act act
                                && !act.leading().isContact())
                        .map(AccountNext::accountId)
                        .collect(Collectors.toSet());
        return accounts.stream()
                .filter(account -> !goOn.contains(account))
                .sorted()
                .toList();
    }

    /** What one call has written besides its own row, as it comes about. */
    private static final class Written {
        private final CallClearance.Answer.Cleared cleared;
        private @Nullable Long deed;
        private final List<PromiseId> promises = new ArrayList<>();
        private final List<Long> snoozes = new ArrayList<>();
        private final List<Long> disputes = new ArrayList<>();
        private final List<Long> activities = new ArrayList<>();

        private Written(CallClearance.Answer.Cleared cleared) {
            this.cleared = cleared;
        }
    }

    private Optional<CallLogged> promised(CallReport report, Written written, Viewer viewer) {
        for (PromiseDraft draft : report.promises()) {
            switch (promises.write(draft, viewer)) {
                case PromiseOutcome.Refused(var reason) -> {
                    return Optional.of(new CallLogged.Refused(Part.PROMISE, reason.sentence()));
                }
                case PromiseOutcome.Asked(String sentence) -> {
                    return Optional.of(new CallLogged.Asked(sentence));
                }
                case PromiseOutcome.Noted(PromiseId id, long activity) -> {
                    written.promises.add(id);
                    written.activities.add(activity);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CallLogged> disputed(CallReport report, Written written, Viewer viewer) {
        for (DisputeDraft draft : report.disputes()) {
            switch (disputes.open(draft, viewer)) {
                case DisputeOutcome.Refused(var why) -> {
                    return Optional.of(new CallLogged.Refused(Part.DISPUTE, why.sentence() + "."));
                }
                case DisputeOutcome.NotFound _ -> {
                    return Optional.of(new CallLogged.Refused(
                            Part.DISPUTE, "One of these items is not open any more. Open the card again."));
                }
                case DisputeOutcome.Done(long id) -> written.disputes.add(id);
            }
        }
        return Optional.empty();
    }

    private @Nullable Long noteReach(CallReport report, Set<Long> accounts, List<ItemStep> due, String actor) {
        return switch (report.result().reached()) {
            case THEM -> steps.taken(due, accounts, Action.CALL, new Deed(clock.today(), null, actor));
            case NOBODY -> null;
        };
    }

    /** So that all of it can be taken back as one. */
    private void keep(long activity, Activity call, Written written) {
        sql.insertInto(CALL_NOTED)
                .set(CALL_NOTED.ACTIVITY_ID, activity)
                .set(CALL_NOTED.CUSTOMER_ID, call.customer().value())
                .set(
                        CALL_NOTED.ACCOUNT_IDS,
                        call.accounts().stream().map(AccountId::value).sorted().toArray(Long[]::new))
                .set(CALL_NOTED.DEED_ID, written.deed)
                .set(CALL_NOTED.ACTIVITY_IDS, written.activities.toArray(Long[]::new))
                .set(
                        CALL_NOTED.PROMISE_IDS,
                        written.promises.stream().map(PromiseId::value).toArray(Long[]::new))
                .set(CALL_NOTED.SNOOZE_IDS, written.snoozes.toArray(Long[]::new))
                .set(CALL_NOTED.DISPUTE_IDS, written.disputes.toArray(Long[]::new))
                .set(CALL_NOTED.DIALLING_ID, written.cleared.dialling())
                .set(CALL_NOTED.OTHERWISE, written.cleared.otherwise())
                .set(CALL_NOTED.ACTOR, call.actor())
                .set(CALL_NOTED.NOTED_AT, clock.now())
                .execute();
    }

    private String words(CallReport report, CallClearance.Answer.Cleared cleared) {
        List<String> words = new ArrayList<>(List.of(report.note()));
        if (report.result() == CallResult.WRONG_NUMBER) {
            wrongNumbers
                    .called(cleared.dialling(), report.contactId())
                    .ifPresent(number -> words.add("Number " + number));
        }
        if (!cleared.otherwise().isEmpty()) {
            words.add("[Called although dialling was refused: %s]".formatted(cleared.otherwise()));
        }
        return String.join("\n", words).strip();
    }

    private Activity activity(
            CallReport report, Set<Long> accounts, CallClearance.Answer.Cleared cleared, String actor) {
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
                words(report, cleared),
                null);
    }
}
