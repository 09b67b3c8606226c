package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;

class StepApprovalTest {

    private static final Money NONE = Money.zero(Diary.EUR);
    private static final String AWAITED = "Notice 3 (final) over EUR 1,000.00 waits for a team lead's approval";

    @Test
    void aMessageThatNeedsApprovalWaitsForItAndThenGoesByItself() {
        Diary diary = afterTheFirstNotice().on("2026-05-21", "NOTHING").because(AWAITED);
        assertThat(diary.decide().awaited())
                .extracting(Reason.ApprovalAwaited::items)
                .containsExactly(List.of(new Concern(
                        diary.facts().items().getFirst().item().id(), "4711", Money.of("1000", "EUR"), notice3())));
        diary.approves("notice-3", 4711).wants("NOTICE_3 4711=1000.00");
        assertThat(diary.act().automaticItems()).hasSize(1);
        diary.done().on("2026-06-01", "NOTHING").because("1 item has had every step");
    }

    @Test
    void anApprovalIsForTheItemsThatWereSeen() {
        Diary diary = afterTheFirstNotice()
                .invoice(4712, "50.00", "2026-05-04")
                .on("2026-05-14", "NOTICE_1 4712=50.00")
                .done()
                .on("2026-05-21")
                .approves("notice-3", 4711)
                .on("2026-05-24", "NOTICE_3 4711=1000.00");
        assertThat(diary.decide().reasons())
                .extracting(Reason::sentence)
                .contains("Notice 3 (final) over EUR 50.00 waits for a team lead's approval");
    }

    @Test
    void whatWasDeclinedIsNotTakenAndProposedAgainAfterAWait() {
        afterTheFirstNotice()
                .on("2026-05-21")
                .declines("notice-3", "They pay on Friday")
                .wants("WAIT 2026-05-28")
                .because("tessa declined Notice 3 (final) on 21 May 2026: They pay on Friday. "
                        + "It is proposed again from 28 May 2026 on")
                .invoice(4712, "50.00", "2026-05-02")
                .on("2026-05-22", "NOTICE_1 4712=50.00")
                .done()
                .on("2026-05-28", "NOTHING");
    }

    @Test
    void anApprovalLapsesWhereNothingWasSentForAFortnight() {
        afterTheFirstNotice()
                .on("2026-05-21")
                .approves("notice-3", 4711)
                .on("2026-06-03", "NOTICE_3 4711=1000.00")
                .on("2026-06-04", "NOTHING");
    }

    @Test
    void aStepThatRepeatsItselfIsApprovedEachTime() {
        Step again = Step.draft("notice-1", Action.NOTICE_1, NONE)
                .placed(10, 10, 1)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .approval(Approval.MANAGER)
                .step();
        Diary.under(new Strategy("Again", 1, List.of(again)))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .because("Notice 1 over EUR 1,000.00 waits for the credit manager's approval")
                .approves("notice-1", 4711)
                .wants("NOTICE_1 4711=1000.00")
                .done()
                .on("2026-05-21", "NOTHING");
    }

    @Test
    void nothingIsProposedThatSomebodyHasToLookAtBefore() {
        afterTheFirstNotice().on("2026-05-21").mustNotBeContacted("Insolvent").wants("REVIEW 4711=1000.00");
        Diary answered = afterTheFirstNotice().on("2026-05-21").answers("Ada", "Your letter");
        assertThat(answered.act().action()).isEqualTo(Action.READ_ANSWER);
        assertThat(answered.decide().awaited()).isEmpty();
        assertThat(answered.isRead().decide().awaited()).hasSize(1);
    }

    @Test
    void whatSomebodyHasChosenWaitsForAnotherAndGivesWayWhereItIsDeclined() {
        Step call = Step.draft("call", Action.CALL, NONE).placed(10, 0, 1).step();
        Diary diary = Diary.under(new Strategy("Calls first", 1, List.of(call, notice3())))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "CALL 4711=1000.00")
                .chooses("notice-3", "call", "Nobody answers")
                .wants("WAIT 2026-05-25");
        assertThat(diary.decide().awaited())
                .extracting(Reason.ApprovalAwaited::proposedBy)
                .containsExactly("amira");
        assertThat(diary.decide().reasons()).extracting(Reason::sentence).contains(AWAITED + "; amira has proposed it");
        diary.declines("notice-3", "Ring the director").wants("CALL 4711=1000.00");

        Diary.under(new Strategy("Calls first", 1, List.of(call, notice3())))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11")
                .chooses("notice-3", "call", "Nobody answers")
                .approves("notice-3", 4711)
                .wants("NOTICE_3 4711=1000.00");
    }

    @Test
    void whatWasApprovedSaysByWhoseWordItGoesUntilItIsTakenOrNoLongerDue() {
        Diary diary = afterTheFirstNotice()
                .on("2026-05-21")
                .approves("notice-3", 4711)
                .on("2026-05-24", "NOTICE_3 4711=1000.00")
                .because(
                        "Oldest invoice 4711 is 23 days overdue",
                        "Notice 1 was 13 days ago",
                        "tessa approved Notice 3 (final) on 21 May 2026: it is over EUR 1,000.00 today, and may leave until 3 June 2026");
        assertThat(diary.act().approved()).extracting(Reason.StepApproved::by).containsExactly("tessa");
        assertThat(diary.act().approvedMessage()).contains(notice3());
        diary.answers("Ada", "Your letter");
        assertThat(diary.act().approved()).as("nothing goes before it is read").isEmpty();
        diary.isRead().mustNotBeContacted("Insolvent");
        assertThat(diary.act().approved()).isEmpty();
    }

    @Test
    void twoApprovalsOfOneStepAreToldApart() {
        Diary diary = afterTheFirstNotice()
                .invoice(4712, "50.00", "2026-05-04")
                .on("2026-05-14", "NOTICE_1 4712=50.00")
                .done()
                .on("2026-05-21")
                .approves("notice-3", 4711)
                .on("2026-05-24")
                .approves("notice-3", 4712);
        assertThat(diary.act().approved())
                .extracting(Reason.StepApproved::on, given -> given.items().size())
                .containsExactly(tuple(LocalDate.of(2026, 5, 21), 1), tuple(LocalDate.of(2026, 5, 24), 1));
    }

    @Test
    void anApprovedLetterInWhosePlaceSomebodyCallsIsNoneToBeSent() {
        Step call = Step.draft("call", Action.CALL, NONE).placed(5, 0, 1).step();
        Diary diary = Diary.under(new Strategy("Calls first", 1, List.of(call, notice3())))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-06", "CALL 4711=1000.00")
                .done()
                .on("2026-05-21")
                .approves("notice-3", 4711)
                .chooses("call", "notice-3", "They asked to be rung")
                .wants("CALL 4711=1000.00");
        assertThat(diary.act().approved()).isEmpty();
    }

    private static Diary afterTheFirstNotice() {
        Step first =
                Step.draft("notice-1", Action.NOTICE_1, NONE).placed(10, 0, 1).step();
        return Diary.under(new Strategy("Own", 1, List.of(first, notice3())))
                .invoice(4711, "1000.00", "2026-05-01")
                .on("2026-05-11", "NOTICE_1 4711=1000.00")
                .done();
    }

    private static Step notice3() {
        return Step.draft("notice-3", Action.NOTICE_3, NONE)
                .placed(20, 5, 2)
                .approval(Approval.LEAD)
                .step();
    }
}
