package org.quittance.core.collections;

/** The name of each {@link Reason}, for counting, filtering and looking up its words. */
public enum ReasonKind {
    OLDEST_OVERDUE,
    OLDEST_ASKED,
    DUE_SOON,
    LAST_STEP,
    PROMISE_BROKEN,
    PROMISES_BROKEN_BEFORE,
    PROMISE_OPEN,
    OFFER_STANDS,
    OFFER_NOT_SENT,
    OFFER_LAPSED,
    DISPUTED_LEFT_OUT,
    FORGONE_LEFT_OUT,
    CREDITS_ON_ACCOUNT,
    CREDITS_COVER,
    CREDITS_KEPT,
    CONTACT_BLOCKED,
    STEP_CHOSEN,
    ANSWER_UNREAD,
    CONTACTED_RECENTLY,
    STEP_DUE_ON,
    BELOW_MINIMUM,
    STEP_LEFT_OUT,
    STEP_PASSED_OVER,
    APPROVAL_AWAITED,
    STEP_APPROVED,
    STEP_DECLINED,
    STEPS_EXHAUSTED,
    ESCALATION_WAITS,
    PAYS_BY_OWN_POLICY,
    STANDS_IN_FORCE,
    ESCALATION_REFUSED,
    NOTHING_OWED,
    AMOUNT_AT_RISK,
    PROMISES_FAILING,
    PAYS_LATE,
    LIKELY_UNPAID,
    PAYS_LATER_THAN_BEFORE,
    BILLED_IN_YEAR,
    LIMIT_USED,
    ROLLING_OVER,
    MONTH_END;

    static ReasonKind of(Reason reason) {
        return switch (reason) {
            case Reason.OldestOverdue _ -> OLDEST_OVERDUE;
            case Reason.OldestAsked _ -> OLDEST_ASKED;
            case Reason.DueSoon _ -> DUE_SOON;
            case Reason.LastStep _ -> LAST_STEP;
            case Reason.PromiseBroken _ -> PROMISE_BROKEN;
            case Reason.PromisesBrokenBefore _ -> PROMISES_BROKEN_BEFORE;
            case Reason.PromiseOpen _ -> PROMISE_OPEN;
            case Reason.OfferStands _ -> OFFER_STANDS;
            case Reason.OfferNotSent _ -> OFFER_NOT_SENT;
            case Reason.OfferLapsed _ -> OFFER_LAPSED;
            case Reason.DisputedLeftOut _ -> DISPUTED_LEFT_OUT;
            case Reason.ForgoneLeftOut _ -> FORGONE_LEFT_OUT;
            case Reason.CreditsOnAccount _ -> CREDITS_ON_ACCOUNT;
            case Reason.CreditsCover _ -> CREDITS_COVER;
            case Reason.CreditsKept _ -> CREDITS_KEPT;
            case Reason.ContactBlocked _ -> CONTACT_BLOCKED;
            case Reason.StepChosen _ -> STEP_CHOSEN;
            case Reason.AnswerUnread _ -> ANSWER_UNREAD;
            case Reason.ContactedRecently _ -> CONTACTED_RECENTLY;
            case Reason.StepDueOn _ -> STEP_DUE_ON;
            case Reason.BelowMinimum _ -> BELOW_MINIMUM;
            case Reason.StepLeftOut _ -> STEP_LEFT_OUT;
            case Reason.StepPassedOver _ -> STEP_PASSED_OVER;
            case Reason.ApprovalAwaited _ -> APPROVAL_AWAITED;
            case Reason.StepApproved _ -> STEP_APPROVED;
            case Reason.StepDeclined _ -> STEP_DECLINED;
            case Reason.StepsExhausted _ -> STEPS_EXHAUSTED;
            case Reason.EscalationWaits _ -> ESCALATION_WAITS;
            case Reason.PaysByOwnPolicy _ -> PAYS_BY_OWN_POLICY;
            case Reason.StandsInForce _ -> STANDS_IN_FORCE;
            case Reason.EscalationRefused _ -> ESCALATION_REFUSED;
            case Reason.NothingOwed _ -> NOTHING_OWED;
            case Reason.AmountAtRisk _ -> AMOUNT_AT_RISK;
            case Reason.PromisesFailing _ -> PROMISES_FAILING;
            case Reason.PaysLate _ -> PAYS_LATE;
            case Reason.LikelyUnpaid _ -> LIKELY_UNPAID;
            case Reason.PaysLaterThanBefore _ -> PAYS_LATER_THAN_BEFORE;
            case Reason.BilledInYear _ -> BILLED_IN_YEAR;
            case Reason.LimitUsed _ -> LIMIT_USED;
            case Reason.RollingOver _ -> ROLLING_OVER;
            case Reason.MonthEnd _ -> MONTH_END;
        };
    }
}
