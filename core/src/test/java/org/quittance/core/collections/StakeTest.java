package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;

/** Invoice 4711 of EUR 1,000.00 is due on 1 May 2026. */
class StakeTest {

    private static Diary diary() {
        return Diary.underTheStandardStrategy().invoice(4711, "1000.00", "2026-05-01");
    }

    private static Stake stake(Diary diary, String on) {
        NextAction next = diary.on(on).decide();
        return Stake.of(Standing.of(diary.facts(), Diary.POLICY, LocalDate.parse(on)), next, SetOff.NONE)
                .getFirst();
    }

    @Test
    void whatIsSimplyOverdueNeedsNoWord() {
        Stake stake = stake(diary(), "2026-05-06");
        assertThat(stake.isAllOverdue()).isTrue();
        assertThat(stake.total()).isEqualTo(Money.of("1000.00", "EUR"));
    }

    @Test
    void whatIsLeftOutIsNamedByItsReason() {
        Diary diary = diary().on("2026-05-04")
                .promises("300.00", "2026-05-20", 4711)
                .disputes(4711, "100.00")
                .offersToForgo(4711, "50.00");
        assertThat(stake(diary, "2026-05-06").sentence())
                .isEqualTo(
                        "At stake EUR 550.00: EUR 1,000.00 overdue, less EUR 300.00 promised or offered, less EUR 100.00 disputed,"
                                + " less EUR 50.00 to be given up by a settlement");
    }

    @Test
    void whatIsRemindedOfBeforeItIsDueIsNotOverdue() {
        assertThat(stake(diary(), "2026-04-28").sentence())
                .isEqualTo("At stake EUR 1,000.00: EUR 1,000.00 not yet due");
    }

    @Test
    void whatNoStepIsDueForYetIsLeftOut() {
        Diary diary =
                diary().on("2026-05-06").wants("NOTICE_1 4711=1000.00").done().invoice(4712, "70.00", "2026-05-09");
        assertThat(stake(diary, "2026-05-11").sentence())
                .isEqualTo(
                        "At stake EUR 1,000.00: EUR 1,070.00 overdue, less EUR 70.00 for which no step is due today");
    }

    @Test
    void whatWaitsForAnApprovalIsDueAndNotAskedForYet() {
        Step notice = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 0, 1)
                .approval(Approval.LEAD)
                .step();
        Diary diary = Diary.under(new Strategy("Approved", 1, List.of(notice)))
                .invoice(4711, "1000.00", "2026-05-01")
                .invoice(4712, "70.00", "2026-05-18")
                .invoice(4713, "5.00", "2026-05-20");
        assertThat(stake(diary, "2026-05-23").sentence())
                .isEqualTo("At stake EUR 0.00: EUR 1,075.00 overdue, less EUR 1,070.00 that waits for an approval,"
                        + " less EUR 5.00 for which no step is due today");
    }

    @Test
    void partsThatDoNotSumToWhatIsOverdueAreNoStake() {
        Money ten = Money.of("10.00", "EUR");
        Money none = Money.of("0.00", "EUR");
        assertThatThrownBy(() -> new Stake(ten, none, none, none, none, none, none, none, ten))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
