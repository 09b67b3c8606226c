package org.quittance.core.contact;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.collections.InForce;

/**
 * A contact that is about to be made.
 *
 * @param template what kind of message it is; empty for a call
 * @param handedOver what has given all that it is about to an agency or a lawyer; none while we ask for something of it ourselves
 * @param debts the accounts that it is about; a call about several must be within the law for each
 * @param notices what a message says besides its matter
 * @param waived rules that a person with the authority has set aside for this once
 */
public record Attempt(
        Channel channel,
        Origin origin,
        String template,
        Party party,
        Debt debt,
        @Nullable InForce handedOver,
        Set<Long> debts,
        Set<Notice> notices,
        Set<Rule> waived) {

    /** What a law can want a message to say. */
    public enum Notice {
        /** How to opt out of more messages to the address. */
        OPT_OUT
    }

    /** At whose word it leaves. */
    public enum Origin {
        /** A person has just asked for it. */
        BY_HAND,
        /** A job does it by itself. */
        AUTOMATIC
    }

    public Attempt {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(debt, "debt");
        if (handedOver != null && !handedOver.handsOver()) {
            throw new IllegalArgumentException(handedOver.sentence() + " gives nothing to anybody");
        }
        debts = Set.copyOf(debts);
        notices = Set.copyOf(notices);
        waived = Set.copyOf(waived);
        waived.stream().filter(rule -> !rule.canBeWaived()).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("Nobody may set aside the rule " + rule.code());
        });
    }
}
