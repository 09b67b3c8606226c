package org.quittance.core.contact;

import java.util.Objects;
import java.util.Set;

/**
 * A contact that is about to be made.
 *
 * @param template what kind of message it is; empty for a call
 * @param debts the accounts that it is about; a call about several must be within the law for each
 * @param waived rules that a person with the authority has set aside for this once
 */
public record Attempt(
        Channel channel, Origin origin, String template, Party party, Debt debt, Set<Long> debts, Set<Rule> waived) {

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
        debts = Set.copyOf(debts);
        waived = Set.copyOf(waived);
        waived.stream().filter(rule -> !rule.canBeWaived()).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("Nobody may set aside the rule " + rule.code());
        });
    }
}
