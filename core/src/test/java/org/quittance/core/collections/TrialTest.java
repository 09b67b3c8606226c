package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.core.calendar.BusinessCalendar;
import org.quittance.core.calendar.BusinessCalendars;
import org.quittance.core.contact.Addressee;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.GatedDays;
import org.quittance.core.contact.Party;
import org.quittance.core.contact.Rulebook;
import org.quittance.core.ledger.AccountId;
import org.quittance.core.ledger.CustomerId;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.ledger.ItemKind;
import org.quittance.core.ledger.OpenItem;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class TrialTest {

    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-12-31");
    private static final BusinessCalendar EVERY_DAY = BusinessCalendar.of("every day", Set.of(), List.of());
    private static final BusinessCalendar LONDON = BusinessCalendars.GREAT_BRITAIN;
    private static final KeptBack NONE = KeptBack.NOTHING;
    private static final ContactDays BY_THE_RULES = new GatedDays(
            new Party("GB", "", ZoneId.of("Europe/London"), Trait.COMPANY, null, null, Addressee.UNKNOWN),
            Rulebook.of(ContactPolicy.standard()));
    private static final AccountTraits TRAITS = new AccountTraits(CustomerId.of(7), "UK", "", 20);
    private static final StrategyVersion STANDARD = version(1, Strategies.standard(Diary.EUR), Audience.EVERYONE);

    @Test
    void aTrialReplaysTheConditionsOfStepsAndTakesThemAsApproved() {
        Step young = Step.draft("notice-1", Action.NOTICE_1, Money.of("0", "EUR"))
                .placed(5, 0, 1)
                .condition(StepCondition.whereOldest(DayRange.from(12)))
                .step();
        Step broken = Step.draft("notice-2", Action.NOTICE_2, Money.of("0", "EUR"))
                .placed(20, 3, 2)
                .condition(StepCondition.where(BrokenPromise.STANDS))
                .step();
        Step last = Step.draft("notice-3", Action.NOTICE_3, Money.of("0", "EUR"))
                .placed(30, 3, 3)
                .approval(Approval.MANAGER)
                .step();
        StrategyVersion version =
                version(3, new Strategy("Conditional", 1, List.of(young, broken, last)), Audience.EVERYONE);

        List<Touch> touches = trial(
                new StrategiesInForce(List.of(version), List.of()), invoice(1, "5000", "2026-03-02", "2026-04-20"));

        assertThat(touches)
                .extracting(touch -> touch.on() + " " + touch.action())
                .containsExactly("2026-03-14 NOTICE_1", "2026-04-01 NOTICE_3");
        assertThat(touches)
                .extracting(Touch::done)
                .as("the night sends both, the last by the credit manager's word")
                .containsExactly(new Touch.Done(false, Approval.NONE), new Touch.Done(false, Approval.MANAGER));
    }

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
        Step call = Step.draft("call", Action.CALL, Money.of("0", "EUR"))
                .placed(1, 3, 9)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .step();
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
        AccountLife life = life(1, EVERY_DAY, List.of(invoice), List.of(promise), KeptBack.NOTHING);

        assertThat(trial(StrategiesInForce.only(STANDARD), new CustomerLife(List.of(life), ContactDays.EVERY_DAY))
                        .get(AccountId.of(1)))
                .filteredOn(touch -> touch.on().isBefore(LocalDate.parse("2026-04-07")))
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
        AccountLife life = life(1, EVERY_DAY, List.of(invoice), List.of(), keptBack);
        return first(trial(StrategiesInForce.only(STANDARD), new CustomerLife(List.of(life), ContactDays.EVERY_DAY)))
                .stream()
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

    @Test
    void anAccountIsEscalatedForAllItsItemsAtOnceAndNotAgainBeforeTheStepsWait() {
        Step escalate = Step.draft("escalate", Action.ESCALATE, Money.of("0", "EUR"))
                .placed(1, 7, 1)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .step();
        StrategyVersion version = version(3, new Strategy("Ask", 1, List.of(escalate)), Audience.EVERYONE);
        List<ItemLife> items = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            items.add(
                    invoice(i, "1000", LocalDate.parse("2026-03-01").plusDays(i).toString(), "2026-04-10"));
        }
        AccountLife life = life(1, LONDON, items, List.of(), KeptBack.NOTHING);

        assertThat(trial(StrategiesInForce.only(version), new CustomerLife(List.of(life), BY_THE_RULES))
                        .get(AccountId.of(1)))
                .extracting(touch -> touch.on() + " " + touch.action() + " of " + touch.items())
                .containsExactly(
                        "2026-03-03 ESCALATE of 1",
                        "2026-03-10 ESCALATE of 8",
                        "2026-03-17 ESCALATE of 10",
                        "2026-03-24 ESCALATE of 10",
                        "2026-03-31 ESCALATE of 10",
                        "2026-04-07 ESCALATE of 10");
    }

    @Test
    void whatAQuestionWaitsForIsNotAskedAgainAndWhatIsRecommendedIsNotApproved() {
        Step hold = Step.draft("hold", Action.RECOMMEND_HOLD, Money.of("0", "EUR"))
                .placed(1, 1, 1)
                .repetition(Repetition.AFTER_ITS_WAIT)
                .step();
        StrategyVersion version = version(3, new Strategy("Hold", 1, List.of(hold)), Audience.EVERYONE);
        AccountLife life =
                life(1, LONDON, List.of(invoice(1, "1000", "2026-03-05", "2026-03-16")), List.of(), KeptBack.NOTHING);

        // Asked on Friday, answered on Monday at the latest; asked again on Tuesday, on Thursday, and paid on Monday.
        assertThat(trial(StrategiesInForce.only(version), new CustomerLife(List.of(life), BY_THE_RULES))
                        .get(AccountId.of(1)))
                .extracting(touch -> touch.on() + " " + touch.action())
                .containsExactly("2026-03-06 RECOMMEND_HOLD", "2026-03-10 RECOMMEND_HOLD", "2026-03-12 RECOMMEND_HOLD");
    }

    @Test
    void messagesOfAWeekendLeaveOnMondayUnlessTheDebtIsPaidByThen() {
        CustomerLife life = new CustomerLife(
                List.of(
                        life(1, LONDON, List.of(invoice(1, "5000", "2026-03-09", "2026-04-01")), List.of(), NONE),
                        life(2, LONDON, List.of(invoice(2, "5000", "2026-03-09", "2026-03-15")), List.of(), NONE)),
                BY_THE_RULES);

        Map<AccountId, List<Touch>> touches = trial(StrategiesInForce.only(STANDARD), life);

        // Five days after due is Saturday. What lists both is out of date on Monday, and the night after it writes
        // about the one; five days after that is a Sunday.
        assertThat(touches.get(AccountId.of(1)))
                .extracting(touch -> touch.on() + " " + touch.action())
                .startsWith("2026-03-06 REMINDER_BEFORE_DUE", "2026-03-17 NOTICE_1", "2026-03-23 CALL");
        assertThat(touches.get(AccountId.of(2)))
                .extracting(touch -> touch.on() + " " + touch.action())
                .containsExactly("2026-03-06 REMINDER_BEFORE_DUE");
    }

    @Test
    void aCustomerIsContactedByTheRulesWhateverItOwesOnHowManyAccounts() {
        Dice.roll(100, dice -> {
            List<AccountLife> accounts = new ArrayList<>();
            for (int account = 1; account <= 3; account++) {
                List<ItemLife> items = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    LocalDate due = FROM.plusDays(dice.between(0, 340));
                    items.add(invoice(
                            account * 10 + i,
                            "1000",
                            due.toString(),
                            due.plusDays(dice.between(0, 90)).toString()));
                }
                accounts.add(life(account, LONDON, items, List.of(), NONE));
            }
            Set<LocalDate> written = new TreeSet<>();
            trial(StrategiesInForce.only(STANDARD), new CustomerLife(accounts, BY_THE_RULES))
                    .values()
                    .forEach(touches -> touches.forEach(touch -> {
                        assertThat(LONDON.isBusinessDay(touch.on()))
                                .as(touch.toString())
                                .isTrue();
                        if (touch.action().isMessage()) {
                            written.add(touch.on());
                        }
                    }));
            for (LocalDate day : written) {
                assertThat(written.stream().filter(other -> !other.isBefore(day) && other.isBefore(day.plusDays(7))))
                        .hasSizeLessThanOrEqualTo(3);
            }
        });
    }

    private static List<Touch> trial(StrategiesInForce strategies, ItemLife... items) {
        AccountLife life = life(1, EVERY_DAY, List.of(items), List.of(), KeptBack.NOTHING);
        return first(trial(strategies, new CustomerLife(List.of(life), ContactDays.EVERY_DAY)));
    }

    private static List<Touch> first(Map<AccountId, List<Touch>> touches) {
        return Objects.requireNonNull(touches.get(AccountId.of(1)));
    }

    private static Map<AccountId, List<Touch>> trial(StrategiesInForce strategies, CustomerLife life) {
        return Trial.of(life, TrialRules.of(strategies, Diary.POLICY, EscalationLevels.standard()), FROM, TO);
    }

    private static AccountLife life(
            long account, BusinessCalendar office, List<ItemLife> items, List<Promise> promises, KeptBack keptBack) {
        return new AccountLife(
                AccountId.of(account),
                TRAITS,
                office,
                items,
                promises,
                List.of(),
                Payer.UNKNOWN,
                null,
                null,
                Set.of(),
                keptBack);
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
