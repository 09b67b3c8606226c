package org.quittance.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.quittance.core.ledger.Trait;

/**
 * What one law says about contacting somebody who owes: data, each rule with its source and the days on which it holds.
 *
 * <p>A pack binds towards customers of its country, and of its state where it is a state's, whose {@link Trait} it names; a policy can have it
 * observed for every customer there. Legal entities switch packs on and off. The rules are no legal advice: whoever uses them has them
 * checked.
 *
 * @param code stays when the name changes
 * @param country two letters (ISO 3166)
 * @param state two letters of the United States' postal service; empty for the law of a whole country
 * @param scope whom and what it was written for, in words
 * @param binds the traits of the customers towards whom it binds
 */
public record LawPack(
        String code,
        String name,
        String country,
        String state,
        String scope,
        Set<Trait> binds,
        Unswitched unswitched,
        List<LawRule> rules) {

    /** What holds in a legal entity that has never switched a pack. */
    public enum Unswitched {
        ON("On, unless switched off"),
        OFF("Off, unless switched on");

        private final String label;

        Unswitched(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public LawPack {
        Objects.requireNonNull(unswitched, "unswitched");
        binds = Set.copyOf(binds);
        rules = List.copyOf(rules);
        if (code.isBlank() || scope.isBlank() || rules.isEmpty()) {
            throw new IllegalArgumentException("A law pack has a code, a scope and a rule");
        }
    }

    /** Whether any of its rules holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return rules.stream().anyMatch(rule -> rule.provision().holdsOn(day));
    }

    /** The rules that hold on a day. */
    List<LawRule> rulesOn(LocalDate day) {
        return rules.stream().filter(rule -> rule.provision().holdsOn(day)).toList();
    }

    /** {@code US}, or {@code US, state MA}. */
    public String place() {
        return state.isEmpty() ? country : country + ", state " + state;
    }

    boolean isOf(Party party) {
        return country.equals(party.country()) && (state.isEmpty() || state.equals(party.state()));
    }
}
