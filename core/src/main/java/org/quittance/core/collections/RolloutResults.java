package org.quittance.core.collections;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a roll-out: customers with the version beside those held out of it.
 *
 * <p><b>Days to pay</b>: how long an item waits on average until it is settled, counted from the day on which it was due and its account was in,
 * and no longer than the horizon. Items that wait still count as far as they have waited (Kaplan and Meier's estimate, its mean restricted to the
 * horizon), so that a young roll-out does not look fast because only the quick have paid.
 *
 * <p><b>Cash a contact</b>: money received since an account came in, by the contacts made since, in each currency by itself.
 *
 * <p>Each difference has an interval by {@link Jackknife}, over parts of the customers.
 *
 * @param horizonDays how far days to pay are counted; 0 where too little time has passed to count any
 * @param daysToPay none where too little is known
 */
public record RolloutResults(
        Side with, Side heldOut, int horizonDays, @Nullable Difference daysToPay, List<Cash> cash) {

    /** Further than that nobody waits for a result, and few items are left to tell. */
    public static final int LONGEST_HORIZON_DAYS = 60;

    /** An average over less would say nothing of how people pay. */
    public static final int SHORTEST_HORIZON_DAYS = 7;

    /** An interval that comes from fewer parts of the customers on a side is not shown. */
    public static final int FEWEST_PARTS = 5;

    public RolloutResults {
        cash = List.copyOf(cash);
    }

    /**
     * One side.
     *
     * @param daysToPay none where no item has come to be counted
     */
    public record Side(
            long accounts,
            long contacts,
            long items,
            @Nullable Double daysToPay) {}

    /**
     * Money of one currency.
     *
     * @param perContact difference in minor units for each contact; none where too little is known
     */
    public record Cash(
            Currency currency,
            Cash.Side with,
            Cash.Side heldOut,
            @Nullable Difference perContact) {

        /** What one side's accounts owed, paid and were contacted. */
        public record Side(long accounts, long contacts, long overdueMinor, long cashMinor) {

            /** Minor units for each contact; none where nobody was contacted. */
            public @Nullable Double perContactMinor() {
                return contacts == 0 ? null : (double) cashMinor / contacts;
            }
        }
    }

    public static RolloutResults of(List<RolloutPart> parts, List<ItemWaits> waits) {
        Waiting with = Waiting.of(waits, false);
        Waiting heldOut = Waiting.of(waits, true);
        int horizon = Math.min(with.lastDay(), heldOut.lastDay());
        return new RolloutResults(
                side(parts, false, with, horizon),
                side(parts, true, heldOut, horizon),
                horizon,
                horizon < SHORTEST_HORIZON_DAYS ? null : difference(with.meanDays(horizon), heldOut.meanDays(horizon)),
                cash(parts));
    }

    private static Side side(List<RolloutPart> parts, boolean heldOut, Waiting waiting, int horizon) {
        OptionalDouble days = waiting.all().meanDays(horizon);
        return new Side(
                sum(parts, heldOut, RolloutPart::accounts),
                sum(parts, heldOut, RolloutPart::contacts),
                waiting.all().items(),
                horizon < SHORTEST_HORIZON_DAYS || days.isEmpty() ? null : days.getAsDouble());
    }

    private static List<Cash> cash(List<RolloutPart> parts) {
        return parts.stream().collect(groupingBy(RolloutPart::currency)).entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().getCurrencyCode()))
                .map(each -> new Cash(
                        each.getKey(),
                        money(each.getValue(), false),
                        money(each.getValue(), true),
                        difference(perContact(each.getValue(), false), perContact(each.getValue(), true))))
                .toList();
    }

    private static Cash.Side money(List<RolloutPart> parts, boolean heldOut) {
        return new Cash.Side(
                sum(parts, heldOut, RolloutPart::accounts),
                sum(parts, heldOut, RolloutPart::contacts),
                sum(parts, heldOut, RolloutPart::overdueMinor),
                sum(parts, heldOut, RolloutPart::cashMinor));
    }

    private static Optional<Jackknife> perContact(List<RolloutPart> parts, boolean heldOut) {
        List<RolloutPart> side =
                parts.stream().filter(part -> part.heldOut() == heldOut).toList();
        long cash = sum(parts, heldOut, RolloutPart::cashMinor);
        long contacts = sum(parts, heldOut, RolloutPart::contacts);
        return Jackknife.of(
                ratio(cash, contacts),
                side.size(),
                i -> ratio(
                        cash - side.get(i).cashMinor(), contacts - side.get(i).contacts()));
    }

    private static OptionalDouble ratio(long cash, long contacts) {
        return contacts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cash / contacts);
    }

    private static long sum(List<RolloutPart> parts, boolean heldOut, ToLongFunction<RolloutPart> what) {
        return parts.stream()
                .filter(part -> part.heldOut() == heldOut)
                .mapToLong(what)
                .sum();
    }

    private static @Nullable Difference difference(Optional<Jackknife> with, Optional<Jackknife> heldOut) {
        return with.isEmpty() || heldOut.isEmpty() || isTooLittle(with.get(), heldOut.get())
                ? null
                : with.get().minus(heldOut.get());
    }

    /** Of a few customers, or of some who are all alike, as where nothing has come yet, nobody can tell what is chance. */
    private static boolean isTooLittle(Jackknife with, Jackknife heldOut) {
        return Math.min(with.freedom(), heldOut.freedom()) < FEWEST_PARTS - 1
                || with.variance() + heldOut.variance() == 0;
    }

    /** The items of one side: of all its customers, and of each part. */
    private record Waiting(Curve all, List<Curve> parts) {

        static Waiting of(List<ItemWaits> waits, boolean heldOut) {
            Map<Integer, List<ItemWaits>> byPart = waits.stream()
                    .filter(wait -> wait.heldOut() == heldOut)
                    .collect(groupingBy(ItemWaits::part, TreeMap::new, Collectors.toList()));
            List<Curve> parts = byPart.values().stream().map(Curve::of).toList();
            return new Waiting(
                    Curve.of(byPart.values().stream().flatMap(List::stream).toList()), parts);
        }

        int lastDay() {
            return all.lastDay();
        }

        Optional<Jackknife> meanDays(int horizon) {
            return Jackknife.of(
                    all.meanDays(horizon),
                    parts.size(),
                    i -> all.minus(parts.get(i)).meanDays(horizon));
        }
    }

    /** How many items were settled, and how many no longer watched, after each number of days. */
    private record Curve(List<Long> settled, List<Long> unsettled) {

        static Curve of(List<ItemWaits> waits) {
            long[] settled = new long[LONGEST_HORIZON_DAYS + 1];
            long[] unsettled = new long[LONGEST_HORIZON_DAYS + 1];
            for (ItemWaits wait : waits) {
                int day = Math.min(wait.days(), LONGEST_HORIZON_DAYS);
                boolean inTime = wait.settled() && wait.days() < LONGEST_HORIZON_DAYS;
                (inTime ? settled : unsettled)[day] += wait.items();
            }
            return new Curve(listOf(settled), listOf(unsettled));
        }

        Curve minus(Curve part) {
            return new Curve(difference(settled, part.settled), difference(unsettled, part.unsettled));
        }

        long items() {
            return sumOf(settled) + sumOf(unsettled);
        }

        /** The last day that some item was watched to its end. */
        int lastDay() {
            for (int day = LONGEST_HORIZON_DAYS; day >= 0; day--) {
                if (settled.get(day) + unsettled.get(day) > 0) {
                    return day;
                }
            }
            return 0;
        }

        OptionalDouble meanDays(int horizon) {
            long atRisk = items();
            if (atRisk == 0) {
                return OptionalDouble.empty();
            }
            double waiting = 1;
            double days = 0;
            for (int day = 0; day < horizon; day++) {
                if (atRisk > 0) {
                    waiting *= 1 - (double) settled.get(day) / atRisk;
                }
                days += waiting;
                atRisk -= settled.get(day) + unsettled.get(day);
            }
            return OptionalDouble.of(days);
        }

        private static List<Long> listOf(long[] counts) {
            List<Long> list = new ArrayList<>(counts.length);
            for (long count : counts) {
                list.add(count);
            }
            return List.copyOf(list);
        }

        private static List<Long> difference(List<Long> all, List<Long> part) {
            List<Long> rest = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                rest.add(all.get(i) - part.get(i));
            }
            return rest;
        }

        private static long sumOf(List<Long> counts) {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
