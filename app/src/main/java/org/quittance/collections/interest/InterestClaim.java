package org.quittance.collections.interest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.agreement.PlanView;
import org.quittance.core.interest.InterestPeriod;
import org.quittance.core.interest.LatePaymentScheme;
import org.quittance.core.money.Money;
import org.quittance.correspondence.MessageState;

/**
 * A notice of interest and compensation as it was claimed, with every figure that it named.
 *
 * @param id zero before it is claimed
 * @param asOf the last day that bears interest in it, and the day of the notice
 * @param payBy the day by which it wants to be paid
 * @param messageId the message by which it left; null for a notice on paper
 * @param messageState where that message is on its way; null for a notice on paper
 */
public record InterestClaim(
        long id,
        PlanView.Debtor debtor,
        LatePaymentScheme scheme,
        LocalDate asOf,
        LocalDate payBy,
        @Nullable Long messageId,
        @Nullable MessageState messageState,
        String actor,
        Instant recordedAt,
        List<Line> lines) {

    public InterestClaim {
        lines = List.copyOf(lines);
    }

    /**
     * One item.
     *
     * @param open what was open of it on the day
     * @param waivedInterest what of the interest had been given up by then
     */
    public record Line(
            long itemId,
            String document,
            LocalDate dueDate,
            Money open,
            Money interest,
            Money compensation,
            Money waivedInterest,
            Money waivedCompensation,
            List<InterestPeriod> periods) {

        public Line {
            periods = List.copyOf(periods);
        }

        public Money waived() {
            return waivedInterest.plus(waivedCompensation);
        }

        public Money due() {
            return interest.plus(compensation).minus(waived());
        }
    }

    /** Whether the customer does not know of it: its message was called back or stopped. Of one that has failed nobody knows before looking. */
    public boolean neverLeft() {
        return switch (messageState) {
            case RECALLED, REFUSED -> true;
            case QUEUED, SENDING, SENT, FAILED -> false;
            case null -> false;
        };
    }

    /** How it reached the customer, or why it has not. */
    public String way() {
        if (messageState == null) {
            return "on paper";
        }
        return switch (messageState) {
            case SENT -> "by e-mail";
            case QUEUED, SENDING -> "by e-mail, which has not left yet";
            case RECALLED -> "by e-mail, which was called back: the customer does not know of it";
            case REFUSED -> "by e-mail, which has not left: the customer does not know of it";
            case FAILED -> "by e-mail, which has failed: look at the message whether it has arrived";
        };
    }

    public Money interest() {
        return sum(Line::interest);
    }

    public Money compensation() {
        return sum(Line::compensation);
    }

    public Money waived() {
        return sum(Line::waived);
    }

    /** What the notice asks for. */
    public Money due() {
        return sum(Line::due);
    }

    /** {@code N17}, as people name it. */
    public String number() {
        return "N" + id;
    }

    private Money sum(Function<Line, Money> amount) {
        return lines.stream().map(amount).reduce(Money.zero(scheme.currency()), Money::plus);
    }
}
