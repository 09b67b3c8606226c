package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quittance.core.collections.NextAction.Act;
import org.quittance.core.collections.NextAction.Nothing;
import org.quittance.core.collections.NextAction.Wait;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class DecisionPropertiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-05-20");
    private static final Strategy STRATEGY = Strategies.standard(Diary.EUR);
    /** Steps that come to be for an account, and cease to, as time passes. */
    private static final Strategy CONDITIONAL = new Strategy(
            "Conditional",
            1,
            List.of(
                    step(Action.NOTICE_1, 5, 1, StepCondition.whereOldest(DayRange.from(9))),
                    step(Action.CALL, 10, 2, StepCondition.where(BrokenPromise.STANDS)),
                    step(Action.NOTICE_2, 12, 3, StepCondition.whereOldest(DayRange.between(14, 25))),
                    step(Action.VISIT, 15, 4, StepCondition.where(BrokenPromise.NONE)),
                    step(Action.NOTICE_3, 20, 5, overdueFrom("400")),
                    step(Action.ESCALATE, 45, 6, overdueFrom("900"))));

    @Test
    void noActionAsksForMoreThanIsNeitherDisputedNorPromised() {
        Dice.roll(2000, dice -> {
            Standing standing = Standing.of(chance(dice), Diary.POLICY, TODAY);
            if (STRATEGY.decide(standing, Diary.TRAITS, Diary.POLICY) instanceof Act act) {
                for (Concern concern : act.items()) {
                    assertThat(concern.amount())
                            .isEqualTo(itemOf(concern, standing).chaseable());
                }
                assertThat(act.amounts()).isEqualTo(Grounds.sums(act.items()));
            }
        });
    }

    @Test
    void whatIsAtStakeIsWhatTheActionAsksForAndFollowsFromWhatIsOverdue() {
        Dice.roll(2000, dice -> {
            Standing standing = Standing.of(chance(dice), Diary.POLICY, TODAY);
            if (STRATEGY.decide(standing, Diary.TRAITS, Diary.POLICY) instanceof Act act) {
                List<Stake> stakes = Stake.of(standing, act, STRATEGY.setOff(standing));
                assertThat(stakes.stream().map(Stake::total).filter(Money::isPositive))
                        .containsExactlyElementsOf(act.amounts());
                assertThat(stakes)
                        .extracting(Stake::overdue)
                        .isEqualTo(standing.currencies().stream()
                                .map(CurrencyStanding::overdue)
                                .toList());
                assertThat(stakes)
                        .extracting(stake -> stake.overdue().minus(stake.leftOut()))
                        .isEqualTo(standing.currencies().stream()
                                .map(CurrencyStanding::chaseable)
                                .toList());
            }
        });
    }

    @Test
    void onlyAReminderSpeaksOfWhatIsNotYetDueAndItSpeaksOfNothingElse() {
        Dice.roll(2000, dice -> {
            Standing standing = Standing.of(chance(dice), Diary.POLICY, TODAY);
            if (STRATEGY.decide(standing, Diary.TRAITS, Diary.POLICY) instanceof Act act) {
                List<Boolean> overdue = act.automaticItems().stream()
                        .map(concern -> itemOf(concern, standing).isOverdue())
                        .distinct()
                        .toList();
                assertThat(overdue).hasSizeLessThanOrEqualTo(1);
                if (act.action() != Action.REMINDER_BEFORE_DUE && act.action() != Action.REVIEW) {
                    assertThat(act.byHandItems())
                            .allMatch(concern -> itemOf(concern, standing).isOverdue());
                }
            }
        });
    }

    @Test
    void noItemIsSentAStepTwiceBeforeItsWaitHasPassed() {
        Dice.roll(2000, dice -> {
            Standing standing = Standing.of(chance(dice), Diary.POLICY, TODAY);
            boolean broken = standing.promises().stream().anyMatch(PromiseCheck::isFailing);
            if (STRATEGY.decide(standing, Diary.TRAITS, Diary.POLICY) instanceof Act act && !broken) {
                for (Concern concern : act.items()) {
                    Dunning dunned = itemOf(concern, standing).dunned();
                    Step step = concern.step();
                    if (dunned != null && step != null) {
                        assertThat(dunned.on().plusDays(step.waitDays())).isBeforeOrEqualTo(TODAY);
                        assertThat(step.level()).isGreaterThanOrEqualTo(dunned.level());
                    }
                }
            }
        });
    }

    @Test
    void nothingIsToBeDoneBeforeTheDayThatAWaitNamesNorEverWhereItNamesNone() {
        assertThat(waitsThatHold(STRATEGY)).isGreaterThan(200);
        assertThat(waitsThatHold(CONDITIONAL)).isGreaterThan(200);
    }

    private static int waitsThatHold(Strategy strategy) {
        int waits = 0;
        for (long seed = 1; seed <= 3000; seed++) {
            AccountFacts facts = chance(Dice.of(seed));
            LocalDate until =
                    idleUntil(strategy.decide(Standing.of(facts, Diary.POLICY, TODAY), Diary.TRAITS, Diary.POLICY));
            waits += until.isAfter(TODAY) ? 1 : 0;
            for (LocalDate day = TODAY; day.isBefore(until); day = day.plusDays(1)) {
                NextAction meanwhile =
                        strategy.decide(Standing.of(facts, Diary.POLICY, day), Diary.TRAITS, Diary.POLICY);
                assertThat(meanwhile).as("seed %d on %s", seed, day).isNotInstanceOf(Act.class);
            }
        }
        return waits;
    }

    private static Step step(Action action, int days, int level, StepCondition condition) {
        return Step.draft(action.name(), action, Money.zero(Diary.EUR))
                .placed(days, 4, level)
                .condition(condition)
                .step();
    }

    private static StepCondition overdueFrom(String amount) {
        return new StepCondition(
                new Audience(Set.of(), Set.of(), Money.of(amount, "EUR"), null, DayRange.ANY, DayRange.ANY),
                BrokenPromise.EITHER);
    }

    private static LocalDate idleUntil(NextAction decision) {
        return switch (decision) {
            case Act _ -> TODAY;
            case Wait(LocalDate until, var _) -> until;
            case Nothing _ -> TODAY.plusDays(90);
        };
    }

    @Test
    void equalFactsLeadToEqualDecisionsInWhateverOrderTheyCome() {
        Dice.roll(500, dice -> {
            AccountFacts facts = chance(dice);
            AccountFacts shuffled = AccountFacts.about(facts.account())
                    .items(dice.shuffled(facts.items()))
                    .promises(dice.shuffled(facts.promises()))
                    .receipts(dice.shuffled(facts.receipts()))
                    .contacts(dice.shuffled(facts.contacts()))
                    .payer(facts.payer())
                    .block(facts.block())
                    .limit(facts.limit())
                    .escalations(dice.shuffled(facts.escalations()))
                    .inForce(dice.shuffled(facts.inForce()))
                    .refused(dice.shuffled(facts.refused()))
                    .build();
            assertThat(STRATEGY.decide(Standing.of(shuffled, Diary.POLICY, TODAY), Diary.TRAITS, Diary.POLICY))
                    .isEqualTo(STRATEGY.decide(Standing.of(facts, Diary.POLICY, TODAY), Diary.TRAITS, Diary.POLICY));
        });
    }

    private static ItemStanding itemOf(Concern concern, Standing standing) {
        return standing.items().stream()
                .filter(item -> item.item().id().equals(concern.item()))
                .findFirst()
                .orElseThrow();
    }

    private static AccountFacts chance(Dice dice) {
        List<ItemFacts> items = new ArrayList<>();
        for (int i = 1; i <= dice.intBetween(1, 8); i++) {
            items.add(chanceItem(dice, i));
        }
        List<Promise> promises = new ArrayList<>();
        List<Contact> contacts = new ArrayList<>();
        for (int i = 1; i <= dice.intBetween(0, 2); i++) {
            LocalDate made = TODAY.minusDays(dice.between(0, 20));
            Money amount = Money.ofMinor(dice.between(1, 90_000), "EUR");
            promises.add(new Promise(PromiseId.of(i), amount, made, dice.dayWithin(made, 25), List.of()));
            contacts.add(new Contact(
                    dice.oneOf(List.of(Action.CALL, Action.NOTICE_1, Action.ESCALATE)),
                    TODAY.minusDays(dice.between(0, 20))));
        }
        List<Receipt> receipts = dice.percent(30)
                ? List.of(new Receipt(TODAY.minusDays(dice.between(0, 9)), Money.ofMinor(500, "EUR"), null))
                : List.of();
        ContactBlock block = dice.percent(10) ? new ContactBlock("complaint", TODAY.minusDays(30), null) : null;
        List<OpenEscalation> escalations = new ArrayList<>();
        for (EscalationPath path : EscalationPath.values()) {
            if (dice.percent(5)) {
                escalations.add(
                        new OpenEscalation(path, "Mara", TODAY.minusDays(9), dice.dayWithin(TODAY.minusDays(5), 10)));
            }
        }
        List<InForce> inForce = new ArrayList<>();
        for (EscalationPath path : EscalationPath.values()) {
            if (path.kind() == EscalationPath.Kind.RECOMMENDATION && dice.percent(5)) {
                inForce.add(new InForce(path, TODAY.minusDays(dice.between(0, 9))));
            }
        }
        List<RefusedEscalation> refused = new ArrayList<>();
        for (EscalationPath path : EscalationPath.values()) {
            if (dice.percent(5)) {
                refused.add(new RefusedEscalation(path, TODAY.minusDays(dice.between(0, 40)), "Mara", "Too early"));
            }
        }
        return AccountFacts.about(AccountId.of(1))
                .items(items)
                .promises(promises)
                .receipts(receipts)
                .contacts(contacts)
                .block(block)
                .escalations(escalations)
                .inForce(inForce)
                .refused(refused)
                .build();
    }

    private static ItemFacts chanceItem(Dice dice, long id) {
        long sign = dice.percent(85) ? 1 : -1;
        Money open = Money.ofMinor(sign * dice.between(1, 60_000), dice.oneOf(List.of("EUR", "EUR", "USD")));
        LocalDate due = dice.dayWithin(TODAY.minusDays(60), 75);
        ItemKind kind = sign > 0 ? ItemKind.INVOICE : ItemKind.CREDIT_NOTE;
        OpenItem item =
                new OpenItem(ItemId.of(id), AccountId.of(1), kind, "D" + id, due.minusDays(30), due, open, open);
        long disputed = sign > 0 && dice.percent(20) ? dice.between(0, open.minor()) : 0;
        return new ItemFacts(item, Money.ofMinor(disputed, open.currency()), sign > 0 ? chanceDunning(dice) : null);
    }

    private static @Nullable Dunning chanceDunning(Dice dice) {
        if (dice.percent(40)) {
            return null;
        }
        Step step = dice.oneOf(STRATEGY.steps());
        return new Dunning(step.level(), step.action(), TODAY.minusDays(dice.between(0, 30)), null);
    }
}
