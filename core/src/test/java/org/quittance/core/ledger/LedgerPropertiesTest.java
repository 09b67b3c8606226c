package org.quittance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.quittance.core.money.Money;
import org.quittance.core.testing.Dice;

class LedgerPropertiesTest {

    private static final LocalDate LAST_DAY = SampleLedger.START.plusDays(SampleLedger.DAYS);

    @Test
    void noItemIsEverOverAllocatedOnAnyDay() {
        Dice.roll(150, dice -> {
            for (ItemHistory item : SampleLedger.grown(dice, 40).histories()) {
                Money original = item.opening().original();
                onEachDay(day -> {
                    Money open = item.openAt(day, Instant.MAX);
                    assertThat(open.abs()).isLessThanOrEqualTo(original.abs());
                    assertThat(Long.signum(open.minor())).isNotEqualTo(-Long.signum(original.minor()));
                });
            }
        });
    }

    @Test
    void allocationsMoveMoneyBetweenItemsAndConserveItPerCurrency() {
        Dice.roll(150, dice -> {
            List<ItemHistory> items = SampleLedger.grown(dice, 40).histories();
            for (String currency : List.of("EUR", "USD")) {
                long opened = sum(items, currency, item -> item.opening().original());
                long open = sum(items, currency, item -> item.openAt(LAST_DAY, Instant.MAX));
                assertThat(open).isEqualTo(opened);
            }
        });
    }

    @Test
    void theOpenAmountIsTheOriginalAndWhatWasPostedByThatDayAndKnownByThatMoment() {
        Dice.roll(20, dice -> {
            SampleLedger ledger = SampleLedger.grown(dice, 30);
            for (ItemHistory item : ledger.histories()) {
                for (Instant knownAt : ledger.moments()) {
                    onEachDay(day ->
                            assertThat(item.openAt(day, knownAt).minor()).isEqualTo(addedUp(item, day, knownAt)));
                }
            }
        });
    }

    @Test
    void theOrderInWhichPostingsArriveDoesNotMatter() {
        Dice.roll(100, dice -> {
            for (ItemHistory item : SampleLedger.grown(dice, 30).histories()) {
                ItemHistory shuffled = new ItemHistory(item.opening(), dice.shuffled(item.postings()));
                onEachDay(
                        day -> assertThat(shuffled.openAt(day, Instant.MAX)).isEqualTo(item.openAt(day, Instant.MAX)));
            }
        });
    }

    @Test
    void theSameEventsLeadToTheSameLedger() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(SampleLedger.grown(Dice.of(seed), 40).histories())
                    .isEqualTo(SampleLedger.grown(Dice.of(seed), 40).histories());
        }
    }

    @Test
    void theSampleLedgersDoAllocateUndoAndRefuse() {
        int allocations = 0;
        int reversals = 0;
        int refusals = 0;
        for (long seed = 1; seed <= 50; seed++) {
            SampleLedger ledger = SampleLedger.grown(Dice.of(seed), 40);
            allocations += count(ledger, PostingKind.ALLOCATION);
            reversals += count(ledger, PostingKind.REVERSAL);
            refusals += ledger.refusals();
        }
        assertThat(List.of(allocations, reversals, refusals)).allMatch(count -> count > 100);
    }

    private static int count(SampleLedger ledger, PostingKind kind) {
        return (int) ledger.histories().stream()
                .flatMap(item -> item.postings().stream())
                .filter(posting -> posting.kind() == kind)
                .count();
    }

    private static void onEachDay(Consumer<LocalDate> check) {
        SampleLedger.START.datesUntil(LAST_DAY.plusDays(1)).forEach(check);
    }

    private static long addedUp(ItemHistory item, LocalDate day, Instant knownAt) {
        Opening opening = item.opening();
        if (opening.postedOn().isAfter(day) || opening.recordedAt().isAfter(knownAt)) {
            return 0;
        }
        return opening.original().minor()
                + item.postings().stream()
                        .filter(posting -> posting.postedOn().compareTo(day) <= 0)
                        .filter(posting -> posting.recordedAt().compareTo(knownAt) <= 0)
                        .mapToLong(posting -> posting.amount().minor())
                        .sum();
    }

    private static long sum(List<ItemHistory> items, String currency, Function<ItemHistory, Money> amount) {
        return items.stream()
                .map(amount)
                .filter(money -> money.currency().getCurrencyCode().equals(currency))
                .mapToLong(Money::minor)
                .sum();
    }
}
