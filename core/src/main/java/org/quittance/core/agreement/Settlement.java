package org.quittance.core.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quittance.core.collections.PromiseCheck;
import org.quittance.core.collections.PromiseOrigin;
import org.quittance.core.collections.Sentences;
import org.quittance.core.money.Money;

/**
 * An offer to take less than is owed, if it is paid by a day.
 *
 * <p>Example: of EUR 10,000.00 we take EUR 8,000.00 by 31 March and give the other 2,000.00 up. Paid in full by then, grace included, it is kept,
 * and the rest is to be written off; otherwise it is broken, and the whole claim stands again.
 *
 * @param owed what was open of the items when it was offered
 * @param offer what we take for it
 */
public record Settlement(Money owed, Money offer, LocalDate offeredOn, LocalDate payBy) {

    /** An offer that stands for long is a plan. */
    private static final int LONGEST_DAYS = 90;

    /** Why something cannot be offered, in the order of the checks. */
    public enum Refusal {
        NOTHING_TAKEN("Enter what we take: more than nothing. To take nothing is a write-off."),
        NOT_LESS("Enter less than is owed; for all of it a promise is enough."),
        DAY_IS_PAST("Enter the day by which it is to be paid: today or later."),
        TOO_FAR_AHEAD("An offer stands for 90 days at most; for longer agree on a plan.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** What stands against the offer. */
    public Optional<Refusal> refusal() {
        if (!offer.isPositive()) {
            return Optional.of(Refusal.NOTHING_TAKEN);
        }
        if (offer.compareTo(owed) >= 0) {
            return Optional.of(Refusal.NOT_LESS);
        }
        if (payBy.isBefore(offeredOn)) {
            return Optional.of(Refusal.DAY_IS_PAST);
        }
        return ChronoUnit.DAYS.between(offeredOn, payBy) > LONGEST_DAYS
                ? Optional.of(Refusal.TOO_FAR_AHEAD)
                : Optional.empty();
    }

    /** What is given up if it is kept. */
    public Money discount() {
        return owed.minus(offer);
    }

    /** What has come of it. */
    public sealed interface Outcome {

        /** Its day has not come, nor has all of the money. */
        record Stands() implements Outcome {}

        record Kept() implements Outcome {}

        record Broken(String reason) implements Outcome {}

        /** Its day is past, and the customer never had it: that is nobody's word broken. */
        record Lapsed(String reason) implements Outcome {}
    }

    /** Held against the money that came for what is to be paid. */
    public static Outcome outcome(PromiseCheck paid) {
        return switch (paid.state()) {
            case OPEN -> new Outcome.Stands();
            case KEPT -> new Outcome.Kept();
            case PART_KEPT, BROKEN ->
                paid.promise().origin() == PromiseOrigin.OFFER_NOT_SENT
                        ? new Outcome.Lapsed("Its day, %s, has passed, and it was never sent to the customer"
                                .formatted(Sentences.day(paid.promise().dueOn())))
                        : new Outcome.Broken("Of %s to be paid by %s only %s came"
                                .formatted(
                                        Sentences.money(paid.promise().amount()),
                                        Sentences.day(paid.promise().dueOn()),
                                        Sentences.money(paid.inTime())));
        };
    }
}
