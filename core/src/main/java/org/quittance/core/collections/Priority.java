package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quittance.core.money.Money;

/**
 * How urgent an account is, as the sum of visible points.
 *
 * <p>Example: 30 for EUR 10,000.00 at risk, 8 for 20 days overdue, 15 for a broken promise make 53. Invariant: the total is the sum of the
 * points; equal facts give equal points on every machine.
 *
 * @param points those that are more than zero, in a fixed order of facts
 */
public record Priority(int total, List<Point> points) {

    private static final int ALARMING_LIMIT_USE = 80;
    private static final int MONTHS_OF_A_YEAR = 12;

    public Priority {
        points = List.copyOf(points);
        int sum = 0;
        for (Point point : points) {
            sum += point.points();
        }
        if (sum != total) {
            throw new IllegalArgumentException("Points of %d are not %d".formatted(sum, total));
        }
    }

    /** The points of the account under the policy's weights. */
    public static Priority of(Standing standing, Policy policy) {
        List<Point> points = new ArrayList<>(11);
        PriorityWeights weights = policy.weights();
        amount(standing, policy, points);
        long oldest = standing.oldestDaysPastDue();
        if (oldest > 0) {
            String document = standing.items().getFirst().item().document();
            add(weights.oldest().of(oldest / 10.0), new Reason.OldestOverdue(document, oldest), points);
        }
        unread(standing, policy, points);
        int failing = failingPromises(standing);
        add(weights.brokenPromises().of(failing), new Reason.PromisesFailing(failing), points);
        PayingHabit habit = standing.payer().habit();
        add(
                weights.payingHabit().of(habit.daysLate() / 10.0),
                new Reason.PaysLate(habit.daysLate(), habit.items()),
                points);
        odds(standing, policy, points);
        worsening(standing, policy, points);
        limit(standing, policy, points);
        rollingOver(standing, policy, points);
        value(standing, policy, points);
        monthEnd(standing, policy, points);
        int total = 0;
        for (Point point : points) {
            total += point.points();
        }
        return new Priority(total, points);
    }

    private static void amount(Standing standing, Policy policy, List<Point> points) {
        int worth = policy.weights().amountAtRisk().of(logScaled(standing, policy, CurrencyStanding::chaseable));
        if (worth > 0) {
            add(worth, new Reason.AmountAtRisk(amounts(standing, CurrencyStanding::chaseable)), points);
        }
    }

    /** For the answer that has waited longest. */
    private static void unread(Standing standing, Policy policy, List<Point> points) {
        if (!standing.unread().isEmpty()) {
            UnreadAnswer answer = standing.unread().getFirst();
            long days = 1 + standing.asOf().toEpochDay() - answer.on().toEpochDay();
            add(policy.weights().unreadAnswer().of((double) days), new Reason.AnswerUnread(answer), points);
        }
    }

    private static void odds(Standing standing, Policy policy, List<Point> points) {
        LateOdds.of(standing, policy)
                .ifPresent(odds -> add(
                        policy.weights().lateOdds().of(odds.percent() / 10.0),
                        new Reason.LikelyUnpaid(odds.percent(), LateOdds.DAYS, odds.settled()),
                        points));
    }

    private static void worsening(Standing standing, Policy policy, List<Point> points) {
        Payer.Worsening worsening = standing.payer().worsening();
        if (worsening != null) {
            int days = worsening.now() - worsening.before();
            add(
                    policy.weights().worsening().of(days / 10.0),
                    new Reason.PaysLaterThanBefore(worsening.before(), worsening.now()),
                    points);
        }
    }

    /** Only where something can be asked for: a good customer that owes nothing waits for nothing. */
    private static void value(Standing standing, Policy policy, List<Point> points) {
        List<Money> billed = standing.payer().billedInYear();
        if (!billed.isEmpty() && standing.oldestDaysPastDue() > 0) {
            double share = 0;
            for (Money money : billed) {
                share += policy.yardstick().share(money);
            }
            add(
                    policy.weights().customerValue().of(StrictMath.log10(1 + 9 * share / MONTHS_OF_A_YEAR)),
                    new Reason.BilledInYear(billed),
                    points);
        }
    }

    private static void rollingOver(Standing standing, Policy policy, List<Point> points) {
        int worth = policy.weights().rollingOver().of(logScaled(standing, policy, CurrencyStanding::rollingOver));
        if (worth > 0) {
            List<Money> amounts = amounts(standing, CurrencyStanding::rollingOver);
            add(worth, new Reason.RollingOver(amounts, policy.rollOverDays()), points);
        }
    }

    private static void limit(Standing standing, Policy policy, List<Point> points) {
        Money limit = standing.limit();
        if (limit == null || !limit.isPositive()) {
            return;
        }
        double used = 0;
        for (CurrencyStanding currency : standing.currencies()) {
            used += policy.yardstick().share(currency.balance());
        }
        long percent = Math.round(100 * used / policy.yardstick().share(limit));
        int worth = policy.weights().limitUse().of((percent - ALARMING_LIMIT_USE) / 10.0);
        add(worth, new Reason.LimitUsed(percent, limit), points);
    }

    private static void monthEnd(Standing standing, Policy policy, List<Point> points) {
        LocalDate asOf = standing.asOf();
        int daysLeft = asOf.lengthOfMonth() - asOf.getDayOfMonth();
        if (daysLeft < policy.monthEndDays() && standing.oldestDaysPastDue() > 0) {
            add(policy.weights().monthEnd().of(1), new Reason.MonthEnd(daysLeft), points);
        }
    }

    private static int failingPromises(Standing standing) {
        int failing = 0;
        for (PromiseCheck check : standing.promises()) {
            if (check.isFailing()) {
                failing++;
            }
        }
        return failing;
    }

    /** 0 for nothing, 1 for the reference amount, 2 for eleven times that. */
    private static double logScaled(Standing standing, Policy policy, Function<CurrencyStanding, Money> amount) {
        double share = 0;
        for (CurrencyStanding currency : standing.currencies()) {
            share += policy.yardstick().share(amount.apply(currency));
        }
        return StrictMath.log10(1 + 9 * share);
    }

    private static List<Money> amounts(Standing standing, Function<CurrencyStanding, Money> amount) {
        List<Money> amounts = new ArrayList<>(standing.currencies().size());
        for (CurrencyStanding currency : standing.currencies()) {
            Money money = amount.apply(currency);
            if (money.isPositive()) {
                amounts.add(money);
            }
        }
        return amounts;
    }

    private static void add(int worth, Reason fact, List<Point> points) {
        if (worth > 0) {
            points.add(new Point(worth, fact));
        }
    }
}
