package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class TrialTest {

    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");
    private static final AccountTraits TRAITS = new AccountTraits(CustomerId.of(7), "UK", "", 20);
    private static final StrategyVersion STANDARD = version(1, Strategies.standard(Diary.EUR), Audience.EVERYONE);

    @Test
    void anInvoicePaidLateIsRemindedNoticedAndCalledAboutUntilThePayment() {
        ItemLife invoice = invoice(1, "5000", "2026-03-10", "2026-03-22");

        assertThat(trial(StrategiesInForce.only(STANDARD), invoice))
                .extracting(touch -> touch.on() + " " + touch.action())
                .containsExactly("2026-03-07 REMINDER_BEFORE_DUE", "2026-03-15 NOTICE_1", "2026-03-20 CALL");
    }

    @Test
    void aLaterPaymentIsNotKnownBeforeItCame() {
        ItemLife invoice = invoice(1, "5000", "2026-03-10", "2026-03-22");

        assertThat(invoice.openOn(LocalDate.parse("2026-03-21"))).isNotNull();
        assertThat(invoice.openOn(LocalDate.parse("2026-03-22"))).isNull();
        assertThat(invoice.openOn(invoice.since().minusDays(1))).isNull();
    }

    @Test
    void debtsThatWereOldBeforeThePeriodDoNotStartAgainOnItsFirstDay() {
        ItemLife old = invoice(1, "5000", "2025-10-01", "2026-01-12");

        assertThat(trial(StrategiesInForce.only(STANDARD), old))
                .extracting(Touch::action)
                .containsOnly(Action.ESCALATE);
    }

    @Test
    void anotherStrategyTakesOverWhereItsAudienceBegins() {
        Audience old = new Audience(Set.of(), Set.of(), null, null, DayRange.from(12), DayRange.ANY);
        Step call = new Step(
                "call", Action.CALL, 1, 3, 9, "", Money.of("0", "EUR"), Execution.BY_HAND, Repetition.AFTER_ITS_WAIT);
        StrategyVersion firm = version(2, new Strategy("Firm", 1, List.of(call)), old);

        List<Touch> touches = trial(
                new StrategiesInForce(List.of(firm, STANDARD), List.of()),
                invoice(1, "5000", "2026-03-10", "2026-03-26"));

        assertThat(touches)
                .extracting(touch -> touch.on() + " " + touch.action() + " " + touch.under())
                .containsExactly(
                        "2026-03-07 REMINDER_BEFORE_DUE 1",
                        "2026-03-15 NOTICE_1 1",
                        "2026-03-20 CALL 1",
                        "2026-03-23 CALL 2");
    }

    @Test
    void whatIsPromisedIsLeftAloneAndABrokenPromiseIsCalledAboutOnce() {
        ItemLife invoice = invoice(1, "5000", "2026-03-10", "2026-05-30");
        Promise promise = new Promise(
                PromiseId.of(1),
                Money.of("5000", "EUR"),
                LocalDate.parse("2026-03-12"),
                LocalDate.parse("2026-03-31"),
                List.of());
        AccountLife life = new AccountLife(
                AccountId.of(1),
                TRAITS,
                List.of(invoice),
                List.of(promise),
                List.of(),
                Payer.UNKNOWN,
                null,
                null,
                Set.of(),
                KeptBack.NOTHING);

        assertThat(Trial.of(life, StrategiesInForce.only(STANDARD), Diary.POLICY, FROM, LocalDate.parse("2026-04-06")))
                .extracting(touch -> touch.on() + " " + touch.action())
                .containsExactly("2026-03-07 REMINDER_BEFORE_DUE", "2026-04-03 CALL");
    }

    @Test
    void nothingIsAskedForWhileItWasForbiddenOrDisputed() {
        ItemLife invoice = invoice(1, "5000", "2026-03-10", "2026-03-30");
        KeptBack blocked = new KeptBack(
                List.of(new ContactBlock("A complaint", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-17"))),
                List.of());
        KeptBack disputed = new KeptBack(
                List.of(),
                List.of(new KeptBack.Disputed(
                        ItemId.of(1), 5_000_00, LocalDate.parse("2026-03-08"), LocalDate.parse("2026-03-20"))));

        assertThat(touches(invoice, blocked)).startsWith("2026-03-07 REVIEW", "2026-03-18 NOTICE_1");
        assertThat(touches(invoice, disputed)).startsWith("2026-03-07 REMINDER_BEFORE_DUE", "2026-03-20 NOTICE_1");
    }

    private static List<String> touches(ItemLife invoice, KeptBack keptBack) {
        AccountLife life = new AccountLife(
                AccountId.of(1),
                TRAITS,
                List.of(invoice),
                List.of(),
                List.of(),
                Payer.UNKNOWN,
                null,
                null,
                Set.of(),
                keptBack);
        return Trial.of(life, StrategiesInForce.only(STANDARD), Diary.POLICY, FROM, TO).stream()
                .map(touch -> touch.on() + " " + touch.action())
                .toList();
    }

    @Test
    void noContactComesSoonerAfterAnotherThanThePolicyAllowsAndNoneAfterAllIsPaid() {
        Dice.roll(200, dice -> {
            List<ItemLife> items = new ArrayList<>();
            LocalDate last = FROM;
            for (int i = 0; i < 4; i++) {
                LocalDate due = FROM.plusDays(dice.between(0, 200));
                LocalDate paid = due.plusDays(dice.between(-10, 90));
                last = paid.isAfter(last) ? paid : last;
                items.add(invoice(i + 1, "1000", due.toString(), paid.toString()));
            }
            List<Touch> touches = trial(StrategiesInForce.only(STANDARD), items.toArray(ItemLife[]::new));
            LocalDate before = LocalDate.EPOCH;
            for (Touch touch : touches) {
                assertThat(touch.on()).isBefore(last);
                if (touch.action().isContact() && !before.equals(touch.on())) {
                    assertThat(touch.on()).isAfterOrEqualTo(before.plusDays(Diary.POLICY.contactGapDays()));
                    before = touch.on();
                }
            }
        });
    }

    private static List<Touch> trial(StrategiesInForce strategies, ItemLife... items) {
        AccountLife life = new AccountLife(
                AccountId.of(1),
                TRAITS,
                List.of(items),
                List.of(),
                List.of(),
                Payer.UNKNOWN,
                null,
                null,
                Set.of(),
                KeptBack.NOTHING);
        return Trial.of(life, strategies, Diary.POLICY, FROM, TO);
    }

    private static StrategyVersion version(long id, Strategy strategy, Audience audience) {
        return new StrategyVersion(StrategyId.of(id), strategy, audience, Share.ALL, RunningAccounts.MOVE);
    }

    private static ItemLife invoice(long id, String amount, String due, String paidOn) {
        Money money = Money.of(amount, "EUR");
        LocalDate dueDate = LocalDate.parse(due);
        OpenItem item = new OpenItem(
                ItemId.of(id),
                AccountId.of(1),
                ItemKind.INVOICE,
                Long.toString(id),
                dueDate.minusDays(30),
                dueDate,
                money,
                money);
        return new ItemLife(
                item, dueDate.minusDays(30), List.of(new ItemLife.Change(LocalDate.parse(paidOn), -money.minor())));
    }
}
