package org.quittance.collections.team;

import java.util.Set;

/**
 * Whose target it is: a person's, over all portfolios that they own, or a portfolio's.
 *
 * @param id of the person or the portfolio
 * @param login of the person; empty for a portfolio
 * @param portfolios whose accounts count
 */
public record TargetSubject(Kind kind, long id, String name, String login, Set<Long> portfolios) {

    /** What it is. */
    public enum Kind {
        PERSON,
        PORTFOLIO
    }

    public TargetSubject {
        portfolios = Set.copyOf(portfolios);
    }

    /** By which forms and addresses name it: {@code PERSON-7}. */
    public String key() {
        return kind.name() + "-" + id;
    }
}
