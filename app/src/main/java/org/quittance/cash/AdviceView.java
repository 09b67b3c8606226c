package org.quittance.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.cash.RemittanceAdvice;
import org.quittance.core.money.Money;

/**
 * An advice with its lines, and its payment or those that it could belong to.
 *
 * @param joined null where it belongs to none
 * @param candidates what it could belong to, the likeliest first; empty where it is joined
 */
public record AdviceView(
        Row row,
        RemittanceAdvice advice,
        @Nullable Joined joined,
        List<Separated> separated,
        List<Candidate> candidates) {

    public AdviceView {
        separated = List.copyOf(separated);
        candidates = List.copyOf(candidates);
    }

    /** Where an advice stands. */
    public enum State {
        JOINED("Joined"),
        /** The money has not come. */
        WAITING("Waiting for money"),
        /** Money of this amount is there, but nothing tells which is meant; or none came in time. */
        NEEDS_A_PERSON("Needs a person"),
        /** It says that nothing is paid. */
        WITHOUT_MONEY("No money moves");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * An advice in a list.
     *
     * @param paymentId null where it belongs to none
     */
    public record Row(
            long id,
            State state,
            String format,
            String payerName,
            String reference,
            @Nullable LocalDate date,
            Money total,
            int documents,
            @Nullable Long paymentId,
            Instant recordedAt) {}

    /**
     * Its payment, and why.
     *
     * @param reason a sentence
     */
    public record Joined(
            long paymentId, LocalDate bookingDate, Money amount, String payerName, String reason, String actor) {}

    /** A payment to which it no longer belongs. */
    public record Separated(long paymentId, String reason, String actor, Instant at) {}

    /**
     * Money that it could belong to.
     *
     * @param missing what the payment has less than the advice; negative where it has more
     */
    public record Candidate(
            long paymentId, LocalDate bookingDate, Money amount, String payerName, String remittance, Money missing) {}
}
