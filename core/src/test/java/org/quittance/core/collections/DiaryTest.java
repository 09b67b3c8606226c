package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;

/** Invoice 4711 of EUR 1,000.00 is due on 1 May 2026 in most of these. */
class DiaryTest {

    @Test
    void anInvoiceThatNobodyPaysClimbsTheLadderOneStepAtATime() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-04-01", "WAIT 2026-04-28")
                .on("2026-04-28", "REMINDER_BEFORE_DUE 4711=1000.00")
                .because("4711 is due on 1 May 2026")
                .done()
                .wants("WAIT 2026-05-06")
                .because("Notice 1 for 4711 is due on 6 May 2026")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-11", "CALL 4711=1000.00")
                .done()
                .on("2026-05-16", "NOTICE_2 4711=1000.00")
                .because("Oldest invoice 4711 is 15 days overdue", "Call was 5 days ago")
                .done()
                .on("2026-05-31", "NOTICE_3 4711=1000.00")
                .done()
                .on("2026-06-14", "WAIT 2026-06-15")
                .on("2026-06-15", "ESCALATE 4711=1000.00")
                .done()
                .wants("WAIT 2026-06-29")
                .on("2026-06-29", "ESCALATE 4711=1000.00");
    }

    @Test
    void whatTheyWriteIsReadBeforeAnythingElseIsDoneOrSent() {
        Diary diary = Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .answers("Ada Blum", "Invoice 4711")
                .wants("READ_ANSWER 4711=1000.00")
                .because(
                        "Ada Blum has written on 6 May 2026, \"Invoice 4711\": read it",
                        "Oldest invoice 4711 is 5 days overdue");
        assertThat(diary.act().automaticItems()).isEmpty();
        assertThat(diary.act().byHandItems()).hasSize(1);
        diary.isRead().wants("NOTICE_1 4711=1000.00").done();
        // Where nothing is due, and where the customer has promised, the answer is read all the same.
        diary.promises("1000.00", "2026-05-20", 4711)
                .answers("ada@blum.example", "")
                .wants("READ_ANSWER")
                .because(
                        "ada@blum.example has written on 6 May 2026: read it",
                        "EUR 1,000.00 is promised for 20 May 2026 and left out while that can be kept")
                .isRead()
                .wants("WAIT 2026-05-23");
        diary.isApproved(EscalationPath.OUTSIDE_AGENCY)
                .answers("Ada Blum", "Call off your agency")
                .wants("READ_ANSWER")
                .mustNotBeContacted("their lawyer answers")
                .wants("READ_ANSWER");
    }

    @Test
    void aPromiseIsWaitedForWithItsGraceAndACallFollowsOnceItIsBroken() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-11", "CALL 4711=1000.00")
                .done()
                .promises("1000.00", "2026-05-20", 4711)
                .on("2026-05-16", "WAIT 2026-05-23")
                .because("EUR 1,000.00 is promised for 20 May 2026 and left out while that can be kept")
                .on("2026-05-22", "WAIT 2026-05-23")
                .on("2026-05-23", "CALL 4711=1000.00")
                .because("Oldest invoice 4711 is 22 days overdue", "Promise of EUR 1,000.00 for 20 May 2026 was broken")
                .done()
                .wants("WAIT 2026-05-28")
                .on("2026-05-28", "NOTICE_2 4711=1000.00")
                .done();
    }

    @Test
    void aLadderOfItsOwnClaimsInterestVisitsAndRecommendsAHold() {
        Diary.under(ladder(Action.INTEREST_NOTICE, Action.VISIT, Action.RECOMMEND_HOLD, Action.NOTICE_3))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "INTEREST_NOTICE 4711=1000.00")
                .done()
                .on("2026-05-21", "VISIT 4711=1000.00")
                .done()
                .on("2026-05-31", "RECOMMEND_HOLD 4711=1000.00")
                .done()
                .isEscalated(EscalationPath.CREDIT_HOLD, "2026-06-01")
                .on("2026-06-10", "NOTICE_3 4711=1000.00");
    }

    @Test
    void aTextMessageIsPassedOverWhereNobodyHasANumberForIt() {
        Strategy texts = ladder(Action.TEXT_MESSAGE, Action.PORTAL_NOTICE, Action.NOTICE_2, Action.TEXT_MESSAGE);
        Diary.under(texts)
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "TEXT_MESSAGE 4711=1000.00")
                .answers("Ada Blum", "")
                .wants("READ_ANSWER 4711=1000.00")
                .isRead()
                .hasNoMobile()
                .wants("WAIT 2026-05-21")
                .on("2026-05-21", "PORTAL_NOTICE 4711=1000.00")
                .done()
                .on("2026-05-31", "NOTICE_2 4711=1000.00")
                .done()
                .on("2026-06-10", "NOTHING")
                .because("Text message is left out: nobody there takes text messages", "1 item has had every step");
        assertThat(texts.steps().stream().map(texts::toneOf))
                .containsExactly(Tone.FRIENDLY, Tone.FRIENDLY, Tone.FRIENDLY, Tone.FIRM);
    }

    @Test
    void aVisitIsNoMoreMadeThanACallWhereNobodyMayContactThem() {
        Diary.under(ladder(Action.VISIT, Action.RECOMMEND_LEGAL))
                .invoice(4711, "1000.00", "2026-05-01")
                .mustNotBeContacted("their lawyer answers")
                .on("2026-05-11", "REVIEW 4711=1000.00");
    }

    @Test
    void whatStandsInForceIsNotRecommendedAndTheLadderGoesOnWithoutIt() {
        Diary.under(ladder(Action.NOTICE_1, Action.RECOMMEND_HOLD, Action.NOTICE_3, Action.RECOMMEND_SUSPENSION))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "NOTICE_1 4711=1000.00")
                .done()
                .isApproved(EscalationPath.CREDIT_HOLD)
                .on("2026-05-21", "WAIT 2026-05-31")
                .on("2026-05-31", "NOTICE_3 4711=1000.00")
                .done()
                .isLifted()
                .isApproved(EscalationPath.SERVICE_SUSPENSION)
                .on("2026-06-10", "NOTHING")
                .isLifted()
                .wants("RECOMMEND_SUSPENSION 4711=1000.00");
    }

    @Test
    void stepsAfterDueWaitForTheDayOnWhichTheCustomerPaysByItsOwnPolicy() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .paysBy(10, new PayDays.Weekly(Set.of(DayOfWeek.THURSDAY)), "2026-06-01")
                .on("2026-04-28", "REMINDER_BEFORE_DUE 4711=1000.00")
                .done()
                .on("2026-05-06", "WAIT 2026-05-19")
                .because(
                        "Notice 1 for 4711 is due on 19 May 2026",
                        "They pay by their own policy, 10 days after due, on Thursdays, and steps wait for that until"
                                + " 1 June 2026: Frame contract")
                .on("2026-05-19", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-06-01", "CALL 4711=1000.00")
                .done()
                .on("2026-06-02", "WAIT 2026-06-06")
                .on("2026-06-06", "NOTICE_2 4711=1000.00");
    }

    @Test
    void anOpenQuestionKeepsARecommendationWaiting() {
        Diary.under(ladder(Action.RECOMMEND_AGENCY))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .isEscalated(EscalationPath.MANAGER, "2026-05-13")
                .wants("WAIT 2026-05-14")
                .isAnswered()
                .wants("RECOMMEND_AGENCY 4711=1000.00");
    }

    @Test
    void aStepIsPassedOverWhileItIsNotForTheAccountAndTakenOnceItIs() {
        Diary.under(conditional(StepCondition.where(BrokenPromise.STANDS)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-21", "WAIT 2026-05-31")
                .because(
                        "Notice 2 for 4711 is due on 31 May 2026",
                        "Visit is passed over: it is for accounts with a broken promise")
                .promises("1000.00", "2026-05-22", 4711)
                .on("2026-05-26", "CALL 4711=1000.00")
                .called()
                .on("2026-05-30", "VISIT 4711=1000.00");
    }

    @Test
    void whoeverHasHadTheNextStepIsNotTakenBackToTheOneThatWasPassedOver() {
        Diary.under(conditional(StepCondition.where(BrokenPromise.STANDS)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .done()
                .on("2026-05-31", "NOTICE_2 4711=1000.00")
                .done()
                .promises("1000.00", "2026-06-01", 4711)
                .on("2026-06-09", "CALL 4711=1000.00")
                .called()
                .on("2026-06-20", "NOTHING");
    }

    @Test
    void aStepWaitsForTheDayOnWhichTheAccountIsOldEnoughAndIsSkippedWhereItIsTooOld() {
        Diary.under(conditional(StepCondition.whereOldest(DayRange.between(24, 27))))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .done()
                .on("2026-05-21", "WAIT 2026-05-25")
                .because("Visit is passed over: it is for accounts with an oldest item 24 to 27 days past due")
                .on("2026-05-25", "VISIT 4711=1000.00")
                .on("2026-05-29", "WAIT 2026-05-31")
                .on("2026-05-31", "NOTICE_2 4711=1000.00");
    }

    @Test
    void whatTheAccountIsAndOwesDecidesToo() {
        Money from = Money.of("1000", "EUR");
        Audience meets = new Audience(
                Set.of(), Set.of("wholesale", "public"), from, null, DayRange.ANY, DayRange.between(10, 12));
        Audience misses = new Audience(Set.of(), Set.of("public"), null, from, DayRange.ANY, DayRange.from(13));
        Diary.under(conditional(new StepCondition(meets, BrokenPromise.NONE)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .done()
                .on("2026-05-21", "VISIT 4711=1000.00");
        Diary.under(conditional(new StepCondition(misses, BrokenPromise.NONE)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .done()
                .on("2026-05-21", "WAIT 2026-05-31")
                .because(
                        "Notice 2 for 4711 is due on 31 May 2026",
                        "Visit is passed over: it is for accounts with the segment public and less than EUR 1,000.00"
                                + " overdue and payments 13 or more days beyond terms");
    }

    /** A notice on the tenth day, a visit on the twentieth for some, another notice on the thirtieth. */
    private static Strategy conditional(StepCondition condition) {
        Money none = Money.zero(Diary.EUR);
        return new Strategy(
                "Own",
                1,
                List.of(
                        Step.draft("notice-1", Action.NOTICE_1, none)
                                .placed(10, 0, 1)
                                .step(),
                        Step.draft("visit", Action.VISIT, none)
                                .placed(20, 5, 2)
                                .condition(condition)
                                .step(),
                        Step.draft("notice-2", Action.NOTICE_2, none)
                                .placed(30, 5, 3)
                                .step()));
    }

    /** A step every ten days, by hand where the night does not send it. */
    private static Strategy ladder(Action... actions) {
        List<Step> steps = new ArrayList<>();
        for (Action action : actions) {
            int number = steps.size() + 1;
            steps.add(Step.draft(action.name() + number, action, Money.zero(Diary.EUR))
                    .placed(10 * number, 5, number)
                    .step());
        }
        return new Strategy("Own", 1, steps);
    }

    @Test
    void whatIsEscalatedIsNotEscalatedAgainWhileItWaitsForItsAnswer() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-11")
                .done()
                .on("2026-05-16")
                .done()
                .on("2026-05-31")
                .done()
                .on("2026-06-15", "ESCALATE 4711=1000.00")
                .done()
                .isEscalated(EscalationPath.CREDIT_HOLD, "2026-06-16")
                .wants("WAIT 2026-06-17")
                .because("Escalated on 15 June 2026 (Credit hold) and waiting for Mara Quill, whose answer is due on"
                        + " 16 June 2026")
                .on("2026-06-30", "WAIT 2026-07-01")
                .because("Escalated on 15 June 2026 (Credit hold) and waiting for Mara Quill, whose answer is 14 days"
                        + " overdue")
                .isAnswered()
                .wants("ESCALATE 4711=1000.00");
    }

    @Test
    void whatWasRefusedIsToldAndAskedForAgainOnlyAfterItsWaitFromTheRefusal() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-11")
                .done()
                .on("2026-05-16")
                .done()
                .on("2026-05-31")
                .done()
                .on("2026-06-15", "ESCALATE 4711=1000.00")
                .done()
                .isEscalated(EscalationPath.OUTSIDE_AGENCY, "2026-06-22")
                .on("2026-06-30")
                .isRefused(EscalationPath.OUTSIDE_AGENCY, "A visit first")
                .wants("WAIT 2026-07-14")
                .because(
                        "Escalation for 4711 is due on 14 July 2026",
                        "Escalation (Outside agency) was refused by Mara Quill on 30 June 2026: A visit first")
                .on("2026-07-14", "ESCALATE 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 74 days overdue",
                        "Escalation was 29 days ago",
                        "Escalation (Outside agency) was refused by Mara Quill on 30 June 2026: A visit first");
    }

    @Test
    void aRefusalHoldsUpNoOtherRecommendation() {
        Diary.under(ladder(Action.RECOMMEND_AGENCY, Action.RECOMMEND_HOLD))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "RECOMMEND_AGENCY 4711=1000.00")
                .done()
                .isRefused(EscalationPath.OUTSIDE_AGENCY, "Too early")
                .on("2026-05-21", "RECOMMEND_HOLD 4711=1000.00");
    }

    @Test
    void ofManyBrokenPromisesTheLastTwoAreToldAndTheOthersSummedUp() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .invoice(4712, "200.00", "2026-05-01")
                .invoice(4713, "30.00", "2026-05-01")
                .invoice(4714, "4.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00 4712=200.00 4713=30.00 4714=4.00")
                .promises("1000.00", "2026-05-08", 4711)
                .promises("200.00", "2026-05-09", 4712)
                .promises("30.00", "2026-05-10", 4713)
                .promises("4.00", "2026-05-11", 4714)
                .isApproved(EscalationPath.OUTSIDE_AGENCY)
                .on("2026-06-30", "NOTHING")
                .because(
                        "Promise of EUR 30.00 for 10 May 2026 was broken",
                        "Promise of EUR 4.00 for 11 May 2026 was broken",
                        "2 earlier promises since 8 May 2026 failed too: EUR 1,200.00 did not come",
                        "With the agency since 6 May 2026: no letters and calls of ours until that is lifted");
    }

    @Test
    void anEscalationHoldsUpNoOtherInvoicesNotice() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .isEscalated(EscalationPath.SALES_OWNER, "2026-05-12")
                .wants("NOTICE_1 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 5 days overdue",
                        "Escalated on 6 May 2026 (Sales owner) and waiting for Mara Quill, whose answer is due on 12 May"
                                + " 2026");
    }

    @Test
    void whatAnAgencyHasIsLeftToItUntilThatIsLifted() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .promises("1000.00", "2026-05-08", 4711)
                .isApproved(EscalationPath.OUTSIDE_AGENCY)
                .on("2026-06-30", "NOTHING")
                .because(
                        "Promise of EUR 1,000.00 for 8 May 2026 was broken",
                        "With the agency since 6 May 2026: no letters and calls of ours until that is lifted")
                .isLifted()
                .wants("CALL 4711=1000.00");
    }

    @Test
    void theLawyerOutweighsTheAgencyAndMoneyOnAccountIsAppliedAllTheSame() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .isApproved(EscalationPath.OUTSIDE_AGENCY)
                .on("2026-05-20")
                .isApproved(EscalationPath.LEGAL)
                .wants("NOTHING")
                .because(
                        "With the lawyer since 20 May 2026: no letters and calls of ours until that is lifted",
                        "With the agency since 6 May 2026: no letters and calls of ours until that is lifted")
                .hasOnAccount(4712, "1000.00")
                .wants("CLEAR_CASH 4711=1000.00");
    }

    @Test
    void whatASettlementWouldGiveUpIsNotAskedForWhileItStands() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .invoice(4712, "500.00", "2026-05-02")
                .on("2026-05-07")
                .promises("1200.00", "2026-05-20", 4711, 4712)
                .offersToForgo(4712, "300.00")
                .wants("WAIT 2026-05-23")
                .because(
                        "EUR 1,200.00 is promised for 20 May 2026 and left out while that can be kept",
                        "EUR 300.00 is to be given up by a settlement and left out")
                .on("2026-05-23", "CALL 4711=1000.00 4712=200.00")
                .offersToForgo(4712, "0.00")
                .wants("CALL 4711=1000.00 4712=500.00");
    }

    @Test
    void aHoldStopsNoLetterAndIsSaidBesideIt() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .isApproved(EscalationPath.CREDIT_HOLD)
                .isApproved(EscalationPath.SERVICE_SUSPENSION)
                .wants("NOTICE_1 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 5 days overdue",
                        "On credit hold since 6 May 2026",
                        "Service suspended since 6 May 2026");
    }

    @Test
    void moneyAtTheLastSecondStopsEverything() {
        Diary diary = Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-11", "CALL 4711=1000.00");
        diary.pays(4711, "1000.00").wants("NOTHING").because("Nothing is owed");
    }

    @Test
    void aKeptPromiseLeavesTheRestToTheLadder() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-07")
                .promises("400.00", "2026-05-14", 4711)
                .on("2026-05-11", "CALL 4711=600.00")
                .on("2026-05-14")
                .pays(4711, "400.00")
                .wants("CALL 4711=600.00")
                .because("Oldest invoice 4711 is 13 days overdue", "Notice 1 was 8 days ago");
    }

    @Test
    void aPromiseKeptInPartCallsForWhatIsMissing() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-07")
                .promises("1000.00", "2026-05-14")
                .on("2026-05-16")
                .pays(4711, "300.00")
                .on("2026-05-17", "CALL 4711=700.00")
                .because(
                        "Oldest invoice 4711 is 16 days overdue",
                        "Promise of EUR 1,000.00 for 14 May 2026 was kept with EUR 300.00 only");
    }

    @Test
    void aSecondPromiseTakesTheBrokenOnesPlace() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-07")
                .promises("1000.00", "2026-05-14")
                .on("2026-05-17", "CALL 4711=1000.00")
                .done()
                .promises("1000.00", "2026-05-25")
                .wants("WAIT 2026-05-28")
                .on("2026-05-25")
                .pays(4711, "1000.00")
                .wants("NOTHING");
    }

    @Test
    void aSmallPromiseHidesNoLargeBrokenOne() {
        Diary diary = Diary.underTheStandardStrategy()
                .invoice(4711, "1915.72", "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-07")
                .promises("1915.72", "2026-05-14")
                .on("2026-05-17", "CALL 4711=1915.72");
        int asked = diary.act().priority().total();
        diary.promises("10.00", "2026-05-25").wants("CALL 4711=1905.72");
        assertThat(diary.act().priority().total()).isEqualTo(asked);
        diary.done()
                .because(
                        "Notice 2 for 4711 is due on 22 May 2026",
                        "Promise of EUR 1,915.72 for 14 May 2026 was broken",
                        "EUR 10.00 is promised for 25 May 2026 and left out while that can be kept");
        diary.promises("1905.72", "2026-05-26").wants("WAIT 2026-05-28");
        assertThat(diary.decide().reasons())
                .extracting(Reason::sentence)
                .noneMatch(sentence -> sentence.contains("was broken"));
    }

    @Test
    void aPersonTakesAnotherStepThanTheProposedOneWithAReason() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .chooses("call", "notice-1", "They asked to be rung first")
                .wants("CALL 4711=1000.00")
                .because(
                        "amira chose Call in the place of Notice 1 on 6 May 2026: They asked to be rung first",
                        "Oldest invoice 4711 is 5 days overdue")
                .on("2026-05-20", "NOTICE_1 4711=1000.00")
                .on("2026-05-07", "CALL 4711=1000.00")
                .done()
                .on("2026-05-10", "WAIT 2026-05-16");
    }

    @Test
    void whatIsDisputedIsLeftOutAmountByAmount() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .invoice(4712, "200.00", "2026-05-01")
                .disputes(4711, "300.00")
                .disputes(4712, "200.00")
                .on("2026-05-06", "NOTICE_1 4711=700.00")
                .because("Oldest invoice 4711 is 5 days overdue", "EUR 500.00 is disputed and left out")
                .disputes(4711, "1000.00")
                .wants("NOTHING")
                .because("EUR 1,200.00 is disputed and left out");
    }

    @Test
    void aNewInvoiceGetsItsOwnFirstReminderAfterTheOldOneHadItsNotice() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .invoice(4712, "50.00", "2026-05-12")
                .on("2026-05-09", "REMINDER_BEFORE_DUE 4712=50.00")
                .done()
                .on("2026-05-12", "CALL 4711=1000.00")
                .done()
                .on("2026-05-17", "NOTICE_2 4711=1000.00 4712=50.00");
    }

    @Test
    void aNoticeNeverNamesAnInvoiceThatIsNotYetDue() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .invoice(4712, "50.00", "2026-05-07")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-07", "WAIT 2026-05-09")
                .because("Notice 1 was on 6 May 2026; contacts stay 3 days apart");
    }

    @Test
    void aCallOnTheWorklistHoldsUpNoOtherInvoicesNotice() {
        Diary diary = Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .done()
                .invoice(4712, "50.00", "2026-05-06")
                .on("2026-05-11", "CALL 4711=1000.00 4712=50.00");
        assertThat(diary.act().byHandItems()).extracting(Concern::document).containsExactly("4711");
        assertThat(diary.act().automaticItems()).extracting(Concern::document).containsExactly("4712");
        assertThat(diary.act().execution()).isEqualTo(Execution.BY_HAND);
    }

    @Test
    void whoeverOwnsTheHighestStepThatAPersonTakesDoesTheWork() {
        Money none = Money.zero(Diary.EUR);
        Step call = Step.draft("call", Action.CALL, none).placed(2, 0, 1).step();
        Step visit = Step.draft("visit", Action.VISIT, none)
                .placed(10, 0, 2)
                .owner(StepOwner.LEAD)
                .step();
        Step last =
                Step.draft("notice-3", Action.NOTICE_3, none).placed(20, 0, 3).step();
        Diary diary = Diary.under(new Strategy("Calls first", 1, List.of(call, visit, last)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-03", "CALL 4711=1000.00");
        assertThat(diary.act().owner()).isEqualTo(StepOwner.COLLECTOR);
        diary.done().on("2026-05-11", "VISIT 4711=1000.00");
        assertThat(diary.act().owner()).isEqualTo(StepOwner.LEAD);
        assertThat(diary.answers("Ada", "Your visit").act().owner()).isEqualTo(StepOwner.COLLECTOR);
        diary.isRead().done().on("2026-05-21", "NOTICE_3 4711=1000.00");
        assertThat(diary.act().owner()).isEqualTo(StepOwner.COLLECTOR);
    }

    @Test
    void thePersonsPartLeadsAndTheNoticeOfAHigherRungIsNamedBesideIt() {
        Step visit = Step.draft("visit", Action.VISIT, Money.of("0", "EUR"))
                .placed(2, 0, 1)
                .step();
        Step last = Step.draft("notice-3", Action.NOTICE_3, Money.of("0", "EUR"))
                .placed(5, 0, 2)
                .step();
        Diary diary = Diary.under(new Strategy("Visits first", 1, List.of(visit, last)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-04", "VISIT 4711=1000.00")
                .done()
                .invoice(4712, "50.00", "2026-05-06")
                .on("2026-05-08", "NOTICE_3 4711=1000.00 4712=50.00");
        assertThat(diary.act().leading()).isEqualTo(Action.VISIT);
        assertThat(diary.act().beside()).contains(Action.NOTICE_3);
        diary.on("2026-05-07", "NOTICE_3 4711=1000.00");
        assertThat(diary.act().leading()).isEqualTo(Action.NOTICE_3);
        assertThat(diary.act().beside()).isEmpty();
    }

    @Test
    void anAccountThatComesInLongOverdueStartsOnTheFirstStep() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-01-10")
                .on("2026-05-06", "NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-10", "CALL 4711=1000.00")
                .done()
                .on("2026-05-15", "NOTICE_2 4711=1000.00")
                .done()
                .on("2026-05-25", "NOTICE_3 4711=1000.00");
    }

    @Test
    void cashOnAccountThatCoversTheDebtIsAppliedInsteadOfChasing() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .hasOnAccount(90, "1200.00")
                .wants("CLEAR_CASH 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 5 days overdue",
                        "Apply the EUR 1,200.00 on account first: it covers the EUR 1,000.00 that can be asked for");
    }

    @Test
    void cashOnAccountThatCoversAPartIsNamedBesideTheDebt() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .hasOnAccount(90, "999.99")
                .wants("NOTICE_1 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 5 days overdue",
                        "EUR 999.99 lies on account beside the EUR 1,000.00 that can be asked for");
    }

    @Test
    void cashInOneCurrencyCoversNoDebtInAnother() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .owes(4712, Money.of("10.00", "USD"), "2026-05-01")
                .on("2026-05-06")
                .hasOnAccount(90, "1200.00")
                .wants("NOTICE_1 4712=10.00");
    }

    @Test
    void doNotContactTurnsTheMessageIntoATaskForAPerson() {
        Diary diary = Diary.underTheStandardStrategy()
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06")
                .mustNotBeContacted("insolvency filed")
                .wants("REVIEW 4711=1000.00")
                .because("Do not contact: insolvency filed", "Oldest invoice 4711 is 5 days overdue");
        assertThat(diary.act().execution()).isEqualTo(Execution.BY_HAND);
        assertThat(diary.act().automaticItems()).isEmpty();
        assertThat(diary.act().byHandItems()).hasSize(1);
    }

    @Test
    void aPersonIsNotCalledInForPocketMoney() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "24.99", "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-11", "NOTHING")
                .because("EUR 24.99 is too little for Call, which starts at EUR 25.00")
                .invoice(4712, "0.01", "2026-05-01")
                .on("2026-05-11", "NOTICE_1 4712=0.01")
                .done();
    }

    @Test
    void smallInvoicesThatSumUpToTheMinimumAreCalledAboutTogether() {
        Diary.underTheStandardStrategy()
                .invoice(4711, "15.00", "2026-05-01")
                .owes(4712, Money.of("11.00", "USD"), "2026-05-01")
                .on("2026-05-06")
                .done()
                .on("2026-05-11", "CALL 4711=15.00 4712=11.00");
    }
}
