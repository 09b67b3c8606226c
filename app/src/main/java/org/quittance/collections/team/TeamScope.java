package org.quittance.collections.team;

import static org.quittance.db.ledger.Tables.ACCOUNT_VIEW;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.quittance.ledger.Visibility;
import org.springframework.stereotype.Component;

/**
 * Whose deeds a viewer counts: their own, and those of everybody who owns a portfolio that they see.
 *
 * <p>What somebody has done stays theirs when the account moves: it is counted, but whose account it was is told only to those who see the
 * account now.
 */
@Component
class TeamScope {

    /** In place of the name of a customer whose accounts the viewer does not see any more. */
    static final String ELSEWHERE = "A customer of another portfolio by now";

    private final People people;

    TeamScope(People people) {
        this.people = people;
    }

    /** The logins of the viewer's team, their own among them. */
    Set<String> logins(Viewer viewer) {
        Set<Long> owners = people.portfolios().stream()
                .filter(portfolio ->
                        viewer.seesEverything() || viewer.portfolios().contains(portfolio.id()))
                .map(Portfolio::ownerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(viewer.login()),
                        people.all().stream()
                                .filter(person -> owners.contains(person.id()))
                                .map(Person::login))
                .collect(Collectors.toSet());
    }

    /** What one of the team has done, about whichever account, and what others have done about accounts that the viewer sees. */
    Condition counted(Viewer viewer, Field<String> actor, Field<Long> portfolio) {
        return viewer.seesEverything()
                ? DSL.trueCondition()
                : Visibility.of(viewer, portfolio).or(actor.in(logins(viewer)));
    }

    /** Whether the viewer sees the account of the row, which joins it as {@code account_view}. */
    static Condition seen(Viewer viewer) {
        return viewer.seesEverything() ? DSL.trueCondition() : Visibility.of(viewer, ACCOUNT_VIEW.PORTFOLIO_ID);
    }
}
