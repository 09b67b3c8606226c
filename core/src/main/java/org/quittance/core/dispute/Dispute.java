package org.quittance.core.dispute;

import java.util.Objects;
import java.util.Optional;
import org.quittance.core.money.Money;

/**
 * A part of an item that the customer says it does not owe, until somebody has found out.
 *
 * <p>While it is open nobody asks for the part; the rest of the item is asked for as before. An answer says how much of it is not owed: that
 * stays left out until the credit has come, and what is owed is asked for again. Example: of an invoice of 1,000.00, 200.00 are disputed,
 * and 150.00 turn out not to be owed: 50.00 are asked for again at once, and 150.00 are left out until a credit note of as much is applied.
 *
 * @param amount what is disputed; positive
 */
public record Dispute(Money amount, State state) {

    public Dispute {
        Objects.requireNonNull(state, "state");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("%s cannot be disputed".formatted(amount));
        }
    }

    /** How far it has come. */
    public enum State {
        OPEN("Open"),
        OWED("Owed"),
        PARTLY_OWED("Partly owed"),
        NOT_OWED("Not owed"),
        WITHDRAWN("Withdrawn"),
        /** Nothing of the item is open any more, before anybody has answered. */
        SETTLED("Item settled");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Why something about a dispute cannot be done. */
    public enum Objection {
        NOTHING_OPEN("Nothing of this item is open"),
        NOT_AN_AMOUNT("Say how much is disputed: an amount above nothing"),
        MORE_THAN_OPEN("More would be disputed than is open of the item"),
        NEEDS_WORDS("Say what the customer says"),
        NEEDS_AN_OWNER("Choose somebody who works here and sees the account"),
        DAY_IS_OVER("The answer is to come on a day that is not over"),
        IS_OVER("This dispute has been answered already"),
        NOT_WITHIN("What is not owed is between nothing and what is disputed"),
        NEEDS_A_FINDING("Say what was found out");

        private final String sentence;

        Objection(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * What stands against disputing so much of an item.
     *
     * @param open of the item; a credit has nothing open that could be disputed
     * @param disputed of it already
     */
    public static Optional<Objection> objectionToOpening(
            Money wanted, Money open, Money disputed, DisputeReason reason, String words) {
        if (!open.isPositive()) {
            return Optional.of(Objection.NOTHING_OPEN);
        }
        if (!wanted.isPositive()) {
            return Optional.of(Objection.NOT_AN_AMOUNT);
        }
        if (wanted.plus(disputed).compareTo(open) > 0) {
            return Optional.of(Objection.MORE_THAN_OPEN);
        }
        return reason == DisputeReason.UNKNOWN && words.isBlank()
                ? Optional.of(Objection.NEEDS_WORDS)
                : Optional.empty();
    }

    /** What stands against the answer that so much of it is not owed. */
    public Optional<Objection> objectionToAnswer(Money notOwed, String finding) {
        if (state != State.OPEN) {
            return Optional.of(Objection.IS_OVER);
        }
        if (notOwed.isNegative() || notOwed.compareTo(amount) > 0) {
            return Optional.of(Objection.NOT_WITHIN);
        }
        return finding.isBlank() ? Optional.of(Objection.NEEDS_A_FINDING) : Optional.empty();
    }

    /** What it becomes by an answer that nothing stands against. */
    public Dispute answered(Money notOwed) {
        if (notOwed.isZero()) {
            return new Dispute(amount, State.OWED);
        }
        return new Dispute(amount, notOwed.equals(amount) ? State.NOT_OWED : State.PARTLY_OWED);
    }
}
