package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;

class LadderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final StrategyId OLD = StrategyId.of(1);
    private static final StrategyId NEW = StrategyId.of(2);

    /** What an item has had last, its gravest letter, the new ladder, and what it gets next there. */
    @ParameterizedTest
    @CsvSource({
        "NOTICE_2, NOTICE_2, NOTICE_1 CALL NOTICE_2 NOTICE_3, NOTICE_3",
        "NOTICE_2, NOTICE_2, NOTICE_1 NOTICE_2 NOTICE_3, NOTICE_3",
        "CALL,     NOTICE_2, NOTICE_1 CALL NOTICE_2 NOTICE_3, NOTICE_3",
        "CALL,     NOTICE_2, NOTICE_1 NOTICE_2 CALL ESCALATE, ESCALATE",
        "CALL,     NOTICE_1, NOTICE_1 NOTICE_2 CALL NOTICE_3, NOTICE_2",
        "NOTICE_2, NOTICE_2, NOTICE_1 CALL NOTICE_3,          CALL",
        "NOTICE_3, NOTICE_3, NOTICE_1 NOTICE_2,               ",
        "ESCALATE, NOTICE_3, NOTICE_1 NOTICE_2 NOTICE_3 CALL ESCALATE, ",
        "VISIT,    ,         NOTICE_1 NOTICE_2,               NOTICE_1",
    })
    void anItemGoesOnWithAnotherVersionByWhatItHasHadAndGetsNoLetterAgain(
            Action had, @Nullable Action letter, String ladder, @Nullable Action next) {
        Strategy strategy = ladder(ladder);
        // By number it would stand on the second step, whatever that is.
        Dunning dunned = new Dunning(2, had, TODAY.minusDays(10), OLD, letter);

        Strategy.Moved moved = strategy.moved(dunned);

        assertThat(moved.next() == null ? null : moved.next().action()).isEqualTo(next);
        assertThat(moved.isAgain()).isFalse();
        NextAction decided = version(strategy).decide(standing(dunned), Diary.TRAITS, Diary.POLICY);
        assertThat(decided instanceof NextAction.Act act ? act.action() : null).isEqualTo(next);
    }

    @Test
    void whatTheLadderAsksForOnceMoreIsSaidBeforehand() {
        Strategy.Moved moved = ladder("CALL NOTICE_1 CALL").moved(new Dunning(1, Action.CALL, TODAY, OLD));

        assertThat(moved.isAgain()).isFalse();
        assertThat(ladder("CALL CALL NOTICE_1")
                        .moved(new Dunning(1, Action.CALL, TODAY, OLD))
                        .isAgain())
                .isTrue();
    }

    @Test
    void aStepOfAnotherVersionBeginsItsLadderAndKeepsTheGravestLetter() {
        Dunning before = new Dunning(6, Action.NOTICE_3, TODAY.minusDays(9), OLD);
        Step call = ladder("NOTICE_1 CALL").steps().getLast();

        Dunning after = Dunning.after(before, call, TODAY, NEW);

        assertThat(after).isEqualTo(new Dunning(2, Action.CALL, TODAY, NEW, Action.NOTICE_3));
        assertThat(Dunning.after(before, call, TODAY, OLD)).isEqualTo(before);
    }

    private static StrategyVersion version(Strategy strategy) {
        return new StrategyVersion(NEW, strategy, Audience.EVERYONE, Share.ALL, RunningAccounts.MOVE);
    }

    private static Strategy ladder(String actions) {
        List<Step> steps = new ArrayList<>();
        for (String name : actions.split(" ", -1)) {
            Action action = Action.valueOf(name);
            int level = steps.size() + 1;
            steps.add(Step.draft("step-" + level, action, Money.of("0", "EUR"))
                    .placed(level, 5, level)
                    .step());
        }
        return new Strategy("New", 2, steps);
    }

    private static Standing standing(Dunning dunned) {
        LocalDate due = TODAY.minusDays(40);
        Money amount = Money.of("500", "EUR");
        OpenItem item = new OpenItem(
                ItemId.of(1), AccountId.of(1), ItemKind.INVOICE, "4711", due.minusDays(30), due, amount, amount);
        return Standing.of(
                AccountFacts.of(AccountId.of(1), List.of(new ItemFacts(item, Money.zero(amount.currency()), dunned))),
                Diary.POLICY,
                TODAY);
    }
}
