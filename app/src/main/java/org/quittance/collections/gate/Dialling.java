package org.quittance.collections.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quittance.core.call.RefusedDial;
import org.quittance.core.contact.Rule;

/**
 * A number that somebody wanted to dial, with the gate's answer.
 *
 * @param rule the rule that objects; null where the call may be placed
 * @param until from when on it may be placed; null where it may now, or where waiting does not help
 * @param waived rules that a person has set aside for this call
 */
public record Dialling(
        long id,
        long customerId,
        long contactId,
        String contactName,
        String number,
        @Nullable String rule,
        String reason,
        @Nullable Instant until,
        Set<Rule> waived,
        String waiverReason,
        String actor,
        Instant at) {

    public Dialling {
        waived = Set.copyOf(waived);
    }

    public boolean mayBeDialled() {
        return rule == null;
    }

    /** The rule that a person with the authority may set aside; empty where there is none. */
    public Optional<Rule> waivable() {
        return Optional.ofNullable(rule).flatMap(Rule::ofCode).filter(Rule::canBeWaived);
    }

    /** What it means for whoever notes a call; empty where the number was given out. */
    public Optional<RefusedDial> refused() {
        return mayBeDialled() ? Optional.empty() : Optional.of(new RefusedDial(contactName, reason, until));
    }

    /** What a telephone needs of the number. */
    public String dialString() {
        return number.replaceAll("[^+0-9]", "");
    }
}
