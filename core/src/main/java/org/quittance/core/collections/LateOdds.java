package org.quittance.core.collections;

import java.util.Optional;

/**
 * How likely it is that what is overdue stays unpaid for {@value #DAYS} days more if nobody does anything.
 *
 * <p>For one item that is {@code d} days past due: of the customer's last settled items, {@code n} were unpaid at that age, and {@code k} of
 * them were paid within the next {@value #DAYS} days. The book as a whole stands in with the weight of {@value #WEIGHT_OF_THE_BOOK} items, so
 * that two items make no certainty: {@code 1 - (k + w * p) / (n + w)} with {@code p} of {@link BookPace}, a beta-binomial estimate whose
 * prior is the book's own hazard. Over several items the chances are weighed by amount.
 *
 * <p>Example: 12 settled items, 8 of them unpaid at 10 days, 2 of those paid by 24 days; the book pays half of such items: {@code 1 - (2 + 4 *
 * 0.5) / (8 + 4)} is 67 %. The history has our own reminders in it, so that "if nobody does anything" means no more than was usual. {@code LateOddsTest}
 * measures how well the chances come true, of simulated payers and of public histories.
 *
 * @param percent rounded to whole percent
 * @param settled on how many of the customer's own settled items it rests; with few it is mostly the book that speaks
 */
public record LateOdds(int percent, int settled) {

    /** Two weeks: within that time something is done about every account that is on the list. */
    public static final int DAYS = 14;

    private static final int WEIGHT_OF_THE_BOOK = 4;

    public LateOdds {
        if (percent < 0 || percent > 100 || settled < 0) {
            throw new IllegalArgumentException("%d %% by %d settled items".formatted(percent, settled));
        }
    }

    /** Of what is overdue and may be asked for; none where nothing is, or where neither the customer nor the book has settled anything. */
    public static Optional<LateOdds> of(Standing standing, Policy policy) {
        double worth = 0;
        double unpaid = 0;
        long age = Long.MIN_VALUE;
        double chance = 0;
        Payer payer = standing.payer();
        if (payer.habit().lateness().isEmpty() && !payer.others().isKnown()) {
            return Optional.empty();
        }
        for (ItemStanding item : standing.items()) {
            if (item.daysPastDue() > 0 && item.chaseable().isPositive()) {
                // The items come by age: many share a day.
                if (item.daysPastDue() != age) {
                    age = item.daysPastDue();
                    chance = staysUnpaid(payer, age);
                }
                double share = policy.yardstick().share(item.chaseable());
                worth += share;
                unpaid += share * chance;
            }
        }
        return worth == 0
                ? Optional.empty()
                : Optional.of(new LateOdds(
                        (int) Math.round(100 * unpaid / worth),
                        payer.habit().lateness().size()));
    }

    /** The chance of one item that is so many days past due. */
    public static double staysUnpaid(Payer payer, long daysPastDue) {
        int unpaid = 0;
        int paid = 0;
        for (int late : payer.habit().lateness()) {
            if (late > daysPastDue) {
                unpaid++;
                if (late <= daysPastDue + DAYS) {
                    paid++;
                }
            }
        }
        double book = payer.others().paidWithin(daysPastDue, DAYS);
        return 1 - (paid + WEIGHT_OF_THE_BOOK * book) / (unpaid + WEIGHT_OF_THE_BOOK);
    }
}
