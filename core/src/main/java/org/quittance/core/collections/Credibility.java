package org.quittance.core.collections;

import java.util.List;

/**
 * How far the word of a customer, or of one contact, is kept: of the promises whose day and grace have passed or that are kept already. An offer
 * of ours is not their word, and does not count.
 *
 * <p>By value, amounts of several currencies are weighed by the yardstick, and what came in time of a part-kept promise counts with that part.
 * Fewer than {@value #LEAST_PROMISES} promises say little, and are said to.
 *
 * @param promises that are decided
 * @param valueShare what came in time of all that was promised, 0 to 1
 */
public record Credibility(int promises, int kept, int partKept, double valueShare) {

    public static final int LEAST_PROMISES = 3;

    /** Of somebody who has promised nothing. */
    public static final Credibility NONE = new Credibility(0, 0, 0, 0);

    public static Credibility of(List<PromiseCheck> checks, Yardstick yardstick) {
        int decided = 0;
        int kept = 0;
        int partKept = 0;
        double promised = 0;
        double came = 0;
        for (PromiseCheck check : checks) {
            if (check.promise().origin().isOffer()) {
                continue;
            }
            switch (check.state()) {
                case OPEN -> {
                    continue;
                }
                case KEPT -> kept++;
                case PART_KEPT -> partKept++;
                case BROKEN -> {}
            }
            decided++;
            promised += yardstick.share(check.promise().amount());
            came += yardstick.share(check.inTime());
        }
        return new Credibility(decided, kept, partKept, promised == 0 ? 0 : came / promised);
    }

    public boolean saysLittle() {
        return promises < LEAST_PROMISES;
    }

    /** In words: {@code 3 of 4 promises kept, 80 % of the amount}. */
    public String sentence() {
        if (promises == 0) {
            return "No promise is decided yet";
        }
        String sentence = "%d of %d %s kept, %d %% of the amount"
                .formatted(kept, promises, promises == 1 ? "promise" : "promises", Math.round(valueShare * 100));
        return saysLittle() ? sentence + "; too few to rely on" : sentence;
    }
}
