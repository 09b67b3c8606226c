package org.quittance.web.people;

import java.util.List;
import org.quittance.identity.Opening;
import org.quittance.identity.Person;
import org.quittance.identity.Portfolio;
import org.quittance.web.page.Problems;

/**
 * All portfolios, and the form for another.
 *
 * @param name of the new one, as far as it was typed
 * @param people those who could own or see one: nobody who is disabled
 */
public record PortfoliosView(List<Row> rows, String name, List<Person> people, Problems problems) {

    public PortfoliosView {
        rows = List.copyOf(rows);
        people = List.copyOf(people);
    }

    /** One portfolio with those who see it besides its owner. */
    public record Row(Portfolio portfolio, List<Opening> openings) {

        public Row {
            openings = List.copyOf(openings);
        }

        /** Whether the person neither owns the portfolio nor sees it yet. */
        public boolean isClosedTo(Person person) {
            return !(portfolio.ownerId() != null && portfolio.ownerId() == person.id())
                    && openings.stream().noneMatch(opening -> opening.personId() == person.id());
        }

        public boolean isOwnedBy(Person person) {
            return portfolio.ownerId() != null && portfolio.ownerId() == person.id();
        }
    }
}
