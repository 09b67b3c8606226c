package org.quittance.core.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.ledger.ItemId;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class PromiseCheckTest {

    private static final int GRACE = 2;
    private static final Promise PROMISE = promise(1, "500.00", "2026-04-20", "2026-05-03");

    @ParameterizedTest(name = "{0} on {1}, seen on {2}: {3}")
    @CsvSource({
        "0.01, 2026-05-03, 2026-05-05, OPEN", // the grace has not passed
        "0.01, 2026-05-03, 2026-05-06, PART_KEPT",
        "500.00, 2026-05-05, 2026-05-06, KEPT", // on the last day of grace
        "500.00, 2026-05-05, 2026-05-04, OPEN", // not yet come when looked at
        "500.00, 2026-05-06, 2026-05-06, BROKEN", // a day too late
        "500.00, 2026-04-20, 2026-04-20, KEPT", // on the day it was made
        "500.00, 2026-04-19, 2026-05-06, BROKEN", // before it was made
        "499.99, 2026-05-03, 2026-05-06, PART_KEPT",
        "600.00, 2026-05-03, 2026-05-03, KEPT",
    })
    void aPromiseIsKeptByMoneyFromTheDayItWasMadeToTheEndOfTheGrace(
            String amount, String on, LocalDate asOf, PromiseState state) {
        assertThat(PromiseCheck.of(PROMISE, List.of(receipt(amount, on, null)), asOf, GRACE)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void nothingCameAndThePromiseIsBroken() {
        PromiseCheck check = PromiseCheck.of(PROMISE, List.of(), LocalDate.parse("2026-05-06"), GRACE);
        assertThat(check.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(check.deadline()).isEqualTo("2026-05-05");
        assertThat(check.isFailing()).isTrue();
    }

    @Test
    void moneyThatComesLateMakesGoodTheDebtButNotThePromise() {
        PromiseCheck check = PromiseCheck.of(
                PROMISE, List.of(receipt("500.00", "2026-05-09", null)), LocalDate.parse("2026-05-10"), GRACE);
        assertThat(check.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(check.late()).isEqualTo(Money.of("500.00", "EUR"));
        assertThat(check.isFailing()).isFalse();
    }

    @Test
    void aReceiptKeepsOnePromiseOnly() {
        Promise second = promise(2, "500.00", "2026-04-20", "2026-05-04");
        List<PromiseCheck> checks = PromiseCheck.ofAll(
                List.of(second, PROMISE),
                List.of(receipt("700.00", "2026-05-02", null)),
                LocalDate.parse("2026-05-20"),
                GRACE);
        assertThat(checks).extracting(PromiseCheck::promise).containsExactly(PROMISE, second);
        assertThat(checks).extracting(PromiseCheck::state).containsExactly(PromiseState.KEPT, PromiseState.PART_KEPT);
        assertThat(checks.getLast().outstanding()).isEqualTo(Money.of("300.00", "EUR"));
    }

    @Test
    void moneyKeepsTheNewPromiseBeforeItMakesGoodTheBrokenOne() {
        Promise renewed = promise(2, "500.00", "2026-05-07", "2026-05-20");
        List<PromiseCheck> checks = PromiseCheck.ofAll(
                List.of(PROMISE, renewed),
                List.of(receipt("500.00", "2026-05-19", null)),
                LocalDate.parse("2026-06-01"),
                GRACE);
        assertThat(checks).extracting(PromiseCheck::state).containsExactly(PromiseState.BROKEN, PromiseState.KEPT);
        assertThat(checks.getFirst().unanswered().isZero()).isTrue();
        assertThat(checks.getFirst().isFailing()).isFalse();
    }

    @Test
    void aBrokenPromiseStandsUntilLaterOnesReachWhatIsMissingEachCountingOnce() {
        Promise other = promise(2, "300.00", "2026-04-20", "2026-05-03");
        List<PromiseCheck> checks = PromiseCheck.ofAll(
                List.of(
                        PROMISE,
                        other,
                        promise(3, "10.00", "2026-05-07", "2026-05-20"),
                        promise(4, "490.00", "2026-05-08", "2026-05-20")),
                List.of(),
                LocalDate.parse("2026-05-09"),
                GRACE);
        assertThat(checks)
                .filteredOn(PromiseCheck::isFailing)
                .extracting(check -> check.promise().id().value())
                .containsExactly(2L);
        PromiseCheck alone = PromiseCheck.ofAll(
                        List.of(PROMISE, promise(3, "10.00", "2026-05-07", "2026-05-20")),
                        List.of(),
                        LocalDate.parse("2026-05-09"),
                        GRACE)
                .getFirst();
        assertThat(alone.isFailing()).isTrue();
        assertThat(alone.unanswered()).isEqualTo(Money.of("490.00", "EUR"));
    }

    @Test
    void aPromiseForAnInvoiceIsKeptByWhatSettledItOrLiesOnAccount() {
        Promise forInvoice = new Promise(
                PromiseId.of(1), PROMISE.amount(), PROMISE.madeOn(), PROMISE.dueOn(), List.of(ItemId.of(4711)));
        LocalDate asOf = LocalDate.parse("2026-05-06");
        assertThat(PromiseCheck.of(forInvoice, List.of(receipt("500", "2026-05-01", 4711L)), asOf, GRACE)
                        .state())
                .isEqualTo(PromiseState.KEPT);
        assertThat(PromiseCheck.of(forInvoice, List.of(receipt("500", "2026-05-01", 4712L)), asOf, GRACE)
                        .state())
                .isEqualTo(PromiseState.BROKEN);
        assertThat(PromiseCheck.of(forInvoice, List.of(receipt("500", "2026-05-01", null)), asOf, GRACE)
                        .state())
                .isEqualTo(PromiseState.KEPT);
    }

    @Test
    void moneyInAnotherCurrencyKeepsNoPromise() {
        Receipt dollars = new Receipt(LocalDate.parse("2026-05-01"), Money.of("5000", "USD"), null);
        assertThat(PromiseCheck.of(PROMISE, List.of(dollars), LocalDate.parse("2026-05-06"), GRACE)
                        .state())
                .isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void promisesNeverCountMoreMoneyThanCameWhateverTheOrderOfTheFacts() {
        Dice.roll(300, dice -> {
            List<Promise> promises = new ArrayList<>();
            List<Receipt> receipts = new ArrayList<>();
            LocalDate start = LocalDate.parse("2026-04-01");
            for (int i = 0; i < 5; i++) {
                LocalDate made = dice.dayWithin(start, 30);
                Money amount = Money.ofMinor(dice.between(1, 900), "EUR");
                List<ItemId> items = dice.percent(50) ? List.of() : List.of(ItemId.of(dice.between(1, 2)));
                promises.add(new Promise(PromiseId.of(i), amount, made, dice.dayWithin(made, 20), items));
                receipts.add(new Receipt(
                        dice.dayWithin(start, 60),
                        Money.ofMinor(dice.between(1, 900), "EUR"),
                        dice.percent(50) ? null : ItemId.of(dice.between(1, 2))));
            }
            LocalDate asOf = dice.dayWithin(start, 70);
            List<PromiseCheck> checks = PromiseCheck.ofAll(promises, receipts, asOf, GRACE);
            long counted = checks.stream()
                    .mapToLong(check -> check.inTime().plus(check.late()).minor())
                    .sum();
            long came = receipts.stream()
                    .filter(receipt -> !receipt.on().isAfter(asOf))
                    .mapToLong(receipt -> receipt.amount().minor())
                    .sum();
            assertThat(counted).isLessThanOrEqualTo(came);
            assertThat(checks).noneMatch(check -> check.outstanding().isNegative());
            assertThat(PromiseCheck.ofAll(dice.shuffled(promises), dice.shuffled(receipts), asOf, GRACE))
                    .isEqualTo(checks);
        });
    }

    @Test
    void anOfferThatWasSentIsAskedAboutAndOneThatWasNotStandsInNobodysPlace() {
        Promise broken = promise(1, "300", "2026-05-01", "2026-05-03");
        LocalDate asOf = LocalDate.parse("2026-05-20");
        for (PromiseOrigin origin : List.of(PromiseOrigin.OFFER, PromiseOrigin.OFFER_NOT_SENT)) {
            Promise offer = new Promise(
                    PromiseId.of(2),
                    Money.of("300", "EUR"),
                    LocalDate.parse("2026-05-10"),
                    LocalDate.parse("2026-05-12"),
                    List.of(),
                    origin);
            List<PromiseCheck> checks = PromiseCheck.ofAll(List.of(broken, offer), List.of(), asOf, GRACE);
            boolean isSent = origin == PromiseOrigin.OFFER;
            assertThat(checks.getFirst().isFailing()).isEqualTo(!isSent);
            assertThat(checks.getLast().isFailing()).isFalse();
            assertThat(checks.getLast().hasLapsed()).isEqualTo(isSent);
            assertThat(checks.getLast().words()).isEqualTo(isSent ? "offer lapsed" : "offer lapsed, never sent");
        }
    }

    private static Promise promise(long id, String amount, String madeOn, String dueOn) {
        return new Promise(
                PromiseId.of(id), Money.of(amount, "EUR"), LocalDate.parse(madeOn), LocalDate.parse(dueOn), List.of());
    }

    private static Receipt receipt(String amount, String on, @Nullable Long item) {
        return new Receipt(LocalDate.parse(on), Money.of(amount, "EUR"), item == null ? null : ItemId.of(item));
    }
}
