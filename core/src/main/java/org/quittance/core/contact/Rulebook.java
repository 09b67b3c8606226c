package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All rules that one attempt is held against: our own, and the laws that the legal entities concerned have switched on.
 *
 * @param laws the codes of the law packs
 */
public record Rulebook(ContactPolicy policy, Set<String> laws) {

    public Rulebook {
        Objects.requireNonNull(policy, "policy");
        laws = Set.copyOf(laws);
    }

    /** With the laws that hold where nobody has switched any. */
    public static Rulebook of(ContactPolicy policy) {
        return new Rulebook(policy, LawPacks.unswitched());
    }

    /** The packs that bind towards the party on a day. */
    public List<LawPack> bindingOn(Party party, LocalDate day) {
        return LawPacks.ALL.stream()
                .filter(pack -> laws.contains(pack.code()) && pack.isOf(party) && pack.holdsOn(day))
                .filter(pack -> pack.binds().contains(party.trait())
                        || policy.lawsForAll().contains(pack.code()))
                .toList();
    }

    /** Whether a message to the party must say how to opt out of more. */
    public boolean wantsOptOut(Party party, LocalDate day) {
        return bindingOn(party, day).stream()
                .flatMap(pack -> pack.rulesOn(day).stream())
                .anyMatch(LawRule.OptOutInMessages.class::isInstance);
    }
}
