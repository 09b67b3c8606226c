package org.quittance.core.cash;

import java.util.List;
import java.util.Optional;

/**
 * Decides who may do what with money that is not theirs.
 *
 * <p>A refund and a transfer always take two people. A write-off takes one within their limit. Nobody decides about what they asked for
 * themselves, and whoever applies cash approves neither refund nor transfer nor write-off, whatever else they are: otherwise one person
 * could hide a payment and give it away. A lead or a manager may apply a payment too; about that very payment they then decide nothing.
 */
public final class Authority {

    private Authority() {}

    /**
     * What somebody may do in one deed and currency, by one of their roles.
     *
     * @param aloneMinor up to which amount without a second person, in minor units
     * @param approveMinor up to which amount when another asks
     */
    public record Limit(long aloneMinor, long approveMinor) {}

    /** Whether what was asked for takes a second person. */
    public enum Need {
        NOBODY_ELSE,
        A_SECOND_PERSON
    }

    /**
     * Somebody who would approve.
     *
     * @param limits of each of their roles; empty where none of them has any
     */
    public record Approver(String login, Duty duty, List<Limit> limits) {

        public Approver {
            limits = List.copyOf(limits);
        }
    }

    /** What somebody has to do with the cash that a request is about. */
    public enum Duty {
        /** Applying cash is their work. */
        APPLIES_CASH,
        /** It is not; but they have applied, divided or accepted the very payment. */
        HANDLED_THIS_PAYMENT,
        APPLIES_NO_CASH
    }

    public static Need need(Deed deed, long amountMinor, List<Limit> own) {
        boolean isWithin = own.stream().anyMatch(limit -> amountMinor <= limit.aloneMinor());
        return deed == Deed.WRITE_OFF && isWithin ? Need.NOBODY_ELSE : Need.A_SECOND_PERSON;
    }

    /** Why somebody may not approve; empty where they may. */
    public static Optional<AuthorityRefusal> approval(String requestedBy, long amountMinor, Approver approver) {
        if (approver.login().equals(requestedBy)) {
            return Optional.of(AuthorityRefusal.OWN_REQUEST);
        }
        return switch (approver.duty()) {
            case APPLIES_CASH -> Optional.of(AuthorityRefusal.APPLIES_CASH);
            case HANDLED_THIS_PAYMENT -> Optional.of(AuthorityRefusal.HANDLED_THIS_PAYMENT);
            case APPLIES_NO_CASH -> {
                boolean isWithin = approver.limits().stream().anyMatch(limit -> amountMinor <= limit.approveMinor());
                yield isWithin ? Optional.empty() : Optional.of(AuthorityRefusal.ABOVE_LIMIT);
            }
        };
    }
}
