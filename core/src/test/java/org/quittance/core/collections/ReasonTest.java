package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;

class ReasonTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource("reasons")
    void everyReasonReadsAsASentence(Reason reason, ReasonKind kind, String sentence) {
        assertThat(reason.kind()).isEqualTo(kind);
        assertThat(reason.sentence()).isEqualTo(sentence);
    }

    @Test
    void noKindOfReasonLacksItsRow() {
        assertThat(Stream.of(reasons()).map(row -> row[1])).contains((Object[]) ReasonKind.values());
    }

    static Object[][] reasons() {
        LocalDate day = LocalDate.parse("2026-05-03");
        Money some = Money.of("500", "EUR");
        Money more = Money.of("1234567.8", "USD");
        Money yen = Money.of("1200", "JPY");
        return new Object[][] {
            {
                new Reason.OldestAsked("4711", 17),
                ReasonKind.OLDEST_ASKED,
                "Of what this step is about, invoice 4711 is the oldest, 17 days overdue"
            },
            {new Reason.OldestOverdue("4711", 17), ReasonKind.OLDEST_OVERDUE, "Oldest invoice 4711 is 17 days overdue"},
            {new Reason.DueSoon("4711", day), ReasonKind.DUE_SOON, "4711 is due on 3 May 2026"},
            {new Reason.LastStep(Action.NOTICE_1, day, 1), ReasonKind.LAST_STEP, "Notice 1 was 1 day ago"},
            {new Reason.LastStep(Action.CALL, day, 0), ReasonKind.LAST_STEP, "Call was today"},
            {
                new Reason.PromiseBroken(some, day, Money.of("0", "EUR"), Money.of("0", "EUR")),
                ReasonKind.PROMISE_BROKEN,
                "Promise of EUR 500.00 for 3 May 2026 was broken"
            },
            {
                new Reason.PromiseBroken(some, day, Money.of("0.5", "EUR"), Money.of("0", "EUR")),
                ReasonKind.PROMISE_BROKEN,
                "Promise of EUR 500.00 for 3 May 2026 was kept with EUR 0.50 only"
            },
            {
                new Reason.PromiseBroken(some, day, Money.of("0", "EUR"), Money.of("20", "EUR")),
                ReasonKind.PROMISE_BROKEN,
                "Promise of EUR 500.00 for 3 May 2026 was broken; EUR 20.00 came late"
            },
            {
                new Reason.PromisesBrokenBefore(3, day, List.of(some)),
                ReasonKind.PROMISES_BROKEN_BEFORE,
                "3 earlier promises since 3 May 2026 failed too: EUR 500.00 did not come"
            },
            {
                new Reason.PromiseOpen(more, day),
                ReasonKind.PROMISE_OPEN,
                "USD 1,234,567.80 is promised for 3 May 2026 and left out while that can be kept"
            },
            {new Reason.DisputedLeftOut(yen), ReasonKind.DISPUTED_LEFT_OUT, "JPY 1,200 is disputed and left out"},
            {
                new Reason.CreditsOnAccount(some, some),
                ReasonKind.CREDITS_ON_ACCOUNT,
                "Apply the EUR 500.00 on account first: it covers the EUR 500.00 that can be asked for"
            },
            {new Reason.ContactBlocked("complaint"), ReasonKind.CONTACT_BLOCKED, "Do not contact: complaint"},
            {
                new Reason.AnswerUnread(new UnreadAnswer("Ada Blum", day, "Invoice 4711")),
                ReasonKind.ANSWER_UNREAD,
                "Ada Blum has written on 3 May 2026, \"Invoice 4711\": read it"
            },
            {
                new Reason.ContactedRecently(Action.CALL, day, 3),
                ReasonKind.CONTACTED_RECENTLY,
                "Call was on 3 May 2026; contacts stay 3 days apart"
            },
            {
                new Reason.StepDueOn(Action.NOTICE_3, "4711", day),
                ReasonKind.STEP_DUE_ON,
                "Notice 3 (final) for 4711 is due on 3 May 2026"
            },
            {
                new Reason.BelowMinimum(Action.CALL, List.of(yen, more), some),
                ReasonKind.BELOW_MINIMUM,
                "JPY 1,200 and USD 1,234,567.80 is too little for Call, which starts at EUR 500.00"
            },
            {
                new Reason.CreditsKept(some),
                ReasonKind.CREDITS_KEPT,
                "EUR 500.00 of credit notes is not taken off: as much is disputed or to be given up, and may be what they are for"
            },
            {
                new Reason.CreditsCover(2, List.of(some)),
                ReasonKind.CREDITS_COVER,
                "EUR 500.00 is not asked for: what lies on account is taken off and covers 2 items"
            },
            {
                new Reason.StepLeftOut(Action.TEXT_MESSAGE),
                ReasonKind.STEP_LEFT_OUT,
                "Text message is left out: nobody there takes text messages"
            },
            {
                new Reason.StepPassedOver(Action.ESCALATE, List.of("the segment retail", "a broken promise")),
                ReasonKind.STEP_PASSED_OVER,
                "Escalation is passed over: it is for accounts with the segment retail and a broken promise"
            },
            {
                new Reason.ApprovalAwaited(
                        Step.draft("n3", Action.NOTICE_3, some)
                                .approval(Approval.MANAGER)
                                .step(),
                        "amira",
                        List.of(new Concern(ItemId.of(1), "4711", some, null))),
                ReasonKind.APPROVAL_AWAITED,
                "Notice 3 (final) over EUR 500.00 waits for the credit manager's approval; amira has proposed it"
            },
            {
                new Reason.StepApproved(
                        Step.draft("n3", Action.NOTICE_3, some).step(),
                        day,
                        "tessa",
                        day.plusDays(13),
                        List.of(new Concern(ItemId.of(1), "4711", some, null))),
                ReasonKind.STEP_APPROVED,
                "tessa approved Notice 3 (final) on 3 May 2026: it is over EUR 500.00 today, and may leave until 16 May 2026"
            },
            {
                new Reason.StepDeclined(Action.NOTICE_2, day, "tessa", "They pay on Friday", day.plusDays(7)),
                ReasonKind.STEP_DECLINED,
                "tessa declined Notice 2 on 3 May 2026: They pay on Friday. It is proposed again from 10 May 2026 on"
            },
            {new Reason.StepsExhausted(1), ReasonKind.STEPS_EXHAUSTED, "1 item has had every step"},
            {new Reason.StepsExhausted(2), ReasonKind.STEPS_EXHAUSTED, "2 items have had every step"},
            {
                new Reason.EscalationWaits(EscalationPath.LEGAL, "Mara Quill", day, day.plusDays(2), 0),
                ReasonKind.ESCALATION_WAITS,
                "Escalated on 3 May 2026 (Legal action) and waiting for Mara Quill, whose answer is due on 5 May 2026"
            },
            {
                new Reason.EscalationWaits(EscalationPath.LEGAL, "Mara Quill", day, day.plusDays(2), 1),
                ReasonKind.ESCALATION_WAITS,
                "Escalated on 3 May 2026 (Legal action) and waiting for Mara Quill, whose answer is 1 day overdue"
            },
            {
                new Reason.OfferStands(some, day),
                ReasonKind.OFFER_STANDS,
                Sentences.money(some) + " is offered until 3 May 2026 and left out until then"
            },
            {
                new Reason.OfferNotSent(some, day),
                ReasonKind.OFFER_NOT_SENT,
                Sentences.money(some)
                        + " is offered until 3 May 2026 and left out, but the offer is not sent yet: send the letter"
            },
            {
                new Reason.OfferLapsed(some, day, Money.of("0", "EUR")),
                ReasonKind.OFFER_LAPSED,
                "Offer of " + Sentences.money(some) + " until 3 May 2026 was not taken up"
            },
            {
                new Reason.ForgoneLeftOut(some),
                ReasonKind.FORGONE_LEFT_OUT,
                "EUR 500.00 is to be given up by a settlement and left out"
            },
            {
                new Reason.EscalationRefused(
                        new RefusedEscalation(EscalationPath.OUTSIDE_AGENCY, day, "Maria Keller", "A visit first")),
                ReasonKind.ESCALATION_REFUSED,
                "Escalation (Outside agency) was refused by Maria Keller on 3 May 2026: A visit first"
            },
            {
                new Reason.StandsInForce(new InForce(EscalationPath.LEGAL, day)),
                ReasonKind.STANDS_IN_FORCE,
                "With the lawyer since 3 May 2026: no letters and calls of ours until that is lifted"
            },
            {
                new Reason.StandsInForce(new InForce(EscalationPath.SERVICE_SUSPENSION, day)),
                ReasonKind.STANDS_IN_FORCE,
                "Service suspended since 3 May 2026"
            },
            {
                new Reason.PaysByOwnPolicy(new PaymentPolicy(
                        0, new PayDays.Weekly(Set.of(DayOfWeek.THURSDAY)), day, "Frame contract § 4")),
                ReasonKind.PAYS_BY_OWN_POLICY,
                "They pay by their own policy, when it is due, on Thursdays, and steps wait for that until 3 May 2026:"
                        + " Frame contract § 4"
            },
            {
                new Reason.StepChosen(Action.CALL, Action.NOTICE_2, day, "amira", "Rung first"),
                ReasonKind.STEP_CHOSEN,
                "amira chose Call in the place of Notice 2 on 3 May 2026: Rung first"
            },
            {new Reason.NothingOwed(), ReasonKind.NOTHING_OWED, "Nothing is owed"},
            {new Reason.AmountAtRisk(List.of(some)), ReasonKind.AMOUNT_AT_RISK, "EUR 500.00 at risk"},
            {new Reason.PromisesFailing(2), ReasonKind.PROMISES_FAILING, "2 promises are broken and unpaid"},
            {new Reason.PaysLate(9, 12), ReasonKind.PAYS_LATE, "Pays 9 days late over the last 12 settled"},
            {
                new Reason.LikelyUnpaid(68, 14, 12),
                ReasonKind.LIKELY_UNPAID,
                "68 % likely to stay unpaid for 14 days more without us, by the last 12 settled"
            },
            {
                new Reason.LikelyUnpaid(40, 14, 0),
                ReasonKind.LIKELY_UNPAID,
                "40 % likely to stay unpaid for 14 days more without us, by how all customers pay"
            },
            {
                new Reason.PaysLaterThanBefore(12, 31),
                ReasonKind.PAYS_LATER_THAN_BEFORE,
                "Pays later than before: was 12 days beyond terms, is now 31"
            },
            {
                new Reason.BilledInYear(List.of(some)),
                ReasonKind.BILLED_IN_YEAR,
                "EUR 500.00 billed in the last twelve months"
            },
            {new Reason.LimitUsed(97, some), ReasonKind.LIMIT_USED, "97 % of the limit of EUR 500.00 is used"},
            {
                new Reason.RollingOver(List.of(some), 7),
                ReasonKind.ROLLING_OVER,
                "EUR 500.00 enters the next ageing band within 7 days"
            },
            {new Reason.MonthEnd(0), ReasonKind.MONTH_END, "The month ends today"},
        };
    }
}
