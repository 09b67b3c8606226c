package org.quittance.core.collections;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RolloutResultsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int PARTS = 50;

    @Test
    void itemsThatAreAllSettledWaitForTheirPlainAverage() {
        RolloutResults results = RolloutResults.of(
                List.of(),
                List.of(
                        settled(1, false, 10, 1),
                        settled(2, false, 20, 1),
                        settled(1, true, 20, 1),
                        settled(2, true, 40, 3)));

        assertThat(results.horizonDays()).isEqualTo(20);
        assertThat(results.with().daysToPay()).isEqualTo(15.0);
        assertThat(results.heldOut().daysToPay()).isEqualTo(20.0);
        assertThat(results.with().items()).isEqualTo(2);
        assertThat(results.heldOut().items()).isEqualTo(4);
    }

    /** Of 4 items one is settled after 5 days and two are watched for 10; so a quarter of the hazard falls on the fifth day. */
    @Test
    void itemsThatWaitStillCountAsFarAsTheyHaveWaited() {
        List<ItemWaits> watched = List.of(
                settled(1, false, 5, 1),
                waiting(2, false, 10, 2),
                settled(3, false, 20, 1),
                settled(1, true, 20, 1),
                settled(2, true, 20, 1));

        RolloutResults results = RolloutResults.of(List.of(), watched);

        assertThat(results.with().daysToPay()).isCloseTo(5 + 0.75 * 15, within(1e-9));
        assertThat(results.heldOut().daysToPay()).isEqualTo(20.0);
    }

    @Test
    void nothingIsSaidOfPeopleWhomNobodyHasWatchedForAWeek() {
        RolloutResults young = RolloutResults.of(
                List.of(), List.of(waiting(1, false, 6, 10), waiting(2, false, 6, 10), waiting(1, true, 30, 10)));
        RolloutResults oneSided = RolloutResults.of(List.of(), List.of(settled(1, false, 30, 1)));
        RolloutResults empty = RolloutResults.of(List.of(), List.of());

        for (RolloutResults results : List.of(young, oneSided, empty)) {
            assertThat(results.daysToPay()).isNull();
            assertThat(results.with().daysToPay()).isNull();
        }
        assertThat(empty.cash()).isEmpty();
    }

    @Test
    void moneyIsComparedByContactAndInItsCurrency() {
        RolloutResults results = RolloutResults.of(
                Stream.concat(
                                Stream.of(part(1, false, Currency.getInstance("GBP"), 0, 5_00)),
                                IntStream.range(0, 6)
                                        .boxed()
                                        .flatMap(part -> Stream.of(
                                                part(part, false, EUR, 10, part % 2 == 0 ? 100_00 : 300_00),
                                                part(part, true, EUR, 20, 200_00))))
                        .toList(),
                List.of());

        assertThat(results.cash())
                .extracting(cash -> cash.currency().getCurrencyCode())
                .containsExactly("EUR", "GBP");
        RolloutResults.Cash euros = results.cash().getFirst();
        assertThat(euros.with().perContactMinor()).isEqualTo(20_00.0);
        assertThat(euros.heldOut().perContactMinor()).isEqualTo(10_00.0);
        assertThat(requireNonNull(euros.perContact()).estimate()).isEqualTo(10_00.0);
        assertThat(results.cash().getLast().perContact()).isNull();
        assertThat(results.with().contacts()).isEqualTo(60);
    }

    @Test
    void nothingIsSaidWhereNobodyHasPaidOrTheCustomersAreFew() {
        List<RolloutPart> nothing = IntStream.range(0, 40)
                .mapToObj(part -> part(part / 2, part % 2 == 0, EUR, 3, 0))
                .toList();
        List<RolloutPart> few = IntStream.range(0, 8)
                .mapToObj(part -> part(part / 2, part % 2 == 0, EUR, 3, part * 100_00L))
                .toList();

        for (List<RolloutPart> parts : List.of(nothing, few)) {
            RolloutResults.Cash cash =
                    RolloutResults.of(parts, List.of()).cash().getFirst();
            assertThat(cash.perContact()).isNull();
        }
    }

    /** A hundred roll-outs whose truth is known: the interval misses it about five times, and sees a real difference nearly always. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        int held = 0;
        int told = 0;
        for (int seed = 0; seed < 100; seed++) {
            RolloutResults same = RolloutResults.of(List.of(), waits(seed, 20, 20));
            RolloutResults sooner = RolloutResults.of(List.of(), waits(1_000 + seed, 14, 20));
            Difference none = requireNonNull(same.daysToPay());
            held += none.low() <= 0 && none.high() >= 0 ? 1 : 0;
            told += requireNonNull(sooner.daysToPay()).high() < 0 ? 1 : 0;
        }
        assertThat(held).isBetween(88, 100);
        assertThat(told).isGreaterThan(95);
    }

    /** Items of customers who each have a pace of their own, watched for 50 days. */
    private static List<ItemWaits> waits(long seed, int meanWith, int meanHeldOut) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ItemWaits> waits = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            boolean heldOut = random.nextBoolean();
            double pace = (heldOut ? meanHeldOut : meanWith) * (0.5 + random.nextDouble());
            for (int item = 0; item < 5; item++) {
                int days = (int) (-pace * Math.log(1 - random.nextDouble()));
                waits.add(
                        days < 50
                                ? settled(customer % PARTS, heldOut, days, 1)
                                : waiting(customer % PARTS, heldOut, 50, 1));
            }
        }
        return waits;
    }

    private static ItemWaits settled(int part, boolean heldOut, int days, long items) {
        return new ItemWaits(part, heldOut, days, true, items);
    }

    private static ItemWaits waiting(int part, boolean heldOut, int days, long items) {
        return new ItemWaits(part, heldOut, days, false, items);
    }

    private static RolloutPart part(int part, boolean heldOut, Currency currency, long contacts, long cashMinor) {
        return new RolloutPart(part, heldOut, currency, 1, contacts, cashMinor, 0);
    }
}
