package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.List;
import org.quittance.core.money.Money;

/**
 * One fact behind a decision or behind points of a priority.
 *
 * <p>Reasons are data: a page can link the document, a report can count the {@link #kind kinds}, another language can put them in its own
 * words. {@link #sentence} is the English.
 */
public sealed interface Reason {

    /** The oldest document that the action is about. */
    record OldestOverdue(String document, long days) implements Reason {}

    /** How long the oldest item has been owed that the step is about, where the account owes an older one. */
    record OldestAsked(String document, long days) implements Reason {}

    /** The first document that falls due. */
    record DueSoon(String document, LocalDate dueDate) implements Reason {}

    /** The latest step before this one that the items had. */
    record LastStep(Action action, LocalDate on, long daysAgo) implements Reason {}

    /** A promise that failed, with what came of it all the same: in time, and after its day. */
    record PromiseBroken(Money amount, LocalDate dueOn, Money inTime, Money late) implements Reason {}

    /** Promises that failed before those that are told one by one; {@code missing} is what did not come of them, per currency. */
    record PromisesBrokenBefore(int promises, LocalDate since, List<Money> missing) implements Reason {

        public PromisesBrokenBefore {
            missing = List.copyOf(missing);
        }
    }

    /** What is promised, and left alone until then. */
    record PromiseOpen(Money amount, LocalDate dueOn) implements Reason {}

    /** What we have offered to take by a day, and leave alone until then. */
    record OfferStands(Money amount, LocalDate dueOn) implements Reason {}

    /** The same, where the customer does not know of it yet. */
    record OfferNotSent(Money amount, LocalDate dueOn) implements Reason {}

    /** An offer that the customer had, and did not take up; {@code came} is what came of it all the same. */
    record OfferLapsed(Money amount, LocalDate dueOn, Money came) implements Reason {}

    /** What the customer disputes, and is left out. */
    record DisputedLeftOut(Money amount) implements Reason {}

    /** What a settlement gives up if the rest is paid, and is left out. */
    record ForgoneLeftOut(Money amount) implements Reason {}

    /** What lies on account beside the overdue debt that is neither promised nor disputed. */
    record CreditsOnAccount(Money credits, Money chaseable) implements Reason {}

    /** What is not asked for because credits that are set off pay all of it. */
    record CreditsCover(int items, List<Money> amounts) implements Reason {

        public CreditsCover {
            amounts = List.copyOf(amounts);
        }
    }

    /** What of the credits is not taken off, because so much is disputed or to be given up. */
    record CreditsKept(Money amount) implements Reason {}

    /** The order not to contact. */
    record ContactBlocked(String why) implements Reason {}

    /** A person has chosen another step than the strategy proposes. */
    record StepChosen(Action chosen, Action insteadOf, LocalDate on, String by, String why) implements Reason {}

    /** What the customer has written and nobody has read. */
    record AnswerUnread(UnreadAnswer answer) implements Reason {}

    /** Another contact so soon would be one too many. */
    record ContactedRecently(Action action, LocalDate on, int gapDays) implements Reason {}

    /** The next step of an item, and the first day for it. */
    record StepDueOn(Action action, String document, LocalDate on) implements Reason {}

    /** Too little to take the step for. */
    record BelowMinimum(Action action, List<Money> amounts, Money minimum) implements Reason {

        public BelowMinimum {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * An escalation that waits for its answer.
     *
     * @param overdueDays how many days ago the answer was due; none while it is in time
     */
    record EscalationWaits(EscalationPath path, String owner, LocalDate since, LocalDate dueOn, long overdueDays)
            implements Reason {}

    /** The customer's own payment policy, to which we hold back. */
    record PaysByOwnPolicy(PaymentPolicy policy) implements Reason {}

    /** What was approved about the account: it is with an agency or a lawyer, on hold or suspended. */
    record StandsInForce(InForce inForce) implements Reason {}

    /** What was asked for about the account and refused, with why. */
    record EscalationRefused(RefusedEscalation refused) implements Reason {}

    /** A step that the strategy asks for and that is left out: nobody of the customer can be reached so. */
    record StepLeftOut(Action action) implements Reason {}

    /**
     * A step that is not for the account as it stands, and that is passed over.
     *
     * @param unmet what of the step's condition the account does not meet
     */
    record StepPassedOver(Action action, List<String> unmet) implements Reason {

        public StepPassedOver {
            unmet = List.copyOf(unmet);
        }
    }

    /**
     * A message that is due and may not leave before it is approved.
     *
     * @param proposedBy who has chosen it by hand; empty where the strategy proposes it
     * @param items what it is about
     */
    record ApprovalAwaited(Step step, String proposedBy, List<Concern> items) implements Reason {

        public ApprovalAwaited {
            items = List.copyOf(items);
        }

        /** What the message asks for, per currency. */
        public List<Money> amounts() {
            return Grounds.sums(items);
        }
    }

    /**
     * A message that is due and that somebody has approved.
     *
     * @param until the last day on which the approval holds
     * @param items that it is for
     */
    record StepApproved(Step step, LocalDate on, String by, LocalDate until, List<Concern> items) implements Reason {

        public StepApproved {
            items = List.copyOf(items);
        }

        /** How much of what was approved is asked for by now, per currency. */
        public List<Money> amounts() {
            return Grounds.sums(items);
        }
    }

    /** A message that somebody did not approve; it is proposed again from that day on. */
    record StepDeclined(Action action, LocalDate on, String by, String why, LocalDate again) implements Reason {}

    /** Items that have had every step of the strategy. */
    record StepsExhausted(int items) implements Reason {}

    /** Nothing is open, or credits alone. */
    record NothingOwed() implements Reason {}

    /** What the action could bring in, per currency. */
    record AmountAtRisk(List<Money> amounts) implements Reason {

        public AmountAtRisk {
            amounts = List.copyOf(amounts);
        }
    }

    /** Promises that failed and are still unpaid. */
    record PromisesFailing(int promises) implements Reason {}

    /** How late the customer pays as a habit. */
    record PaysLate(int days, int items) implements Reason {}

    /** How likely it is that what is overdue stays unpaid for so many days more without us. */
    record LikelyUnpaid(int percent, int days, int settled) implements Reason {}

    /** A change for the worse, in median days beyond terms. */
    record PaysLaterThanBefore(int before, int now) implements Reason {}

    /** What was billed to the customer in the last twelve months. */
    record BilledInYear(List<Money> amounts) implements Reason {

        public BilledInYear {
            amounts = List.copyOf(amounts);
        }
    }

    /** How much of the credit limit is used. */
    record LimitUsed(long percent, Money limit) implements Reason {}

    /** Debt that enters the next ageing band within so many days. */
    record RollingOver(List<Money> amounts, int days) implements Reason {

        public RollingOver {
            amounts = List.copyOf(amounts);
        }
    }

    /** The month closes with this debt overdue. */
    record MonthEnd(int daysLeft) implements Reason {}

    /** The reason's name, for counting and filtering. */
    default ReasonKind kind() {
        return ReasonKind.of(this);
    }

    /** The reason in one English sentence. */
    default String sentence() {
        return Sentences.of(this);
    }
}
