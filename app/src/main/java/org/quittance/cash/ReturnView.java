package org.quittance.cash;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;

/**
 * A return with the payment that it took back, or those that it could be.
 *
 * @param settled null where it belongs to none
 * @param candidates the latest first; empty where it is settled
 * @param fee what the entity charges for it; zero where nothing
 */
public record ReturnView(
        Row row,
        @Nullable Settled settled,
        List<Candidate> candidates,
        Money fee,
        @Nullable Charge charge) {

    public ReturnView {
        candidates = List.copyOf(candidates);
    }

    /**
     * A return in a list.
     *
     * @param amount what the bank took, positive
     * @param paymentId null where nobody has said which payment it was
     */
    public record Row(
            long id,
            String entityCode,
            LocalDate bookingDate,
            String payerName,
            String remittance,
            String reason,
            Money amount,
            @Nullable Long paymentId) {}

    /**
     * The payment that came back, and why it is that one.
     *
     * @param why a sentence
     */
    public record Settled(long paymentId, LocalDate bookingDate, String payerName, String why, String actor) {}

    /**
     * A payment that it could be.
     *
     * @param left what of it has not come back yet: as much as the return takes, or more
     */
    public record Candidate(long paymentId, LocalDate bookingDate, String payerName, String remittance, Money left) {}

    /** A fee that was charged for it. */
    public record Charge(long itemId, Money amount, String actor, Instant at) {}
}
